import type { CorrectionChange, Item } from "@twiza/contract";
import { isMarked, unanswerable } from "@twiza/contract/marking";
import { publicItem } from "../attempt/public-item.ts";
import { sameJson } from "../course/canonical-json.ts";
import { Refused } from "../refused.ts";

/** What counts of a question: the item, or that everybody has it right. */
export type Counts = { readonly item: Item; readonly isVoid: boolean };

/**
 * What a question counts as once it is corrected. Of what learners saw nothing may be another, to the letter: words, options, their
 * names, whether several are to be chosen. Words that are said to an option go where its key was turned round: they spoke of the old one.
 * Pure.
 * @param published the item as learners met it
 * @throws Refused `correction.other_question` for another question, or one that nobody could answer rightly; `correction.unchanged`
 */
export function countsBy(published: Item, now: Counts, change: CorrectionChange): Counts {
  // Nothing counts of it, so that nothing of it can count otherwise.
  if (!isMarked(published.question)) throw new Refused("correction.unchanged");
  if (change.kind === "void") {
    if (now.isVoid) throw new Refused("correction.unchanged");
    return { item: published, isVoid: true };
  }
  const item = withoutOldWords(published, {
    ...change.item,
    ...(published.voices ? { voices: published.voices } : {}),
  });
  if (unanswerable(item) || !sameJson(publicItem(item), publicItem(published)))
    throw new Refused("correction.other_question");
  if (!now.isVoid && sameJson(item, now.item)) throw new Refused("correction.unchanged");
  return { item, isVoid: false };
}

function withoutOldWords(
  published: Item,
  { competencies: _c, difficulty: _d, ...item }: Item,
): Item {
  const { competencies, difficulty } = published;
  return {
    ...item,
    ...(competencies ? { competencies } : {}),
    ...(difficulty ? { difficulty } : {}),
    options: item.options.map(({ feedback, ...option }) => {
      const before = published.options.find(({ id }) => id === option.id);
      const isTurned = before !== undefined && before.right !== option.right;
      const isOld = isTurned && sameJson(before.feedback, feedback);
      return feedback && !isOld ? { ...option, feedback } : option;
    }),
  };
}

import type { Answer, AudioLanguage, CorrectionKind, Item, ItemVoicePart } from "@twiza/contract";
import { type Given, type Mark, mark, wordOf } from "@twiza/contract/marking";
import type { Judged } from "../correction/judged.ts";
import { givenOf, inVoices } from "./public-item.ts";

/** What an answer is worth. No answer is worth nothing. */
export const markOf = (item: Item, answer: Answer | undefined): Mark =>
  mark(item, givenOf(item, answer));

export type Grade = {
  readonly percent: number;
  readonly items: readonly (Mark & {
    readonly itemId: Item["id"];
    readonly corrected?: CorrectionKind;
    readonly feedback?: Item["feedback"];
    readonly voices?: Partial<Record<AudioLanguage, ItemVoicePart>>;
  })[];
};

/**
 * Grades a sitting by the items that it had, as they count by now. Each that is marked weighs the same, and gets of that weight what is right of it;
 * the first answer to an item counts. The feedback is that of the chosen option. One that was declared void is right, whatever was
 * answered: nobody pays for a question that was wrong.
 */
export function grade(
  items: readonly Item[],
  answers: readonly Answer[],
  { voids, by }: Partial<Pick<Judged, "voids" | "by">> = {},
): Grade {
  const graded = items.map((item) => {
    const answer = answers.find((candidate) => candidate.itemId === item.id);
    const given = givenOf(item, answer);
    const marked = mark(item, given);
    const mended = by?.has(item.id) ? { corrected: "mended" as const } : {};
    const line = { itemId: item.id, ...marked, ...mended };
    if (voids?.has(item.id))
      return { ...line, got: marked.of, right: true, corrected: "void" as const };
    const why = whyOf(item, given, marked.right);
    if (!why?.feedback) return line;
    const { feedback, place } = why;
    return { ...line, feedback, ...inVoices(item.voices, (voice) => voice[place]) };
  });
  return { percent: percentOf(graded), items: graded };
}

/** Of what is marked; rounded down, so that nobody passes by rounding; a hair mends what binary fractions lose of thirds and sevenths. */
export function percentOf(marks: readonly Pick<Mark, "got" | "of">[]): number {
  const counting = marks.filter(({ of }) => of > 0);
  const got = counting.reduce((sum, { got: parts, of }) => sum + parts / of, 0);
  return counting.length === 0 ? 0 : Math.floor((100 * got) / counting.length + 1e-9);
}

/** A feedback, and where in the item's voices it is spoken. */
type Why = { readonly feedback: Item["feedback"]; readonly place: string };

/** Why, without giving the key away while tries are left: a wrong choice gets its own word, never that of the right one. */
function whyOf(item: Item, given: Given | undefined, right: boolean): Why | undefined {
  // Whoever said how it is for her is thanked; whoever did not is not.
  if (item.question === "likert")
    return given ? { feedback: item.feedback, place: "why" } : undefined;
  const option = saidTo(item, given, right);
  if (option?.feedback) return { feedback: option.feedback, place: `option/${option.id}/why` };
  const isOfOne = item.question === "choice" || item.question === "truefalse";
  return right && !isOfOne ? { feedback: item.feedback, place: "why" } : undefined;
}

/** The one option that was chosen or written, as right or wrong as the whole answer is. */
function saidTo(item: Item, given: Given | undefined, right: boolean) {
  if (item.question === "short") {
    const word = wordOf(item.options, given);
    return word?.right === right ? word : undefined;
  }
  if (!given || !("options" in given)) return undefined;
  const [chosen, ...others] = new Set(given.options);
  const isOne = ["choice", "truefalse", "hotspot"].includes(item.question) && others.length === 0;
  return isOne ? item.options.find((one) => one.id === chosen && one.right === right) : undefined;
}

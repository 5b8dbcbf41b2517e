import type { Attempt, Content, Enrolment, Item } from "@twiza/contract";
import { readManifest, readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { publicItem } from "./public-item.ts";
import { minutesFor } from "./sitting-rules.ts";

/** What a sitting was begun with. Replies that were kept before learners could be moved do not say how many tries there were. */
export type Begun = {
  readonly attempt: Attempt;
  /** Of the version that it is of, whatever its learner is on by now. */
  readonly content: Content;
  readonly triesAllowed?: number;
  /** Of her time more than others have, in percent. */
  readonly extraPercent?: number;
};

/** What of an allowance a sitting is begun with. */
export const allowed = ({ allowance }: Pick<Enrolment["quiz"], "allowance">) =>
  allowance?.extraPercent ? { extraPercent: allowance.extraPercent } : {};

/** A sitting as a phone gets it: items in its order, without their keys, and what is at stake. */
export async function sittingOf(deps: Deps, { attempt, content, ...begun }: Begun) {
  const { itemIds, number } = attempt;
  const { passMarkPercent, ...manifest } = await readManifest(deps, content.manifest);
  const triesAllowed = begun.triesAllowed ?? manifest.triesAllowed;
  const quiz = await readQuiz(deps, content.quiz);
  const { rules = {} } = manifest.quiz;
  const { extraPercent } = begun;
  const minutes = minutesFor(rules, { allowance: extraPercent ? { extraPercent } : undefined });
  return {
    number,
    items: itemsIn(quiz, itemIds).map(publicItem),
    triesLeft: Math.max(0, triesAllowed - number),
    passMarkPercent,
    triesAllowed,
    ...(minutes ? { minutes } : {}),
    ...(rules.tells ? { tells: rules.tells } : {}),
  };
}

/** The items of a sitting, in its order. Pure. */
export function itemsIn(
  { items }: { readonly items: readonly Item[] },
  ids: Attempt["itemIds"],
): Item[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

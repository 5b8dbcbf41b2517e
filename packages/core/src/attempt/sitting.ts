import type { Attempt, Content } from "@twiza/contract";
import { readManifest, readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { publicItem } from "./grading.ts";

/** What a sitting was begun with. Replies that were kept before learners could be moved do not say how many tries there were. */
export type Begun = {
  readonly attempt: Attempt;
  /** Of the version that it is of, whatever its learner is on by now. */
  readonly content: Content;
  readonly triesAllowed?: number;
};

/** A sitting as a phone gets it: items in its order, without their keys, and what is at stake. */
export async function sittingOf(deps: Deps, { attempt, content, ...begun }: Begun) {
  const { itemIds, number } = attempt;
  const { passMarkPercent, ...manifest } = await readManifest(deps, content.manifest);
  const triesAllowed = begun.triesAllowed ?? manifest.triesAllowed;
  const { items } = await readQuiz(deps, content.quiz);
  const byId = new Map(items.map((item) => [item.id, item]));
  return {
    number,
    items: itemIds.flatMap((id) => byId.get(id) ?? []).map(publicItem),
    triesLeft: Math.max(0, triesAllowed - number),
    passMarkPercent,
    triesAllowed,
  };
}

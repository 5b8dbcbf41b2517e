import type { Attempt, Content } from "@twiza/contract";
import { readManifest, readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { publicItem } from "./grading.ts";

/** A sitting as a phone gets it: items in its order, without their keys, and what is at stake. */
export async function sittingOf(deps: Deps, { itemIds, number }: Attempt, content: Content) {
  const { triesAllowed, passMarkPercent } = await readManifest(deps, content.manifest);
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

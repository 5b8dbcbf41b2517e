import type { Attempt, Item, TestSums } from "@twiza/contract";
import { itemsIn } from "../attempt/sitting.ts";
import { canonicalJson } from "../course/canonical-json.ts";
import { readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { type Decision, decide, digest } from "../intent.ts";
import { type Sitting, withSitting } from "./add-sitting.ts";

/** Tells an item's words and key from any other's; whoever reads it aloud changes nothing. */
export async function printOfItem({ voices: _, ...item }: Item): Promise<string> {
  return (await digest(new TextDecoder().decode(canonicalJson(item)))).slice(0, 16);
}

/**
 * Adds a sitting to what is known of its test, once, however often its change is seen. Only the first try of a learner counts: from
 * the second on she has seen the questions. What stays open or waits for a person is counted once it stands.
 * @returns whether it was counted now
 */
export function countSitting(deps: Deps, attempt: Attempt): Promise<boolean> {
  if (attempt.number !== 1 || !attempt.submittedAt) return Promise.resolve(false);
  return decide(deps, () => counted(deps, attempt));
}

async function counted(deps: Deps, attempt: Attempt): Promise<Decision<boolean>> {
  const { courseId, id, version, answers = [] } = attempt;
  const { statistics, courses } = deps.store;
  const published = await courses.version(courseId, version);
  if (!published || (await statistics.isCounted(courseId, id))) return { reply: false, writes: [] };
  const { quiz } = published.value.content;
  const kept = await statistics.ofTest(courseId, quiz);
  const test = await readQuiz(deps, quiz);
  const sitting: Sitting = {
    items: await Promise.all(
      itemsIn(test, attempt.itemIds).map(async (item) => ({
        item,
        print: await printOfItem(item),
      })),
    ),
    answers,
    isWhole: attempt.itemIds.length === test.items.length,
  };
  const sums: TestSums = { courseId, quiz, ...withSitting(kept?.value, sitting) };
  return {
    reply: true,
    writes: [statistics.put(sums, kept?.revision ?? "absent"), statistics.putCounted(courseId, id)],
  };
}

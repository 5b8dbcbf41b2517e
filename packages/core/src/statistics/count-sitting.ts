import type { Attempt, TestSums } from "@twiza/contract";
import { itemsIn } from "../attempt/sitting.ts";
import { judgedNow } from "../correction/judged.ts";
import { printOfItem } from "../course/print.ts";
import { readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { type Decision, decide } from "../intent.ts";
import { type Sitting, withSitting } from "./add-sitting.ts";

/**
 * Adds a sitting to what is known of its test, once, however often its change is seen. Only the first try of a learner counts: from
 * the second on she has seen the questions. What stays open or waits for a person is counted once it stands. By its corrected key; a
 * question that counts for everybody tells nothing.
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
  const { items, voids } = await judgedNow(deps, courseId, itemsIn(test, attempt.itemIds));
  const telling = items.filter((item) => !voids.has(item.id));
  const sitting: Sitting = {
    items: await Promise.all(
      telling.map(async (item) => ({ item, print: await printOfItem(item) })),
    ),
    answers,
    isWhole: telling.length === test.items.length,
  };
  const sums: TestSums = { courseId, quiz, ...withSitting(kept?.value, sitting) };
  return {
    reply: true,
    writes: [statistics.put(sums, kept?.revision ?? "absent"), statistics.putCounted(courseId, id)],
  };
}

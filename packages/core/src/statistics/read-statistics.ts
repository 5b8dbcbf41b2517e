import type { Correction, CourseId, Hash, ItemStatistics } from "@twiza/contract";
import { judgedBy } from "../correction/judged.ts";
import { printOfItem } from "../course/print.ts";
import { readQuiz } from "../course/content.ts";
import { courseToEdit } from "../course/draft-content.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { joined, reliabilityOf, statisticsOf } from "./figures.ts";

/**
 * How the items of a draft do, from all tests of the course that had them as they are now: publishing a lesson anew, or another
 * item, begins nothing again. One that was corrected where it is published has the figures of its corrected key.
 * @throws Refused `not_found`
 */
export async function readStatistics(
  deps: Deps,
  principal: Principal,
  courseId: CourseId,
): Promise<{ sittings: number; reliability?: number; items: ItemStatistics[] }> {
  const { value: course } = await courseToEdit(deps, principal, courseId);
  const [{ items }, tests, corrections] = await Promise.all([
    readQuiz(deps, course.draft.content.quiz),
    deps.store.statistics.ofCourse(courseId),
    deps.store.corrections.ofCourse(courseId),
  ]);
  const judged = await judgedBy(deps, items, corrections);
  const told = judged.items.map(async (item) => {
    const print = await printOfItem(item);
    // What counts for everybody tells nothing of anybody.
    const same = judged.voids.has(item.id)
      ? []
      : tests.flatMap((test) => test.items[item.id] ?? []);
    return statisticsOf(item, joined(same.filter((sums) => sums.print === print)));
  });
  const live = tests.find(({ quiz }) => quiz === course.live?.content.quiz);
  const isCorrected = live !== undefined && (await isAnyCorrected(deps, live.quiz, corrections));
  const reliability = live && !isCorrected ? reliabilityOf(live) : undefined;
  return {
    sittings: live?.sittings ?? 0,
    ...(reliability === undefined ? {} : { reliability }),
    items: await Promise.all(told),
  };
}

/** Whether sums of a test were in part added up by a key that was wrong: then they say nothing of the whole. */
async function isAnyCorrected(
  deps: Deps,
  quiz: Hash,
  corrections: readonly Correction[],
): Promise<boolean> {
  const { items } = await readQuiz(deps, quiz);
  return (await judgedBy(deps, items, corrections)).by.size > 0;
}

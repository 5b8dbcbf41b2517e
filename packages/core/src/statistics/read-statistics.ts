import type { CourseId, ItemStatistics } from "@twiza/contract";
import { readQuiz } from "../course/content.ts";
import { courseToEdit } from "../course/draft-content.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { printOfItem } from "./count-sitting.ts";
import { joined, reliabilityOf, statisticsOf } from "./figures.ts";

/**
 * How the items of a draft do, from all tests of the course that had them as they are now: publishing a lesson anew, or another
 * item, begins nothing again.
 * @throws Refused `not_found`
 */
export async function readStatistics(
  deps: Deps,
  principal: Principal,
  courseId: CourseId,
): Promise<{ sittings: number; reliability?: number; items: ItemStatistics[] }> {
  const { value: course } = await courseToEdit(deps, principal, courseId);
  const [{ items }, tests] = await Promise.all([
    readQuiz(deps, course.draft.content.quiz),
    deps.store.statistics.ofCourse(courseId),
  ]);
  const told = items.map(async (item) => {
    const print = await printOfItem(item);
    const same = tests.flatMap((test) => test.items[item.id] ?? []);
    return statisticsOf(item, joined(same.filter((sums) => sums.print === print)));
  });
  const live = tests.find(({ quiz }) => quiz === course.live?.content.quiz);
  const reliability = live && reliabilityOf(live);
  return {
    sittings: live?.sittings ?? 0,
    ...(reliability === undefined ? {} : { reliability }),
    items: await Promise.all(told),
  };
}

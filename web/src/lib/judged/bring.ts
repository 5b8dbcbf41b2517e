import { GRADES } from "../grades/volume.ts";
import { also } from "../i18n.svelte.ts";
import type { CourseAtHand } from "../learner/course.ts";
import { SEEN } from "../seen/volume.ts";
import Judged from "./Judged.svelte";

/** Brings what shows a learner what people judged, with its words. @throws TypeError without network, until it came once */
export async function bringJudged({
  courseId,
  manifest: { assignments },
  enrolment,
}: CourseAtHand) {
  const [Work] = await Promise.all([
    // What shows work stays by other means than the rest: where it is missing, the rest is there.
    assignments && enrolment
      ? import("../work/bring.ts").then(
          (work) => work.bringWork(courseId, assignments),
          () => undefined,
        )
      : undefined,
    also(SEEN, ...(enrolment?.grades ? [GRADES] : [])),
  ]);
  return { Judged, Work };
}

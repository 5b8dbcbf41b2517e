import type { CourseId, Enrolment, Manifest } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { loadEnrolment } from "../enrolment/enrolment.ts";
import type { Learning } from "../person/acting.ts";
import type { Kept } from "../store/index.ts";

/** Her own enrolment as it was written last, for something that changes it. */
export async function loadToWrite(
  deps: Deps,
  learning: Learning,
  courseId: CourseId,
): Promise<Kept<Enrolment> & { manifest: Manifest }> {
  const loaded = await loadEnrolment(deps, learning, { courseId, fresh: true });
  authorise(learning, "progress:write", {
    organisationId: loaded.value.organisationId,
    own: loaded.value.learnerId === learning.learnerId,
  });
  return loaded;
}

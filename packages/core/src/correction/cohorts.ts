import type { CohortId, Course } from "@twiza/contract";
import type { Deps } from "../deps.ts";

/** The cohorts of a course, in their order. One that is opened later has only learners who know the correction. */
export async function cohortsOf(deps: Deps, course: Course): Promise<CohortId[]> {
  const own: CohortId[] = [];
  let after: string | undefined;
  do {
    const page = await deps.store.cohorts.ofOrganisation(course.organisationId, after);
    own.push(
      ...page.values.flatMap(({ value }) => (value.courseId === course.id ? [value.id] : [])),
    );
    after = page.next;
  } while (after);
  return own;
}

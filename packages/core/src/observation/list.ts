import type { CohortId, CourseId, LearnerId, ObservationView } from "@twiza/contract";
import { loadCohort } from "../cohort/cohort.ts";
import type { Deps } from "../deps.ts";
import { loadEnrolment } from "../enrolment/enrolment.ts";
import { actingFor, type Whose } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { viewOf } from "./view.ts";

type Listed = { readonly observations: ObservationView[] };

/** What was seen of one learner's work in the course of a cohort, newest first; that of a cohort she was in before as well. */
export async function listObservations(
  deps: Deps,
  principal: Principal,
  { cohortId: id, learnerId }: { readonly cohortId: CohortId; readonly learnerId: LearnerId },
): Promise<Listed> {
  const { value: cohort } = await loadCohort(deps, principal, { id, action: "observation:read" });
  const { value } = found(await deps.store.enrolments.byCourse(learnerId, cohort.courseId));
  if (value.cohortId !== id) found(undefined);
  return ofCourse(deps, learnerId, cohort.courseId);
}

/** What others saw of her own work. */
export async function listOwnObservations(
  deps: Deps,
  principal: Principal,
  { courseId, learnerId }: { readonly courseId: CourseId } & Whose,
): Promise<Listed> {
  const learning = actingFor(principal, learnerId);
  await loadEnrolment(deps, learning, { courseId, fresh: false });
  return ofCourse(deps, learning.learnerId, courseId);
}

async function ofCourse(deps: Deps, learnerId: LearnerId, courseId: CourseId): Promise<Listed> {
  const kept = await deps.store.observations.ofCourse(learnerId, courseId);
  return { observations: kept.map(({ value }) => viewOf(value)) };
}

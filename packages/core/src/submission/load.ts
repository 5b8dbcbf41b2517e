import type { Assignment, Cohort, CohortId, Submission, SubmissionId } from "@twiza/contract";
import { type Action, authorise, type Subject } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";

export type Wanted = { readonly cohortId: CohortId; readonly submissionId: SubmissionId };
type Found = Kept<Submission> & {
  readonly cohort: Cohort;
  readonly own: boolean;
  readonly subject: Subject;
};

/**
 * A hand-in of a cohort, if this person may do `action` with it. That it is none, another cohort's or another organisation's is one
 * answer. @throws Refused `not_found`; `submission.own` for who would mark her own work
 */
export async function loadSubmission(
  deps: Deps,
  principal: Principal,
  { cohortId, submissionId, action }: Wanted & { readonly action: Action },
): Promise<Found> {
  const organisationId = found(principal.organisationId);
  const { value: cohort } = found(await deps.store.cohorts.byId(organisationId, cohortId));
  const kept = found(await deps.store.submissions.byId(cohortId, submissionId));
  const own = await isOwnLearner(deps, principal.accountId, kept.value.learnerId);
  if (own && action === "submission:mark") throw new Refused("submission.own");
  const subject = { ...cohortSubject(cohort, principal), own };
  authorise(principal, action, subject);
  return { ...kept, cohort, own, subject };
}

/** The assignment that it answers, as the version of then has it: versions never change. */
export async function assignmentOf(
  deps: Deps,
  { courseId, version, assignmentId }: Submission,
): Promise<Assignment> {
  const { value } = found(await deps.store.courses.version(courseId, version));
  const { assignments = [] } = await readManifest(deps, value.content.manifest);
  return found(assignments.find(({ id }) => id === assignmentId));
}

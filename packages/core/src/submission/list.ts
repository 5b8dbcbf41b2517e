import type {
  Assignment,
  CohortId,
  CourseId,
  LearnerId,
  Submission,
  SubmissionLine,
  SubmissionView,
} from "@twiza/contract";
import { cohortSubject, loadCohort } from "../cohort/cohort.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { loadEnrolment } from "../enrolment/enrolment.ts";
import { actingFor, type Whose } from "../person/acting.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { assignmentOf, loadSubmission, type Wanted } from "./load.ts";
import { isNameless, lineOf, mayMark, ownView, staffView } from "./view.ts";

/** Somebody may hand in anew any number of times; what is read is what is new. */
const MOST = 60;

/** What the learner handed in in a course, newest first. One query. */
export async function listOwnSubmissions(
  deps: Deps,
  principal: Principal,
  { courseId, learnerId }: { readonly courseId: CourseId } & Whose,
): Promise<{ submissions: SubmissionView[] }> {
  const learning = actingFor(principal, learnerId);
  await loadEnrolment(deps, learning, { courseId, fresh: false });
  const kept = await ofCourse(deps, learning.learnerId, courseId);
  return { submissions: kept.map(ownView) };
}

const ofCourse = async (deps: Deps, learnerId: LearnerId, courseId: CourseId) =>
  (await deps.store.submissions.ofLearner(learnerId))
    .map(({ value }) => value)
    .filter((each) => each.courseId === courseId)
    .sort(newestFirst)
    .slice(0, MOST);

/** Within a millisecond, as they were counted. */
const newestFirst = (a: Submission, b: Submission): number =>
  a.receivedAt === b.receivedAt ? b.number - a.number : a.receivedAt < b.receivedAt ? 1 : -1;

/** What waits to be marked in a cohort, oldest first, 50 a page. */
export async function listSubmissions(
  deps: Deps,
  principal: Principal,
  { cohortId: id, after }: { readonly cohortId: CohortId; readonly after?: After },
): Promise<{ submissions: SubmissionLine[]; next?: string }> {
  const { value: cohort } = await loadCohort(deps, principal, { id, action: "submission:read" });
  const [page, person] = await Promise.all([
    deps.store.submissions.waiting(id, after),
    deps.store.people.person(principal.accountId),
  ]);
  const own = new Set<LearnerId>(person?.learners.map((learner) => learner.id));
  const submissions = page.values.map(({ value }) => {
    const subject = { ...cohortSubject(cohort, principal), own: own.has(value.learnerId) };
    return lineOf(value, mayMark(principal, value, subject));
  });
  return { submissions, ...nextOf(page) };
}

/** What one learner of a cohort handed in, newest first; without that of which nobody is to know yet that it is hers. */
export async function listLearnerSubmissions(
  deps: Deps,
  principal: Principal,
  { cohortId: id, learnerId }: { readonly cohortId: CohortId; readonly learnerId: LearnerId },
): Promise<{ submissions: SubmissionLine[] }> {
  const { value: cohort } = await loadCohort(deps, principal, { id, action: "submission:read" });
  const { value: enrolment } = found(await deps.store.enrolments.byCourse(learnerId, cohort.courseId)); // prettier-ignore
  if (enrolment.cohortId !== id) found(undefined);
  const [all, own] = await Promise.all([
    ofCourse(deps, learnerId, cohort.courseId),
    isOwnLearner(deps, principal.accountId, learnerId),
  ]);
  const subject = { ...cohortSubject(cohort, principal), own };
  const named = all.filter((each) => !isNameless(each));
  return { submissions: named.map((each) => lineOf(each, mayMark(principal, each, subject))) };
}

type Read = {
  readonly submission: SubmissionView;
  readonly assignment: Assignment;
  readonly mayMark: boolean;
  readonly markings: number;
};

/** One hand-in with its assignment, for who follows its learner. @throws Refused `not_found` */
export async function readSubmission(
  deps: Deps,
  principal: Principal,
  wanted: Wanted,
): Promise<Read> {
  const action = "submission:read";
  const { value, own, subject } = await loadSubmission(deps, principal, { ...wanted, action });
  return {
    // Of her own work she reads no more here than anywhere.
    submission: own ? ownView(value) : staffView(value, principal),
    assignment: await assignmentOf(deps, value),
    mayMark: mayMark(principal, value, subject),
    markings: value.markings.length,
  };
}

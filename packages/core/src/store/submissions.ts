import type { CohortId, LearnerId, Submission, SubmissionId } from "@twiza/contract";
import type { After, Expected, Kept, Page, Write } from "./kept.ts";

/** Work that learners handed in. */
export type SubmissionStore = {
  /** Fresh: who marks and who hands in anew decide by it. */
  byId(cohortId: CohortId, id: SubmissionId): Promise<Kept<Submission> | undefined>;
  /** Of all her courses, newest first; perhaps a moment old. */
  ofLearner(learnerId: LearnerId): Promise<readonly Kept<Submission>[]>;
  /** What of a cohort nobody has given its mark yet, oldest first, 50 a page. */
  waiting(cohortId: CohortId, after: After): Promise<Page<Submission>>;
  put(submission: Submission, expected: Expected): Write;
};

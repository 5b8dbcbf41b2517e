import type {
  Attempt,
  AttemptId,
  CohortId,
  CourseId,
  Enrolment,
  LearnerId,
  LearningEvent,
} from "@twiza/contract";
import type { After, Expected, Freshness, Kept, Page, Write } from "./kept.ts";

export type EnrolmentStore = {
  byCourse(
    learnerId: LearnerId,
    courseId: CourseId,
    how?: Freshness,
  ): Promise<Kept<Enrolment> | undefined>;
  ofLearner(learnerId: LearnerId, after: After): Promise<Page<Enrolment>>;
  /** 200 a page, or fewer. */
  ofCohort(cohortId: CohortId, after: After, limit?: number): Promise<Page<Enrolment>>;
  /** Of those who take the course in no cohort; likewise. */
  alone(courseId: CourseId, after: After, limit?: number): Promise<Page<Enrolment>>;
  put(enrolment: Enrolment, expected: Expected): Write;
  /** Holds a transaction to her still taking the course. */
  stands(learnerId: LearnerId, courseId: CourseId): Write;
  /** An event is its own intent: kept for ever under its id. */
  putEvent(event: LearningEvent): Write;
  hasEvent(learnerId: LearnerId, id: string): Promise<boolean>;
  attempt(
    learnerId: LearnerId,
    courseId: CourseId,
    id: AttemptId,
  ): Promise<Kept<Attempt> | undefined>;
  /** All sittings of a course, oldest first to the millisecond; tries are few. Perhaps a moment old, unless it is said otherwise. */
  attemptsOf(learnerId: LearnerId, courseId: CourseId, how?: Freshness): Promise<Page<Attempt>>;
  /** All sittings of a learner, of whatever course; tries are few. One query. */
  attemptsOfLearner(learnerId: LearnerId): Promise<readonly Kept<Attempt>[]>;
  putAttempt(attempt: Attempt, expected: Expected): Write;
};

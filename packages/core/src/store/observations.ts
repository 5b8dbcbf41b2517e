import type { CourseId, LearnerId, Observation, ObservationId } from "@twiza/contract";
import type { Expected, Freshness, Kept, Write } from "./kept.ts";

/** What somebody saw of a learner's work. */
export type ObservationStore = {
  byId(learnerId: LearnerId, id: ObservationId): Promise<Kept<Observation> | undefined>;
  /** Of one course, newest first; hardly ever more than a few. */
  ofCourse(
    learnerId: LearnerId,
    courseId: CourseId,
    how?: Freshness,
  ): Promise<readonly Kept<Observation>[]>;
  /** Of all her courses, newest first. */
  ofLearner(learnerId: LearnerId): Promise<readonly Kept<Observation>[]>;
  put(observation: Observation, expected: Expected): Write;
};

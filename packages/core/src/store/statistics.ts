import type { AttemptId, CourseId, Hash, TestSums } from "@twiza/contract";
import type { Expected, Kept, Write } from "./kept.ts";

/** How graded items do, added up. */
export type StatisticsStore = {
  ofTest(courseId: CourseId, quiz: Hash): Promise<Kept<TestSums> | undefined>;
  /** Of all tests that a course has had, perhaps a moment old. */
  ofCourse(courseId: CourseId): Promise<readonly TestSums[]>;
  isCounted(courseId: CourseId, attemptId: AttemptId): Promise<boolean>;
  put(sums: TestSums, expected: Expected): Write;
  /** Stale when it was counted before. */
  putCounted(courseId: CourseId, attemptId: AttemptId): Write;
};

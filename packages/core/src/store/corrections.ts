import type { Correction, CourseId, Regrade, Regraded } from "@twiza/contract";
import type { After, Expected, Kept, Page, Write } from "./kept.ts";

/** What of published questions counts otherwise, and the marking anew that follows. */
export type CorrectionStore = {
  /** All of a course in their order, as written last: one query, of nothing as a rule. */
  ofCourse(courseId: CourseId): Promise<readonly Correction[]>;
  /** Stale when another has this number. */
  put(correction: Correction): Write;
  regrade(courseId: CourseId, number: number): Promise<Kept<Regrade> | undefined>;
  /** The newest first. */
  regrades(courseId: CourseId): Promise<readonly Regrade[]>;
  putRegrade(regrade: Regrade, expected: Expected): Write;
  regraded(of: Pick<Regraded, "courseId" | "number" | "learnerId">): Promise<Regraded | undefined>;
  /** Whom it changed something for, 50 a page. */
  allRegraded(courseId: CourseId, number: number, after: After): Promise<Page<Regraded>>;
  /** Stale when it was told before. */
  putRegraded(regraded: Regraded): Write;
};

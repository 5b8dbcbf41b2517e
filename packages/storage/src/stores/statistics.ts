import { AttemptId, CourseId, type Hash, TestSums } from "@twiza/contract";
import type { Store } from "@twiza/core";
import * as z from "zod";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

/** Everything known of the tests of a course in one query. */
const testSums = entity({
  name: "test-sums",
  table: tables.courses,
  schema: TestSums,
  format: 1,
  key: ({ courseId, quiz }: { courseId: CourseId; quiz: Hash }) => ({
    pk: `STATISTICS#${courseId}`,
    sk: `TEST#${quiz}`,
  }),
});

/** That a sitting is in the sums: written with them, so that its change may be seen again. */
const counted = entity({
  name: "counted-sitting",
  table: tables.courses,
  schema: z.strictObject({ courseId: CourseId, attemptId: AttemptId }),
  format: 1,
  key: ({ courseId, attemptId }: { courseId: CourseId; attemptId: AttemptId }) => ({
    pk: `COUNTED#${courseId}`,
    sk: `ATTEMPT#${attemptId}`,
  }),
});

export const statisticsStore = (engine: Engine, write: Writer): Store["statistics"] => ({
  ofTest: (courseId, quiz) => testSums.get(engine, { courseId, quiz }, { consistent: true }),
  ofCourse: async (courseId) => {
    const { values } = await testSums.query(engine, { pk: `STATISTICS#${courseId}` });
    return values.map(({ value }) => value);
  },
  isCounted: async (courseId, attemptId) =>
    (await counted.get(engine, { courseId, attemptId }, { consistent: true })) !== undefined,
  put: (value, expected) => write(testSums.put(value, { expected })),
  putCounted: (courseId, attemptId) =>
    write(counted.put({ courseId, attemptId }, { expected: "absent" })),
});

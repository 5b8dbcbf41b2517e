import {
  Attempt,
  type AttemptId,
  type CourseId,
  Enrolment,
  type LearnerId,
  LearningEvent,
} from "@twiza/contract";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

type ByCourse = { learnerId: LearnerId; courseId: CourseId };

/** Format 2 may name a reserved sitting; what was written before simply names none. */
export const enrolment = entity({
  name: "enrolment",
  table: tables.learners,
  schema: Enrolment,
  format: 2,
  upcasts: { 1: (data) => data },
  key: ({ learnerId, courseId }: ByCourse) => ({
    pk: `LEARNER#${learnerId}`,
    sk: `ENROLMENT#${courseId}`,
  }),
  indexes: {
    byCohort: ({ cohortId, learnerId }) =>
      cohortId ? { pk: `COHORT#${cohortId}`, sk: learnerId } : undefined,
  },
});

const learningEvent = entity({
  name: "learning-event",
  table: tables.learners,
  schema: LearningEvent,
  format: 1,
  key: ({ learnerId, id }: { learnerId: LearnerId; id: string }) => ({
    pk: `LEARNER#${learnerId}`,
    sk: `EVENT#${id}`,
  }),
});

/** Format 2 may be reserved and not begun; every sitting of format 1 was begun when it was made. */
const attempt = entity({
  name: "attempt",
  table: tables.learners,
  schema: Attempt,
  format: 2,
  upcasts: { 1: (data) => data },
  key: ({ learnerId, courseId, id }: ByCourse & { id: AttemptId }) => ({
    pk: `LEARNER#${learnerId}`,
    sk: `ATTEMPT#${courseId}#${id}`,
  }),
});

export const enrolmentStore = (engine: Engine, write: Writer): Store["enrolments"] => ({
  byCourse: (learnerId, courseId, how) =>
    enrolment.get(engine, { learnerId, courseId }, { consistent: how?.fresh }),
  ofLearner: async (learnerId, after) =>
    page(
      await enrolment.query(engine, {
        pk: `LEARNER#${learnerId}`,
        sk: { beginsWith: "ENROLMENT#" },
        after,
      }),
    ),
  ofCohort: async (cohortId, after) =>
    page(
      await enrolment.query(engine, {
        index: "byCohort",
        pk: `COHORT#${cohortId}`,
        limit: 200,
        after,
      }),
    ),
  put: (value, expected) => write(enrolment.put(value, { expected })),
  putEvent: (value) => write(learningEvent.put(value, { expected: "absent" })),
  hasEvent: async (learnerId, id) =>
    (await learningEvent.get(engine, { learnerId, id }, { consistent: true })) !== undefined,
  attempt: (learnerId, courseId, id) =>
    attempt.get(engine, { learnerId, courseId, id }, { consistent: true }),
  attemptsOf: async (learnerId, courseId) =>
    page(
      await attempt.query(engine, {
        pk: `LEARNER#${learnerId}`,
        sk: { beginsWith: `ATTEMPT#${courseId}#` },
      }),
    ),
  putAttempt: (value, expected) => write(attempt.put(value, { expected })),
});

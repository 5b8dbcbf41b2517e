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

/**
 * Format 2 may name a reserved sitting, format 3 versions that she was on before, format 4 skills that somebody saw and that she has a PIN,
 * format 5 work that she handed in and looks at her work that she disputes: what was written before simply names none. Who takes a course alone stands in the index under the course, from her next write on where she was enrolled before that.
 */
export const enrolment = entity({
  name: "enrolment",
  table: tables.learners,
  schema: Enrolment,
  format: 5,
  upcasts: { 1: (data) => data, 2: (data) => data, 3: (data) => data, 4: (data) => data },
  key: ({ learnerId, courseId }: ByCourse) => ({
    pk: `LEARNER#${learnerId}`,
    sk: `ENROLMENT#${courseId}`,
  }),
  indexes: {
    byCohort: ({ cohortId, courseId, learnerId }) => ({
      pk: cohortId ? `COHORT#${cohortId}` : `ALONE#${courseId}`,
      sk: learnerId,
    }),
  },
});

/** Format 2 may say of which version it is; phones of before did not. */
const learningEvent = entity({
  name: "learning-event",
  table: tables.learners,
  schema: LearningEvent,
  format: 2,
  upcasts: { 1: (data) => data },
  key: ({ learnerId, id }: { learnerId: LearnerId; id: string }) => ({
    pk: `LEARNER#${learnerId}`,
    sk: `EVENT#${id}`,
  }),
});

/** Format 2 may be reserved and not begun; every sitting of format 1 was begun when it was made. */
export const attempt = entity({
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

const ofGroup = async (
  engine: Engine,
  pk: string,
  { after, limit = 200 }: { after: string | undefined; limit: number | undefined },
) => page(await enrolment.query(engine, { index: "byCohort", pk, limit, after }));

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
  ofCohort: (cohortId, after, limit) => ofGroup(engine, `COHORT#${cohortId}`, { after, limit }),
  alone: (courseId, after, limit) => ofGroup(engine, `ALONE#${courseId}`, { after, limit }),
  put: (value, expected) => write(enrolment.put(value, { expected })),
  stands: (learnerId, courseId) =>
    write(enrolment.check({ learnerId, courseId }, { expected: "present" })),
  putEvent: (value) => write(learningEvent.put(value, { expected: "absent" })),
  hasEvent: async (learnerId, id) =>
    (await learningEvent.get(engine, { learnerId, id }, { consistent: true })) !== undefined,
  attempt: (learnerId, courseId, id) =>
    attempt.get(engine, { learnerId, courseId, id }, { consistent: true }),
  attemptsOf: async (learnerId, courseId, how) =>
    page(
      await attempt.query(engine, {
        consistent: how?.fresh,
        pk: `LEARNER#${learnerId}`,
        sk: { beginsWith: `ATTEMPT#${courseId}#` },
      }),
    ),
  attemptsOfLearner: async (learnerId) => {
    const { values } = await attempt.query(engine, {
      pk: `LEARNER#${learnerId}`,
      sk: { beginsWith: "ATTEMPT#" },
    });
    return values;
  },
  putAttempt: (value, expected) => write(attempt.put(value, { expected })),
});

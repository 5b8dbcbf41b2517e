import { Correction, type CourseId, type LearnerId, Regrade, Regraded } from "@twiza/contract";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { page, type Writer } from "./write.ts";

type ByNumber = { courseId: CourseId; number: number };
/** Keys that order as numbers do. */
const padded = (number: number): string => String(number).padStart(6, "0");

/** Apart from all else of a course, since each handing in asks for them: as a rule there are none. */
const correction = entity({
  name: "correction",
  table: tables.courses,
  schema: Correction,
  format: 1,
  key: ({ courseId, number }: ByNumber) => ({
    pk: `CORRECTIONS#${courseId}`,
    sk: `NUMBER#${padded(number)}`,
  }),
});

export const regrade = entity({
  name: "regrade",
  table: tables.courses,
  schema: Regrade,
  format: 1,
  key: ({ courseId, number }: ByNumber) => ({
    pk: `REGRADES#${courseId}`,
    sk: `NUMBER#${padded(number)}`,
  }),
});

/** With those whom it is about, so that the feed that goes on with a regrade does not see them. */
const regraded = entity({
  name: "regraded",
  table: tables.learners,
  schema: Regraded,
  format: 1,
  key: ({ courseId, number, learnerId }: ByNumber & { learnerId: LearnerId }) => ({
    pk: `REGRADED#${courseId}#${padded(number)}`,
    sk: `LEARNER#${learnerId}`,
  }),
});

export const correctionStore = (engine: Engine, write: Writer): Store["corrections"] => ({
  ofCourse: async (courseId) => {
    const pk = `CORRECTIONS#${courseId}`;
    const { values } = await correction.query(engine, { pk, consistent: true });
    return values.map(({ value }) => value);
  },
  put: (value) => write(correction.put(value, { expected: "absent" })),
  regrade: (courseId, number) => regrade.get(engine, { courseId, number }, { consistent: true }),
  regrades: async (courseId) => {
    const pk = `REGRADES#${courseId}`;
    const { values } = await regrade.query(engine, { pk, consistent: true, descending: true });
    return values.map(({ value }) => value);
  },
  putRegrade: (value, expected) => write(regrade.put(value, { expected })),
  regraded: async (of) => (await regraded.get(engine, of, { consistent: true }))?.value,
  allRegraded: async (courseId, number, after) => {
    const pk = `REGRADED#${courseId}#${padded(number)}`;
    return page(await regraded.query(engine, { pk, limit: 50, after }));
  },
  putRegraded: (value) => write(regraded.put(value, { expected: "absent" })),
});

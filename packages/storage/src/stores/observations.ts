import { type LearnerId, Observation, type ObservationId } from "@twiza/contract";
import type { Freshness, Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { holding } from "./holders.ts";
import type { Writer } from "./write.ts";

/** With its learner. Its id was made by the observer's phone, and tells the order. */
const observation = entity({
  name: "observation",
  table: tables.learners,
  schema: Observation,
  format: 1,
  key: ({ learnerId, id }: { learnerId: LearnerId; id: ObservationId }) => ({
    pk: `LEARNER#${learnerId}`,
    sk: `OBSERVATION#${id}`,
  }),
});

const ofLearner = async (engine: Engine, learnerId: LearnerId, how?: Freshness) =>
  (
    await observation.query(engine, {
      pk: `LEARNER#${learnerId}`,
      sk: { beginsWith: "OBSERVATION#" },
      descending: true,
      consistent: how?.fresh,
    })
  ).values;

export const observationStore = (engine: Engine, write: Writer): Store["observations"] => ({
  byId: (learnerId, id) => observation.get(engine, { learnerId, id }, { consistent: true }),
  ofCourse: async (learnerId, courseId, how) =>
    (await ofLearner(engine, learnerId, how)).filter(({ value }) => value.courseId === courseId),
  ofLearner: (learnerId) => ofLearner(engine, learnerId),
  put: (value, expected) =>
    write(
      observation.put(value, { expected }),
      ...(expected === "absent" ? holding(value.learnerId, value.photos) : []),
    ),
});

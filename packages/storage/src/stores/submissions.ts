import { type CohortId, type LearnerId, Submission, type SubmissionId } from "@twiza/contract";
import type { Kept, Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { holding } from "./holders.ts";
import { page, type Writer } from "./write.ts";

/** States in which it waits for a person. */
const WAITS: ReadonlySet<Submission["state"]> = new Set(["waiting", "second", "differs"]);

/**
 * Under its cohort and its own id, so that whoever marks needs not know whose it is. Its id was made by a phone and says nothing about
 * order: that is told by when it was received.
 */
const submission = entity({
  name: "submission",
  table: tables.learners,
  schema: Submission,
  format: 1,
  key: ({ cohortId, id }: { cohortId: CohortId; id: SubmissionId }) => ({
    pk: `COHORT#${cohortId}`,
    sk: `SUBMISSION#${id}`,
  }),
  indexes: {
    waitingFlags: ({ cohortId, receivedAt, id, state }) =>
      WAITS.has(state) ? { pk: `COHORT#${cohortId}`, sk: `${receivedAt}#${id}` } : undefined,
    byLearner: ({ learnerId, receivedAt, id }) => ({
      pk: `LEARNER#${learnerId}`,
      sk: `SUBMISSION#${receivedAt}#${id}`,
    }),
  },
});

/** So many are looked through at most, where somebody hands in anew without end. */
const MOST = 300;

async function ofLearner(engine: Engine, learnerId: LearnerId): Promise<Kept<Submission>[]> {
  const all: Kept<Submission>[] = [];
  let after: string | undefined;
  do {
    const { values, next } = await submission.query(engine, {
      index: "byLearner",
      pk: `LEARNER#${learnerId}`,
      descending: true,
      after,
    });
    all.push(...values);
    after = next;
  } while (after !== undefined && all.length < MOST);
  return all.slice(0, MOST);
}

/** What was said aloud to the work: of many that were marked a few. */
const voicesOf = ({ markings }: Submission) =>
  markings.flatMap(({ voice, notes }) =>
    [voice, ...notes.map((note) => note.voice)].flatMap((each) => (each ? [each] : [])),
  );

export const submissionStore = (engine: Engine, write: Writer): Store["submissions"] => ({
  byId: (cohortId, id) => submission.get(engine, { cohortId, id }, { consistent: true }),
  ofLearner: (learnerId) => ofLearner(engine, learnerId),
  waiting: async (cohortId, after) =>
    page(
      await submission.query(engine, {
        index: "waitingFlags",
        pk: `COHORT#${cohortId}`,
        limit: 50,
        after,
      }),
    ),
  put: (value, expected) =>
    write(submission.put(value, { expected }), ...holding(value.learnerId, voicesOf(value))),
});

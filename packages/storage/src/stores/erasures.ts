import { Erasure, type ErasureId, type LearnerId } from "@twiza/contract";
import type { HeldAt, HeldBy, HeldRow, Store } from "@twiza/core";
import type { Engine, Item, Query, Value } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { changed, signed } from "./certificates.ts";
import { account, contactOwner, learner, profile } from "./people.ts";
import { page, type Writer } from "./write.ts";

/** All in one partition: they are few, and a restored backup is held against all of them. */
const PARTITION = "ERASURES";

export const erasure = entity({
  name: "erasure",
  table: tables.people,
  schema: Erasure,
  format: 1,
  key: ({ learnerId, id }: { learnerId: LearnerId; id: ErasureId }) => ({
    pk: PARTITION,
    sk: `${learnerId}#${id}`,
  }),
});

type Place = Query & { readonly table: string };
const padded = (number: number): string => String(number).padStart(6, "0");
const [learners, courses, certificates, people] = [
  tables.learners.name,
  tables.courses.name,
  tables.certificates.name,
  tables.people.name,
];

/** Each of these is one query of one partition. */
const PLACES: { readonly [K in keyof HeldBy]: (at: HeldBy[K]) => Place } = {
  learner: ({ learnerId }) => ({ table: learners, pk: `LEARNER#${learnerId}` }),
  work: ({ learnerId }) => ({ table: learners, index: "byLearner", pk: `LEARNER#${learnerId}` }),
  card: ({ learnerId }) => ({ table: people, pk: `CARD#${learnerId}` }),
  account: ({ accountId }) => ({ table: people, pk: `ACCOUNT#${accountId}` }),
  identities: ({ accountId }) => ({
    table: people,
    index: "sessionsOfAccount",
    pk: `SUBJECTS#${accountId}`,
  }),
  intents: ({ accountId }) => ({ table: people, pk: `INTENT#${accountId}` }),
  pin: ({ accountId }) => ({ table: people, pk: `PIN#${accountId}` }),
  carried: ({ accountId }) => ({ table: people, pk: `CARRIED#${accountId}` }),
  reminders: ({ accountId }) => ({ table: people, pk: `REMINDERS#${accountId}` }),
  flags: ({ organisationId }) => ({
    table: learners,
    pk: `ORG#${organisationId}`,
    sk: { beginsWith: "FLAG#" },
  }),
  trail: ({ organisationId }) => ({ table: people, pk: `AUDIT#${organisationId}` }),
  earned: ({ learnerId, courseId }) => ({
    table: certificates,
    pk: `EARNED#${learnerId}#${courseId}`,
  }),
  regraded: ({ courseId, number, learnerId }) => ({
    table: learners,
    pk: `REGRADED#${courseId}#${padded(number)}`,
    sk: { eq: `LEARNER#${learnerId}` },
  }),
  refused: ({ batchId, learnerId }) => ({
    table: courses,
    pk: `BATCH#${batchId}`,
    sk: { eq: `REFUSED#${learnerId}` },
  }),
  blob: ({ hash }) => ({ table: people, pk: `BLOB#${hash}` }),
};

const placeOf = (at: HeldAt): Place =>
  // The key of the table is the `of` of what it is called with.
  (PLACES[at.of] as (at: HeldAt) => Place)(at);

export function erasureStore(engine: Engine, write: Writer): Store["erasures"] {
  const items = new WeakMap<HeldRow, { readonly table: string; readonly item: Item }>();
  const held = (table: string, item: Item): HeldRow => {
    // Where it lies stays in this room.
    const { entity: kind, data } = item;
    const row = { entity: typeof kind === "string" ? kind : "", data } as HeldRow;
    items.set(row, { table, item });
    return row;
  };
  const lying = (row: HeldRow) => {
    const at = items.get(row);
    if (!at) throw new Error("a row that was not read here");
    return at;
  };
  return {
    byId: (learnerId, id) => erasure.get(engine, { learnerId, id }, { consistent: true }),
    ofLearner: async (learnerId) => {
      const sk = { beginsWith: `${learnerId}#` };
      const { values } = await erasure.query(engine, { pk: PARTITION, sk, consistent: true });
      return values.map(({ value }) => value);
    },
    all: async (after) =>
      page(await erasure.query(engine, { pk: PARTITION, limit: 100, after, consistent: true })),
    put: (value, expected) => write(erasure.put(value, { expected })),
    removeLearner: ({ value, revision }) =>
      write(
        learner.remove(value, { expected: revision }),
        profile.remove(value, { expected: "any" }),
      ),
    removeAccount: ({ value, revision }) =>
      write(
        account.remove(value, { expected: revision }),
        ...(value.contact === undefined
          ? []
          : [contactOwner.remove({ contact: value.contact }, { expected: "any" })]),
      ),
    becomeHusk: (husk, was) =>
      write(...changed(husk, was), signed.remove({ certificateId: husk.id }, { expected: "any" })),
    rows: async (at, after) => {
      const { table, ...query } = placeOf(at);
      const isFresh = query.index === undefined;
      const found = await engine.query(table, { ...query, after, limit: 100, consistent: isFresh });
      return {
        rows: found.items.map((item) => held(table, item)),
        ...(found.next ? { next: found.next } : {}),
      };
    },
    remove: async (rows) => {
      for (const row of rows) {
        const { table, item } = lying(row);
        await engine.delete(table, { pk: item.pk, sk: item.sk });
      }
    },
    take: (row) => {
      const { table, item } = lying(row);
      const is = Number(item["revision"]);
      const key = { pk: item.pk, sk: item.sk };
      return write({ op: "delete", table, key, condition: { kind: "revision", is } });
    },
    rewrite: (row, data) => {
      const { table, item } = lying(row);
      const is = Number(item["revision"]);
      // What is put in its place is made of what lay there, by leaving out.
      const next: Item = { ...item, data: data as Value, revision: is + 1 };
      return write({ op: "put", table, item: next, condition: { kind: "revision", is } });
    },
  };
}

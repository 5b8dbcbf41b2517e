import { LoggedAct, LoggedForm, LogRow, LogTail, PublishedLog } from "@twiza/contract";
import type { Appended, Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import type { Writer } from "./write.ts";

const BUNDLE = 256;
/** In the order of the numbers themselves. */
const sorted = (number: number): string => String(number).padStart(16, "0");

/** Each move of it is one append, however many entries: it is what the keeper of the log follows. */
export const logTail = entity({
  name: "log-tail",
  table: tables.certificates,
  schema: LogTail,
  format: 1,
  key: (_: object) => ({ pk: "LOG", sk: "TAIL" }),
});

/** The entries of a bundle lie together, since they are shown together. */
const logRow = entity({
  name: "log-entry",
  table: tables.certificates,
  schema: LogRow,
  format: 1,
  key: ({ index }: { index: number }) => ({
    pk: `LOG#${Math.floor(index / BUNDLE)}`,
    sk: sorted(index),
  }),
});

const loggedAct = entity({
  name: "logged-act",
  table: tables.certificates,
  schema: LoggedAct,
  format: 1,
  key: ({ subject, number }: { subject: string; number: number }) => ({
    pk: `LOGGED#${subject}`,
    sk: sorted(number),
  }),
});

const loggedForm = entity({
  name: "logged-form",
  table: tables.certificates,
  schema: LoggedForm,
  format: 1,
  key: ({ form }: { form: string }) => ({ pk: `FORM#${form}`, sk: "FORM" }),
});

const published = entity({
  name: "published-log",
  table: tables.certificates,
  schema: PublishedLog,
  format: 1,
  key: (_: object) => ({ pk: "LOG", sk: "PUBLISHED" }),
});

const opsOf = ({ row, act, forms }: Appended) => [
  logRow.put(row, { expected: "absent" }),
  loggedAct.put(act, { expected: "absent" }),
  ...forms.map((form) => loggedForm.put({ form, subject: act.subject }, { expected: "absent" })),
];

export const logStore = (engine: Engine, write: Writer): Store["log"] => ({
  tail: () => logTail.get(engine, {}, { consistent: true }),
  entry: async (index) => (await logRow.get(engine, { index }, { consistent: true }))?.value,
  bundle: async (number) => {
    const { values } = await logRow.query(engine, { pk: `LOG#${number}`, consistent: true });
    return values.map(({ value }) => value);
  },
  acts: async (subject) => {
    const { values } = await loggedAct.query(engine, { pk: `LOGGED#${subject}`, consistent: true });
    return values.map(({ value }) => value);
  },
  subjectOf: async (form) =>
    (await loggedForm.get(engine, { form }, { consistent: true }))?.value.subject,
  append: (tail, expected, added) =>
    write(logTail.put(tail, { expected }), ...added.flatMap(opsOf)),
  published: () => published.get(engine, {}, { consistent: true }),
  putPublished: (value, expected) => write(published.put(value, { expected })),
});

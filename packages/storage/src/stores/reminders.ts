import type { AccountId } from "@twiza/contract";
import { Reminder, ReminderMessage } from "@twiza/contract/reminder";
import type { Store } from "@twiza/core";
import type { Engine } from "../engine/engine.ts";
import { entity } from "../entity.ts";
import { tables } from "../tables.ts";
import { expiring } from "./certificates.ts";
import { page, type Writer } from "./write.ts";

/** Longer than the longest time of reminding; then nobody asks for it any more. */
const KEPT_DAYS = 120;
const TO_SEND = "REMINDERS#TO_SEND";
const later = (instant: string, days: number): number =>
  Math.ceil(Date.parse(instant) / 1000) + days * 86_400;
const partition = (accountId: AccountId): string => `REMINDERS#${accountId}`;

/** It lies with the people, whose table forgets by itself. Those that wait for a message stand in the index, person by person. */
const reminder = entity({
  name: "reminder",
  table: tables.people,
  schema: Reminder,
  format: 1,
  key: ({
    accountId,
    at,
    certificateId,
  }: Pick<Reminder, "accountId" | "at" | "certificateId">) => ({
    pk: partition(accountId),
    sk: `REMINDER#${at}#${certificateId}`,
  }),
  indexes: {
    byOrganisation: ({ toSend, accountId, at, certificateId }) =>
      toSend ? { pk: TO_SEND, sk: `${accountId}#${at}#${certificateId}` } : undefined,
  },
  expiresAt: ({ at }) => later(at, KEPT_DAYS),
});

/** One a person and day: its key is the uniqueness. */
const message = entity({
  name: "reminder-message",
  table: tables.people,
  schema: ReminderMessage,
  format: 1,
  key: ({ accountId, at }: ReminderMessage) => ({
    pk: partition(accountId),
    sk: `MESSAGE#${at.slice(0, 10)}`,
  }),
  expiresAt: ({ at }) => later(at, 7),
});

export const reminderStore = (engine: Engine, write: Writer): Store["reminders"] => ({
  ending: async (month, [from, until], after) =>
    page(
      await expiring.query(engine, {
        ...{ index: "byOrganisation", pk: `ENDS#${month}`, limit: 200, after },
        sk: { between: [from, until] },
      }),
    ),
  putReminded: (value, expected) => write(expiring.put(value, { expected })),
  toSend: async (after) =>
    page(await reminder.query(engine, { index: "byOrganisation", pk: TO_SEND, limit: 200, after })),
  ofAccount: async (accountId, after) =>
    page(
      await reminder.query(engine, {
        ...{ pk: partition(accountId), sk: { beginsWith: "REMINDER#" } },
        ...{ descending: true, limit: 100, after, consistent: true },
      }),
    ),
  put: (value, expected) => write(reminder.put(value, { expected })),
  hasMessage: async (accountId, at) =>
    (await message.get(engine, { accountId, at }, { consistent: true })) !== undefined,
  putMessage: (value) => write(message.put(value, { expected: "absent" })),
  removeMessage: (value) => write(message.remove(value, { expected: "any" })),
});

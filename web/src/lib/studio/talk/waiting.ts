import { type Kind, openDatabase } from "@twiza/client";
import type { WaitingComment } from "./threads.ts";

/** What was said without network, in a database of its own: sent once, then gone. */
const database = openDatabase({
  factory: () => indexedDB,
  name: "twiza-talk",
  migrations: [({ create }) => create("outbox")],
});
const SAID: Kind<WaitingComment> = { store: "outbox" };

/** Whose they are, and about what. */
export type Where = {
  readonly accountId: string;
  readonly courseId: string;
  readonly lessonId: string;
};
const under = ({ accountId, courseId, lessonId }: Where) =>
  [accountId, courseId, lessonId] as const;

/** Whether what is kept outlives this page. */
export const isDurable = (): boolean => database.durable;

/** @throws PhoneFull when there is no room */
export const keepSaid = (where: Where, said: WaitingComment): Promise<void> =>
  database.run("strict", [SAID], (tx) => tx.put(SAID, [...under(where), said.intentId], said));

export const dropSaid = (where: Where, { intentId }: WaitingComment): Promise<void> =>
  database.run("write", [SAID], (tx) => tx.drop(SAID, [...under(where), intentId]));

/** In the order in which they were said: their names are made of the moment. */
export const saidBefore = (where: Where): Promise<WaitingComment[]> =>
  database.run("read", [SAID], (tx) => tx.list(SAID, under(where)));

/** By the device's clock, as it is shown. */
export const momentNow = (): string => new Date().toISOString();

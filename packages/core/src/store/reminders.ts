import type { AccountId, OrganisationId } from "@twiza/contract";
import type { RemindedDays, Reminder, ReminderMessage } from "@twiza/contract/reminder";
import type { ListedCertificate } from "./certificates.ts";
import type { After, Expected, Page, Write } from "./kept.ts";

/** The row of its end, and which reminder people had of it. */
export type EndingCertificate = ListedCertificate & {
  readonly organisationId: OrganisationId;
  readonly reminded?: RemindedDays | undefined;
};

export type ReminderStore = {
  /** Those of any organisation that end in a month (`2026-11`), between two moments, the first first, 200 a page. Perhaps a moment old. */
  ending(
    month: string,
    between: readonly [from: string, until: string],
    after: After,
  ): Promise<Page<EndingCertificate>>;
  /** Says of the row of an end what people were reminded of: stale when the row is another by now, or gone. */
  putReminded(row: EndingCertificate, expected: number): Write;
  /** What waits for a message, person by person, 200 a page. Perhaps a moment old. */
  toSend(after: After): Promise<Page<Reminder>>;
  /** What somebody was to hear of in the last months, newest first, 100 a page. */
  ofAccount(accountId: AccountId, after: After): Promise<Page<Reminder>>;
  put(reminder: Reminder, expected: Expected): Write;
  /** Whether somebody had her message on the day of this moment. */
  hasMessage(accountId: AccountId, at: string): Promise<boolean>;
  /** Stale when she had one on that day. */
  putMessage(message: ReminderMessage): Write;
  removeMessage(message: ReminderMessage): Write;
};

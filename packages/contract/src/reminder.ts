import * as z from "zod";
import { REMINDED_DAYS } from "./certificate-limits.ts";
import { AccountId, CertificateId, OrganisationId } from "./id.ts";
import { Instant } from "./text.ts";

/** So many days before its end, at most: which of the times of reminding it is. */
export const RemindedDays = z.literal(REMINDED_DAYS);
export type RemindedDays = z.infer<typeof RemindedDays>;

/** That a certificate ends soon, as one person is to hear of it: its holder, a trainer of hers, an administrator of its organisation. */
export const Reminder = z.strictObject({
  accountId: AccountId,
  certificateId: CertificateId,
  organisationId: OrganisationId,
  days: RemindedDays,
  at: Instant,
  /** The certificate is hers. */
  isOwn: z.literal(true).optional(),
  /** It waits for the message of a day. */
  toSend: z.literal(true).optional(),
  /** It stood in a message; without it she has no address, or there was nothing left to tell. */
  sentAt: Instant.optional(),
});
export type Reminder = z.infer<typeof Reminder>;

/** The one message that somebody gets on a day: its row is what makes it the only one. */
export const ReminderMessage = z.strictObject({ accountId: AccountId, at: Instant });
export type ReminderMessage = z.infer<typeof ReminderMessage>;

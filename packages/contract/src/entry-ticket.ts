import * as z from "zod";
import { AccountId, CohortId, Hash, LearnerId, OrganisationId } from "./id.ts";
import { PersonName } from "./person.ts";
import { Instant } from "./text.ts";

/** 128 random bits in base64url, as a QR carries them. */
export const TicketSecret = z.string().regex(/^[A-Za-z0-9_-]{22}$/);
/** The same way in, to be typed: eight of Crockford's signs (no I, L, O, U), the last of them a check. */
export const TicketCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{8}$/);

/**
 * What lets one learner in on one phone, within five minutes, because somebody of staff vouches for her. Secret and code are made
 * where they are shown; here are only their hashes. `seed` is ours alone: with what the phone sends it makes the phone's cookie,
 * so that asking twice, after a lost answer, gives the same one.
 */
export const EntryTicket = z.strictObject({
  ticketHash: Hash,
  codeHash: Hash,
  seed: z.string(),
  learnerId: LearnerId,
  learnerName: PersonName,
  accountId: AccountId,
  organisationId: OrganisationId,
  cohortId: CohortId,
  cohortName: z.string(),
  voucherId: AccountId,
  voucherName: z.string(),
  createdAt: Instant,
  expiresAt: Instant,
  /** The hash of the phone's own name for its wish: nobody else's second try is taken for a repeat. */
  usedBy: Hash.optional(),
});
export type EntryTicket = z.infer<typeof EntryTicket>;

/** What a phone that was let in learns: who it is now. */
export const LetIn = z.strictObject({ learnerId: LearnerId, name: PersonName });
export type LetIn = z.infer<typeof LetIn>;

import * as z from "zod";
import { AccountId, CourseId, ErasureId, LearnerId, OrganisationId } from "./id.ts";
import { Instant } from "./text.ts";

/** What stands where a name stood. */
export const ERASED_NAME = "—";

/** What a worker has to know while it erases: it goes with the last step. */
export const ErasureWork = z.strictObject({
  /** Ids of what is about her: by them lines of others are found. */
  subjects: z.array(z.string().max(64)).max(4000),
  courses: z.array(CourseId).max(500),
  organisations: z.array(OrganisationId).max(100),
});
export type ErasureWork = z.infer<typeof ErasureWork>;

/**
 * That a person was, or is being, erased: the ids that she had, which lead nowhere any more, and when. Kept for ever, so that what a
 * backup brings back is erased again.
 */
export const Erasure = z.strictObject({
  id: ErasureId,
  learnerId: LearnerId,
  accountId: AccountId,
  /** Only what this organisation holds of her. Without it, all. */
  organisationId: OrganisationId.optional(),
  /** The account goes with her: nobody else is on it, and it has no role anywhere. */
  account: z.literal(true).optional(),
  /** Her certificates are revoked as well; without it, what she keeps goes on being checked. */
  revokes: z.literal(true).optional(),
  /** Whoever of staff did it at her request; she did it herself without it. */
  by: AccountId.optional(),
  at: Instant,
  state: z.enum(["running", "done"]),
  /** Rounds over everything: the last one finds nothing. */
  round: z.int().positive(),
  step: z.int().nonnegative(),
  /** Where the step goes on. */
  place: z.string().max(4000).optional(),
  /** Something was found in this round. */
  found: z.literal(true).optional(),
  work: ErasureWork.optional(),
  doneAt: Instant.optional(),
});
export type Erasure = z.infer<typeof Erasure>;

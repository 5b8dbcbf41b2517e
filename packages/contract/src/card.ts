import * as z from "zod";
import { AccountId, Hash, LearnerId } from "./id.ts";
import { Instant } from "./text.ts";

/** Sixteen of Crockford's signs (no I, L, O, U): 75 random bits and a check. */
export const CardCode = z.string().regex(/^[0-9A-HJKMNP-TV-Z]{16}$/);

/**
 * A learner's printed way in, for when phone and number are gone. One a learner: a new one ends the old. The code is made where
 * it is printed; here is only its hash. `seed`: as in an entry ticket.
 */
export const Card = z.strictObject({
  learnerId: LearnerId,
  accountId: AccountId,
  codeHash: Hash,
  seed: z.string(),
  createdAt: Instant,
  madeById: AccountId,
  /** Whoever of staff made it; absent when she did so herself. */
  madeBy: z.string().max(200).optional(),
});
export type Card = z.infer<typeof Card>;

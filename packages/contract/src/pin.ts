import * as z from "zod";
import { AccountId, LearnerId } from "./id.ts";
import { Instant } from "./text.ts";

/** Four to eight digits; those that `isSimplePin` knows are refused. */
export const PinDigits = z.string().regex(/^[0-9]{4,8}$/);

/** What is kept of a PIN: a slow hash under a salt of its own. */
const kept = { hash: z.string(), salt: z.string(), setAt: Instant };
export const LearnerPin = z.strictObject({ learnerId: LearnerId, ...kept });
export const AccountPin = z.strictObject({ accountId: AccountId, ...kept });
export type LearnerPin = z.infer<typeof LearnerPin>;
export type AccountPin = z.infer<typeof AccountPin>;

import * as z from "zod";
import { IntentId, LearnerId, OrganisationId } from "./id.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";
import { PinDigits } from "./pin.ts";
import { Instant, localized, text } from "./text.ts";

const params = z.strictObject({ learnerId: LearnerId });

/**
 * How she proves that it is she. `given`: she has just done so. `code`: by signing in anew with a code to her contact. `pin`: by the
 * PIN with which she agrees. `none`: she has neither contact nor PIN. `staff`: somebody else asks, and writes her name.
 */
export const ERASURE_PROOFS = ["given", "code", "pin", "none", "staff"] as const;

const Erasable = z.strictObject({
  name: PersonName,
  proof: z.enum(ERASURE_PROOFS),
  /** How much goes. */
  courses: z.int().nonnegative(),
  certificates: z.int().nonnegative(),
  /** All of her goes; otherwise what this organisation holds, since another holds something too. */
  isWhole: z.boolean(),
  /** The account stays: others are on it, or it has a role. */
  accountStays: z.enum(["others", "roles"]).optional(),
  /** Organisations in which the account has a role. */
  roles: z.array(z.strictObject({ organisationId: OrganisationId, name: localized(200) })),
  /** A test that is open: she hands it in first, or waits until it is over. */
  openTest: localized(200).optional(),
});
export type Erasable = z.infer<typeof Erasable>;

export const erasureWhat = what({
  readErasable: {
    summary: "What would go if a learner were erased, what would stay, and what stands in the way",
    params,
    reply: Erasable,
    refusals: ["not_found"],
  },
  eraseLearner: {
    summary:
      "Erase a learner for good: by herself, or by an administrator at her request for what the organisation holds",
    params,
    body: z.strictObject({
      intentId: IntentId,
      /** Her certificates are revoked too; otherwise what she keeps goes on being checked. */
      revokes: z.boolean(),
      /** Of a learner without a contact: the PIN with which she agrees. */
      pin: PinDigits.optional(),
      /** Of an administrator: the learner's name, as it stands there. */
      name: PersonName.optional(),
      /** Of an administrator: how she was asked. */
      reason: text(300).optional(),
    }),
    reply: z.strictObject({ erased: z.literal(true), isWhole: z.boolean() }),
    refusals: [
      "not_found",
      "erasure.proof",
      "erasure.pin",
      "erasure.name",
      "erasure.open_test",
      "guess.too_many",
      "intent.reused",
    ],
  },
  readErased: {
    summary:
      "When a learner was erased, for a phone that still has something of her; nothing of anybody else",
    params,
    reply: z.strictObject({ at: Instant.optional() }),
  },
});

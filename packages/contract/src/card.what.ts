import * as z from "zod";
import { Card, CardCode } from "./card.ts";
import { LetIn } from "./entry-ticket.ts";
import { CohortId, Hash, IntentId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";

const MadeCard = Card.pick({ learnerId: true, createdAt: true, madeBy: true });
export type MadeCard = z.infer<typeof MadeCard>;
/** SHA-256 of the code as it is printed, without its gaps. */
const printed = { intentId: IntentId, codeHash: Hash };

export const cardWhat = what({
  readCard: {
    summary: "Whether the learner chosen on this phone has a recovery card, and since when",
    reply: z.strictObject({ card: MadeCard.optional() }),
    refusals: ["learner.required"],
  },
  createCard: {
    summary: "Make the recovery card of the learner chosen on this phone; a former one ends",
    body: z.strictObject(printed),
    status: 201,
    reply: MadeCard,
    refusals: ["learner.required", "intent.reused"],
  },
  endCard: {
    summary: "End the recovery card of the learner chosen on this phone",
    reply: z.strictObject({ ended: z.literal(true) }),
    refusals: ["learner.required", "not_found"],
  },
  createCardFor: {
    summary: "Make the recovery card of a learner of a cohort; a former one ends",
    params: z.strictObject({ cohortId: CohortId }),
    body: z.strictObject({ ...printed, learnerId: LearnerId }),
    status: 201,
    reply: MadeCard,
    refusals: ["not_found", "intent.reused"],
  },
  endCardOf: {
    summary: "End the recovery card of a learner of a cohort",
    params: z.strictObject({ cohortId: CohortId, learnerId: LearnerId }),
    reply: z.strictObject({ ended: z.literal(true) }),
    refusals: ["not_found"],
  },
  redeemCard: {
    summary:
      "Come in with a recovery card. Sets the session's cookie; those on the phone before stay on it",
    body: z.strictObject({ intentId: IntentId, code: CardCode }),
    reply: LetIn,
    refusals: ["card.unknown", "guess.too_many", "profile.too_many"],
  },
});

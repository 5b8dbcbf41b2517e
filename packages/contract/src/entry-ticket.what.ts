import * as z from "zod";
import { LetIn, TicketCode, TicketSecret } from "./entry-ticket.ts";
import { CohortId, Hash, IntentId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";
import { Instant } from "./text.ts";

/** SHA-256 of what the ticket's maker shows as a QR, and of the code to type. */
const hashes = { intentId: IntentId, ticketHash: Hash, codeHash: Hash };

export const entryTicketWhat = what({
  createTicket: {
    summary:
      "Vouch for a learner of a cohort, or for somebody new, so that one phone may come in as her within five minutes",
    params: z.strictObject({ cohortId: CohortId }),
    body: z.union([
      z.strictObject({ ...hashes, learnerId: LearnerId }),
      z.strictObject({ ...hashes, name: PersonName }),
    ]),
    status: 201,
    reply: z.strictObject({ learnerId: LearnerId, name: PersonName, expiresAt: Instant }),
    refusals: ["not_found", "cohort.closed", "cohort.full", "intent.reused"],
  },
  redeemTicket: {
    summary:
      "Come in with a ticket, by its QR or its code. Sets the session's cookie; those on the phone before stay on it",
    body: z.union([
      z.strictObject({ intentId: IntentId, secret: TicketSecret }),
      z.strictObject({ intentId: IntentId, code: TicketCode }),
    ]),
    reply: LetIn,
    refusals: [
      "entry.unknown",
      "entry.expired",
      "entry.used",
      "entry.withdrawn",
      "guess.too_many",
      "profile.too_many",
    ],
  },
});

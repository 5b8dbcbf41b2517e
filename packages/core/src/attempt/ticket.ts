import { type Attempt, type AttemptId, type Enrolment, TicketClaims } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { digest } from "../intent.ts";
import { Refused } from "../refused.ts";

const TYPE = "twiza-ticket+jws";

/** Names the items of a sitting and their order in few bytes: two hundred ids would be more than KMS signs. */
const itemsHash = ({ itemIds }: Pick<Attempt, "itemIds">): Promise<string> =>
  digest(itemIds.join(" "));

/** The ticket of a reserved sitting. The same sitting always gives the same one, since EdDSA draws no lots. */
export async function ticketOf(
  deps: Deps,
  attempt: Attempt,
  triesAllowed: number,
): Promise<string> {
  const claims: TicketClaims = {
    jti: attempt.id,
    sub: attempt.learnerId,
    course: attempt.courseId,
    version: attempt.version,
    number: attempt.number,
    triesAllowed,
    items: await itemsHash(attempt),
    iat: seconds(attempt.reservedAt),
    exp: seconds(attempt.expiresAt),
  };
  return deps.tokens.sign(TYPE, claims);
}

const seconds = (instant: string | undefined): number => Date.parse(instant ?? "") / 1000;

/**
 * What a ticket says, once it is certain that we said it, to this learner, of this course and sitting. Whether it has expired is
 * not asked here: what is late is kept too.
 * @throws Refused `ticket.forged`, `ticket.other_learner`, `ticket.other_course`, `ticket.other_attempt`
 */
export async function readTicket(
  deps: Deps,
  token: string,
  of: { enrolment: Pick<Enrolment, "learnerId" | "courseId">; attemptId: AttemptId },
): Promise<TicketClaims> {
  const read = TicketClaims.safeParse(await deps.tokens.verify(TYPE, token));
  if (!read.success) throw new Refused("ticket.forged");
  const claims = read.data;
  if (claims.sub !== of.enrolment.learnerId) throw new Refused("ticket.other_learner");
  if (claims.course !== of.enrolment.courseId) throw new Refused("ticket.other_course");
  if (claims.jti !== of.attemptId) throw new Refused("ticket.other_attempt");
  return claims;
}

/** @throws Refused `ticket.forged` when the sitting that we hold is not the one that was promised */
export async function mustPromise(
  { items }: TicketClaims,
  attempt: Pick<Attempt, "itemIds">,
): Promise<void> {
  if (items !== (await itemsHash(attempt))) throw new Refused("ticket.forged");
}

import type {
  Account,
  Cohort,
  CohortId,
  EntryTicket,
  Hash,
  IntentId,
  Learner,
  LearnerId,
  LetIn,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
import { loadCohort } from "../cohort/cohort.ts";
import type { Deps } from "../deps.ts";
import { enrolLearner } from "../enrolment/enrolment.ts";
import { decide, digest, once } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept, Write } from "../store/index.ts";
import { newLearner } from "./learner.ts";
import { learnerSession, type OpenedSession } from "./session.ts";
import { LIFETIME } from "./standing.ts";

/** Long enough to hold one phone before the other, short enough that a picture of it is worth nothing. */
const TICKET_MINUTES = 5;

type Vouched = { intentId: IntentId; ticketHash: Hash; codeHash: Hash } & (
  | { learnerId: LearnerId }
  | { name: string }
);

/**
 * Makes a ticket for a learner of the cohort; who is new to it is enrolled, with an account that has no contact. What is kept of
 * the intent holds no secret: that never left the desk.
 * @throws Refused `not_found` for a learner who is not in this cohort; for somebody new as for enrolling
 */
export function createTicket(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: CohortId; body: Vouched },
): Promise<{ learnerId: LearnerId; name: string; expiresAt: string }> {
  return once(deps, { principal, operation: `entry.create ${id}`, request: body }, async () => {
    const cohort = await loadCohort(deps, principal, { id, action: "learner:vouch" });
    const { learner, writes } =
      "learnerId" in body
        ? { learner: await learnerIn(deps, cohort.value, body.learnerId), writes: [] }
        : await newcomer(deps, principal, { cohort, name: body.name });
    const now = deps.clock.now();
    const ticket: EntryTicket = {
      ticketHash: body.ticketHash,
      codeHash: body.codeHash,
      seed: deps.newSecret(),
      learnerId: learner.id,
      learnerName: learner.name,
      accountId: learner.accountId,
      organisationId: cohort.value.organisationId,
      cohortId: id,
      cohortName: cohort.value.name,
      voucherId: principal.accountId,
      voucherName: principal.name.slice(0, 200),
      createdAt: now.toISOString(),
      expiresAt: new Date(now.getTime() + TICKET_MINUTES * 60_000).toISOString(),
    };
    const reply = { learnerId: learner.id, name: learner.name, expiresAt: ticket.expiresAt };
    return { reply, writes: [...writes, deps.store.entryTickets.create(ticket)] };
  });
}

/** A learner, if she takes the course in this cohort. @throws Refused `not_found` */
export async function learnerIn(
  deps: Deps,
  cohort: Pick<Cohort, "id" | "courseId">,
  learnerId: LearnerId,
): Promise<Learner> {
  const enrolment = found(await deps.store.enrolments.byCourse(learnerId, cohort.courseId)).value;
  if (enrolment.cohortId !== cohort.id) throw new Refused("not_found");
  return found(await deps.store.people.learner(learnerId)).value;
}

/** Somebody without phone and without e-mail, enrolled on her trainer's word. */
async function newcomer(
  deps: Deps,
  principal: Principal,
  { cohort, name }: { cohort: Awaited<ReturnType<typeof loadCohort>>; name: string },
): Promise<{ learner: Learner; writes: readonly Write[] }> {
  const { courseId, organisationId, name: cohortName } = cohort.value;
  const outline = found(await deps.store.courses.outline(courseId), "course.not_published");
  const account: Account = {
    id: deps.newId("account"),
    name,
    language: "ar",
    createdAt: deps.clock.now().toISOString(),
  };
  const learner = newLearner(deps, { accountId: account.id, name });
  const { writes } = await enrolLearner(deps, { learner, entry: outline.entry.value, cohort });
  const line = auditLine(deps, principal, {
    organisationId,
    action: "learner.enrolled",
    subjectId: learner.id,
    subjectName: name,
    note: cohortName,
  });
  const { people } = deps.store;
  return {
    learner,
    writes: [...people.create(account), ...people.createLearner(learner), ...writes, line],
  };
}

type Way = { readonly secret: string } | { readonly code: string };
type On = {
  readonly intentId: IntentId;
  readonly device: string;
  readonly former: string | undefined;
};

/**
 * Opens a session for the learner of a ticket, once. The same phone asking again, because the answer was lost, gets the same
 * session; anybody else finds the ticket used.
 * @throws Refused `entry.unknown`, `entry.expired`, `entry.used`; `entry.withdrawn` when whoever vouched has no such role there
 * any more; `profile.too_many`
 */
export async function redeemTicket(
  deps: Deps,
  way: Way,
  { intentId, device, former }: On,
): Promise<OpenedSession & LetIn> {
  const usedBy = await digest(intentId);
  return decide(deps, async () => {
    const { value: ticket, revision } = found(await ticketOf(deps, way), "entry.unknown");
    const { learnerId, accountId } = ticket;
    const cookie = await digest(`${ticket.seed} ${intentId}`);
    const secretHash = await digest(cookie);
    const reply = { ...opened(cookie), learnerId, name: ticket.learnerName };
    if (ticket.usedBy) {
      const isOurs = ticket.usedBy === usedBy;
      const session = isOurs && (await deps.store.sessions.bySecretHash(secretHash));
      if (!session) throw new Refused("entry.used");
      return { reply, writes: [] };
    }
    if (deps.clock.now() >= new Date(ticket.expiresAt)) throw new Refused("entry.expired");
    if (!(await stillVouches(deps, ticket))) throw new Refused("entry.withdrawn");
    const voucher = { accountId: ticket.voucherId, name: ticket.voucherName };
    const line = auditLine(deps, voucher, {
      organisationId: ticket.organisationId,
      action: "learner.vouched",
      subjectId: learnerId,
      subjectName: ticket.learnerName,
      note: ticket.cohortName,
    });
    const session = { learnerId, accountId, secretHash, device, former };
    return {
      reply,
      writes: [
        ...(await learnerSession(deps, session)),
        deps.store.entryTickets.put({ ...ticket, usedBy }, revision),
        line,
      ],
    };
  });
}

async function ticketOf(deps: Deps, way: Way): Promise<Kept<EntryTicket> | undefined> {
  const { entryTickets } = deps.store;
  return "secret" in way
    ? entryTickets.byTicketHash(await digest(way.secret))
    : entryTickets.byCodeHash(await digest(way.code));
}

async function stillVouches(deps: Deps, ticket: EntryTicket): Promise<boolean> {
  const { voucherId, organisationId } = ticket;
  const membership = await deps.store.people.membership(voucherId, organisationId);
  const roles = membership?.value.roles ?? [];
  return roles.includes("trainer") || roles.includes("administrator");
}

export const opened = (cookie: string): OpenedSession => ({
  cookie,
  maxAgeSeconds: LIFETIME.absolute / 1000,
  hasLearner: true,
});

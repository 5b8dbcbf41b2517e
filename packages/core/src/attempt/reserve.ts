import type {
  Attempt,
  AttemptId,
  Cohort,
  Content,
  Enrolment,
  Manifest,
  Quiz,
} from "@twiza/contract";
import { isMarked } from "@twiza/contract/marking";
import { readManifest, readQuiz } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import type { Kept } from "../store/index.ts";
import { shuffled } from "./shuffled.ts";

const DAY = 86_400_000;
/** How long a ticket holds: as long as a phone may stay away before its learner must sign in again (`person/session.ts`). */
export const TICKET_DAYS = 30;
/** How much later a hand-in may still arrive: from one weekly market, where there is network, to the next. */
export const GRACE_DAYS = 7;

/** Until when we take a hand-in with a ticket that expires then. Our own clock is looked at, never the phone's. */
export const deadlineOf = (expiresAt: Date): Date =>
  new Date(expiresAt.getTime() + GRACE_DAYS * DAY);

/** The items of a test, and how many of them a sitting has. */
export type Drawn = Pick<Quiz, "items"> &
  Pick<Manifest["quiz"], "draw" | "rules"> & {
    /** Until when she may begin. */
    readonly closing?: string | undefined;
  };

/**
 * The next sitting of an enrolment, not begun: the items that are drawn for it in their order, which follow from its id alone, so
 * that they can be drawn again. Whole seconds, as tokens have them. Pure.
 */
export function reservedAttempt(
  { learnerId, courseId, version, quiz: { tries } }: Enrolment,
  { items, draw = items.length, rules, closing }: Drawn,
  { id, now }: { id: AttemptId; now: Date },
): Attempt {
  const reservedAt = Math.floor(now.getTime() / 1000) * 1000;
  const holds = reservedAt + TICKET_DAYS * DAY;
  const ends = closing ? Math.floor(Date.parse(closing) / 1000) * 1000 : holds;
  const mixed = shuffled(items, id);
  const kept = new Set(drawnOf(mixed, draw));
  const drawn = mixed.filter((item) => kept.has(item));
  return {
    id,
    learnerId,
    courseId,
    version,
    number: tries + 1,
    itemIds: (rules?.order === "written" ? items.filter((item) => kept.has(item)) : drawn).map(
      (item) => item.id,
    ),
    reservedAt: new Date(reservedAt).toISOString(),
    expiresAt: new Date(Math.min(holds, ends)).toISOString(),
  };
}

/**
 * The first so many of them. What is not marked is asked of everybody and is among them, so that as many are marked in each sitting;
 * one at least, or nobody could pass.
 */
function drawnOf(items: Quiz["items"], draw: number): Quiz["items"] {
  const marked = items.filter(({ question }) => isMarked(question));
  const others = items.filter(({ question }) => !isMarked(question));
  return [...marked.slice(0, Math.max(1, draw - others.length)), ...others];
}

/** The sitting that a ticket was given for, while it holds and nobody has opened it as far as we know. */
export async function reservedNow(
  deps: Deps,
  { learnerId, courseId, quiz: { reserved } }: Enrolment,
): Promise<Kept<Attempt> | undefined> {
  if (!reserved || Date.parse(reserved.expiresAt) <= deps.clock.now().getTime()) return undefined;
  const kept = await deps.store.enrolments.attempt(learnerId, courseId, reserved.attemptId);
  return kept && !kept.value.startedAt ? kept : undefined;
}

/** The items of a version's test, and how many of them a sitting has. */
export async function readDrawn(
  deps: Deps,
  content: Content,
  closing: string | undefined,
): Promise<Drawn> {
  const [{ items }, { quiz }] = await Promise.all([
    readQuiz(deps, content.quiz),
    readManifest(deps, content.manifest),
  ]);
  return { items, draw: quiz.draw, rules: quiz.rules, closing };
}

/** When she may begin a sitting: as her cohort has it, if she is in one. */
export async function timesFor(
  deps: Deps,
  { cohortId, organisationId }: Pick<Enrolment, "cohortId" | "organisationId">,
): Promise<NonNullable<Cohort["test"]>> {
  if (!cohortId) return {};
  const cohort = await deps.store.cohorts.byId(organisationId, cohortId, { fresh: false });
  return cohort?.value.test ?? {};
}

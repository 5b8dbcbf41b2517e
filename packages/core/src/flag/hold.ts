import {
  type Content,
  type Enrolment,
  type Flag,
  FLAGGED_EVENTS,
  FlagId,
  type FlagReason,
  type HandIn,
  type HeldResult,
  ID_PREFIXES,
  type LearningEvent,
  type Manifest,
} from "@twiza/contract";
import { printOf, type Sat } from "../attempt/hand-in.ts";
import type { Deps } from "../deps.ts";
import { completionOf, triesLeftOf } from "../enrolment/completion.ts";
import { type Decision, decide, digest } from "../intent.ts";
import { Refused } from "../refused.ts";

/** How many hand-ins of one sitting wait or were decided; beyond, a phone keeps its own and is told so. */
const HELD_HAND_INS = 3;

/** The id of what waits follows from what it is, so that the same thing sent twice is one. */
async function flagIdOf(...of: readonly string[]): Promise<FlagId> {
  return FlagId.parse(`${ID_PREFIXES.flag}_${(await digest(of.join(" "))).slice(0, 32)}`);
}

type Held = {
  readonly enrolment: Enrolment;
  readonly manifest: Manifest;
  /** Of the version that the sitting is of. */
  readonly content: Content;
  readonly sat: Sat;
  readonly handIn: HandIn;
  readonly reasons: readonly FlagReason[];
};

/**
 * Keeps a hand-in that cannot count by rule, whole and under its own id, for a person to decide. What was decided already is
 * told again: `accepted` where it counts by now.
 * @throws Refused `attempt.closed` when too many of the sitting are held
 */
export async function hold(
  deps: Deps,
  { enrolment, manifest, content, sat, handIn, reasons }: Held,
): Promise<Decision<HeldResult> | "accepted"> {
  const attempt = sat.value;
  const id = await flagIdOf(attempt.learnerId, attempt.id, printOf(handIn.answers));
  const known = await deps.store.flags.byId(enrolment.organisationId, id);
  if (known?.value.decision?.verdict === "accepted") return "accepted";
  const flag = known?.value ?? {
    ...aboutEnrolment(enrolment),
    content,
    id,
    reasons: [...reasons],
    receivedAt: handIn.receivedAt,
    about: { kind: "hand_in", attemptId: attempt.id, handIn, ...standingOf(sat) },
  };
  const reply: HeldResult = {
    state: known?.value.decision ? "set_aside" : "waiting",
    flagId: id,
    reasons: flag.reasons,
    triesLeft: triesLeftOf(manifest, enrolment.quiz),
    completion: completionOf(manifest, enrolment),
  };
  if (known) return { reply, writes: [] };
  const held = attempt.held ?? [];
  if (held.length >= HELD_HAND_INS) throw new Refused("attempt.closed");
  const holding = { ...attempt, held: [...held, { flagId: id, state: "waiting" as const }] };
  const writes = [
    deps.store.flags.put(flag, "absent"),
    deps.store.enrolments.putAttempt(holding, sat.expected),
  ];
  return { reply, writes };
}

const aboutEnrolment = (enrolment: Enrolment) => ({
  organisationId: enrolment.organisationId,
  ...(enrolment.cohortId ? { cohortId: enrolment.cohortId } : {}),
  courseId: enrolment.courseId,
  courseTitle: enrolment.courseTitle,
  content: enrolment.content,
  learnerId: enrolment.learnerId,
  learnerName: enrolment.learnerName,
});

/** The hand-in that stands, as it is when another arrives. */
function standingOf({ value }: Sat): { standing?: HandIn } {
  const { submittedAt, answers = [], percent = 0, rules, corrections, claims } = value;
  if (!submittedAt) return {};
  const by = {
    ...(rules ? { rules } : {}),
    ...(corrections ? { corrections } : {}),
    ...(claims ? { claims } : {}),
  };
  return { standing: { answers, percent, receivedAt: submittedAt, ...by } };
}

/**
 * Keeps events that could be read and not applied, for a person to see: one flag an enrolment, and not more than some, since the
 * phone keeps them all. Once it is decided nothing more is added.
 */
export async function holdEvents(
  deps: Deps,
  enrolment: Enrolment,
  events: readonly LearningEvent[],
): Promise<void> {
  const id = await flagIdOf(enrolment.learnerId, enrolment.courseId, "events");
  await decide(deps, async () => {
    const kept = await deps.store.flags.byId(enrolment.organisationId, id);
    const before = kept?.value.about.kind === "events" ? kept.value.about.events : [];
    const known = new Set(before.map((event) => event.id));
    const fresh = events.filter((event) => !known.has(event.id));
    const [first, ...more] = [...before, ...fresh].slice(0, FLAGGED_EVENTS);
    if (!first || kept?.value.decision || before.length === more.length + 1)
      return { reply: undefined, writes: [] };
    const flag: Flag = {
      ...aboutEnrolment(enrolment),
      id,
      reasons: ["lesson.unknown"],
      receivedAt: first.receivedAt,
      about: { kind: "events", events: [first, ...more] },
    };
    return {
      reply: undefined,
      writes: [deps.store.flags.put(flag, kept?.revision ?? "absent")],
    };
  });
}

import * as z from "zod";
import { Answer, Attempt, DeviceClaims, HELD_STATES } from "./attempt.ts";
import { CORRECTION_KINDS } from "./correction.ts";
import { PublicItem } from "./course.ts";
import { Completion } from "./enrolment.ts";
import { FLAG_REASONS } from "./flag.ts";
import { AttemptId, CourseId, FlagId, IntentId, ItemId } from "./id.ts";
import { MARK_RULES } from "./marking/asked.ts";
import { what } from "./operation.ts";
import { TELLS } from "./sitting-limits.ts";
import { TestTimes } from "./sitting-rules.ts";
import { Instant, LocalizedText, Percent } from "./text.ts";
import { ItemVoicePart, perAudioLanguage } from "./voice.ts";
import { whose } from "./whose.ts";

const params = z.strictObject({ courseId: CourseId });

const Sitting = z.strictObject({
  number: z.int().positive(),
  items: z.array(PublicItem),
  triesLeft: z.int().nonnegative(),
  passMarkPercent: Percent,
  /** How long it may take, with what this learner is given more. */
  minutes: z.int().positive().optional(),
  tells: z.enum(TELLS).optional(),
});

const StartedAttempt = Sitting.extend({ id: AttemptId, startedAt: Instant });
export type StartedAttempt = z.infer<typeof StartedAttempt>;

/** The next sitting, taken along: a phone may open it once, without network, until it expires. */
const Ticket = Sitting.extend({
  attemptId: AttemptId,
  issuedAt: Instant,
  expiresAt: Instant,
  /** Compact JWS; handed in with the answers, unread. */
  ticket: z.string().min(1).max(8192),
});
export type Ticket = z.infer<typeof Ticket>;

/** The outcome per item says right or wrong and why; it names no other option. */
const Graded = z.strictObject({
  state: z.literal("graded"),
  percent: Percent,
  passed: z.boolean(),
  bestPercent: Percent,
  triesLeft: z.int().nonnegative(),
  /** Why `items` may be empty: what is told, and when. */
  tells: z.enum(TELLS).optional(),
  items: z.array(
    z.strictObject({
      itemId: ItemId,
      right: z.boolean(),
      /** How many of its parts are right, of how many, and by which rule they count. Replies from before say none. */
      got: z.int().nonnegative().optional(),
      of: z.int().nonnegative().optional(),
      rule: z.enum(MARK_RULES).optional(),
      /** It was corrected since the test was published: another answer counts, or everybody's. */
      corrected: z.enum(CORRECTION_KINDS).optional(),
      feedback: LocalizedText.optional(),
      /** The feedback as it was recorded. */
      voices: perAudioLanguage(ItemVoicePart).optional(),
    }),
  ),
  completion: Completion,
});
export type GradedResult = z.infer<typeof Graded>;

/**
 * Kept whole, and decided by a person. No figure: whoever could have any number of hand-ins graded would find out the right
 * answers.
 */
const HeldResult = z.strictObject({
  state: z.enum(["waiting", "set_aside"]),
  flagId: FlagId,
  reasons: z.array(z.enum(FLAG_REASONS)).min(1),
  triesLeft: z.int().nonnegative(),
  completion: Completion,
});
export type HeldResult = z.infer<typeof HeldResult>;

const Result = z.discriminatedUnion("state", [Graded, HeldResult]);
export type AttemptResult = z.infer<typeof Result>;

const AttemptLine = Attempt.pick({
  id: true,
  number: true,
  expiresAt: true,
  startedAt: true,
  submittedAt: true,
  percent: true,
  corrected: true,
}).extend({
  state: z.enum(["reserved", "expired", "open", "handed_in"]),
  passed: z.boolean().optional(),
  held: z.array(z.strictObject({ flagId: FlagId, state: z.enum(HELD_STATES) })),
});
export type AttemptLine = z.infer<typeof AttemptLine>;

/** A hand-in without saying whose it is. Its members stand in this order, by which a repeat of it is known. */
export const HandInBody = z.strictObject({
  intentId: IntentId,
  answers: z.array(Answer).max(200),
  /** What the phone says of a sitting that it did not take along; a person may look at it, should it come late. */
  claims: DeviceClaims.optional(),
  /** For a sitting that was held without network. */
  offline: DeviceClaims.extend({ ticket: z.string().min(1).max(8192) }).optional(),
});

export const attemptWhat = what({
  fetchTicket: {
    summary: "Take the next sitting along, to hold it without network",
    params,
    body: z.strictObject({ ...whose, intentId: IntentId }),
    status: 201,
    reply: Ticket,
    refusals: [
      "not_found",
      "learner.required",
      "attempt.none_left",
      "attempt.not_open",
      "attempt.over",
      "intent.reused",
    ],
  },
  startAttempt: {
    summary: "Begin a sitting of the graded quiz: items without their keys",
    params,
    body: z.strictObject({ ...whose, intentId: IntentId }),
    status: 201,
    reply: StartedAttempt,
    refusals: [
      "not_found",
      "learner.required",
      "attempt.none_left",
      "attempt.not_open",
      "attempt.over",
      "intent.reused",
    ],
  },
  submitAttempt: {
    summary: "Hand in the answers; the server grades them, or keeps them for a person to decide",
    params: z.strictObject({ courseId: CourseId, attemptId: AttemptId }),
    body: z.strictObject({ ...whose, ...HandInBody.shape }),
    reply: Result,
    refusals: [
      "not_found",
      "learner.required",
      "attempt.closed",
      "ticket.required",
      "ticket.forged",
      "ticket.other_learner",
      "ticket.other_course",
      "ticket.other_attempt",
      "intent.reused",
    ],
  },
  listAttempts: {
    summary: "The learner's sittings of a course: reserved, open and handed in, with results",
    params,
    query: z.strictObject(whose),
    reply: z.strictObject({
      attempts: z.array(AttemptLine),
      /** When she may begin one, where her cohort's test has a beginning or an end; with a later end that she was given. */
      test: TestTimes.optional(),
    }),
    refusals: ["not_found", "learner.required"],
  },
});

import * as z from "zod";
import { CohortContact } from "./cohort.ts";
import { PublicItem } from "./course.ts";
import { Answer, Attempt, Completion, Enrolment, LearningEvent } from "./enrolment.ts";
import {
  AttemptId,
  CertificateId,
  CohortId,
  CourseId,
  Hash,
  IntentId,
  ItemId,
  LearnerId,
} from "./id.ts";
import { what } from "./operation.ts";
import { REFUSALS } from "./refusal.ts";
import { Instant, LocalizedText, PageToken, Percent } from "./text.ts";
import { ItemVoicePart, perAudioLanguage } from "./voice.ts";

const params = z.strictObject({ courseId: CourseId });
/** Whose it is, where a phone sends for another of its learners than the one chosen now. One that is not its own is `not_found`. */
const whose = { learnerId: LearnerId.optional() };

/** An enrolment for its learner: manifest by name, completion worked out, the quiz's keys left behind. */
const EnrolmentView = Enrolment.omit({ content: true, issuing: true, organisationId: true }).extend(
  {
    manifest: Hash,
    /** What a phone has to keep to go on without network. */
    pack: Hash.optional(),
    completion: Completion,
    triesLeft: z.int().nonnegative(),
    certificateId: CertificateId.optional(),
  },
);
export type EnrolmentView = z.infer<typeof EnrolmentView>;

const DeviceEvent = LearningEvent.omit({
  learnerId: true,
  courseId: true,
  receivedAt: true,
  claimedAt: true,
  id: true,
}).extend({
  id: IntentId,
  /** When the device says it happened. */
  at: Instant,
  deviceId: z.string().regex(/^[0-9a-z-]{8,64}$/),
  seq: z.int().nonnegative().max(1e9),
});
export type DeviceEvent = z.infer<typeof DeviceEvent>;

const Receipt = z.strictObject({
  id: IntentId,
  result: z.enum(["ok", "duplicate", "refused"]),
  code: z.enum(Object.keys(REFUSALS) as [keyof typeof REFUSALS]).optional(),
});

const StartedAttempt = Attempt.pick({ id: true, number: true, startedAt: true }).extend({
  items: z.array(PublicItem),
  triesLeft: z.int().nonnegative(),
  passMarkPercent: Percent,
});
export type StartedAttempt = z.infer<typeof StartedAttempt>;

/** The outcome per item says right or wrong and why; it names no other option. */
const Result = z.strictObject({
  percent: Percent,
  passed: z.boolean(),
  bestPercent: Percent,
  triesLeft: z.int().nonnegative(),
  items: z.array(
    z.strictObject({
      itemId: ItemId,
      right: z.boolean(),
      feedback: LocalizedText.optional(),
      /** The feedback as it was recorded. */
      voices: perAudioLanguage(ItemVoicePart).optional(),
    }),
  ),
  completion: Completion,
});
export type AttemptResult = z.infer<typeof Result>;

export const enrolmentWhat = what({
  enrol: {
    summary: "Enrol the learner in a public course, or in an open cohort of it",
    body: z.strictObject({
      ...whose,
      intentId: IntentId,
      courseId: CourseId,
      cohortId: CohortId.optional(),
    }),
    status: 201,
    reply: EnrolmentView,
    refusals: ["not_found", "learner.required", "cohort.closed", "cohort.full", "intent.reused"],
  },
  listEnrolments: {
    summary: "The learner's courses with her progress",
    query: z.strictObject({ ...whose, after: PageToken.optional() }),
    reply: z.strictObject({
      enrolments: z.array(EnrolmentView),
      /** Whom to ask in the cohorts of these enrolments. Here and not with one enrolment, which a lesson reads at every opening. */
      contacts: z.array(CohortContact.omit({ consentedAt: true }).extend({ cohortId: CohortId })),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
  readEnrolment: {
    summary: "One course of the learner: progress, resume point, what is missing",
    params,
    query: z.strictObject(whose),
    reply: EnrolmentView,
    refusals: ["not_found", "learner.required"],
  },
  recordEvents: {
    summary: "Record learning events, in any order and any number of times",
    params,
    body: z.strictObject({
      ...whose,
      sentAt: Instant,
      events: z.array(DeviceEvent).min(1).max(25),
    }),
    reply: z.strictObject({ receipts: z.array(Receipt), enrolment: EnrolmentView }),
    refusals: ["not_found", "learner.required"],
  },
  startAttempt: {
    summary: "Begin a sitting of the graded quiz: items without their keys",
    params,
    body: z.strictObject({ ...whose, intentId: IntentId }),
    status: 201,
    reply: StartedAttempt,
    refusals: ["not_found", "learner.required", "attempt.none_left", "intent.reused"],
  },
  submitAttempt: {
    summary: "Hand in the answers; the server grades them",
    params: z.strictObject({ courseId: CourseId, attemptId: AttemptId }),
    body: z.strictObject({ ...whose, intentId: IntentId, answers: z.array(Answer).max(200) }),
    reply: Result,
    refusals: ["not_found", "learner.required", "attempt.closed", "intent.reused"],
  },
});

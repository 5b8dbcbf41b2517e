import * as z from "zod";
import { HandIn } from "./attempt.ts";
import { Content } from "./course.ts";
import { LearningEvent } from "./enrolment.ts";
import {
  AccountId,
  AttemptId,
  CohortId,
  CourseId,
  FlagId,
  LearnerId,
  OrganisationId,
} from "./id.ts";
import { PersonName } from "./person.ts";
import type { RefusalCode } from "./refusal.ts";
import { Instant, localized, text } from "./text.ts";

/** Why something waits for a person: codes of refusals, so that each has its sentence and a way to mend it. */
export const FLAG_REASONS = [
  "ticket.used",
  "ticket.expired",
  "attempt.none_left",
  "attempt.late",
  "lesson.unknown",
] as const satisfies readonly RefusalCode[];
export type FlagReason = (typeof FLAG_REASONS)[number];

export const VERDICTS = ["accepted", "set_aside"] as const;
export type Verdict = (typeof VERDICTS)[number];

/** How many events of one enrolment are kept for a person; the phone keeps them all. */
export const FLAGGED_EVENTS = 20;

/** What arrived and could not be counted by rule. Nothing in it is lost; a person decides, once. */
export const Flag = z.strictObject({
  id: FlagId,
  organisationId: OrganisationId,
  cohortId: CohortId.optional(),
  courseId: CourseId,
  courseTitle: localized(200),
  /** Of the version that she was on, or sat in: what her answers are compared by. */
  content: Content,
  learnerId: LearnerId,
  learnerName: PersonName,
  reasons: z.array(z.enum(FLAG_REASONS)).min(1),
  /** By our clock, when the first of it arrived. */
  receivedAt: Instant,
  about: z.discriminatedUnion("kind", [
    z.strictObject({
      kind: z.literal("hand_in"),
      attemptId: AttemptId,
      handIn: HandIn,
      /** The one that stood when this arrived. */
      standing: HandIn.optional(),
    }),
    z.strictObject({
      kind: z.literal("events"),
      events: z.array(LearningEvent).min(1).max(FLAGGED_EVENTS),
    }),
  ]),
  decision: z
    .strictObject({
      verdict: z.enum(VERDICTS),
      note: text(500),
      at: Instant,
      by: AccountId,
    })
    .optional(),
});
export type Flag = z.infer<typeof Flag>;

import * as z from "zod";
import { NamedCompetency } from "./competency.ts";
import {
  AssignmentId,
  AttemptId,
  ChecklistId,
  CohortId,
  CourseId,
  LearnerId,
  ObservationId,
  SubmissionId,
} from "./id.ts";
import { PersonName } from "./person.ts";
import { Instant, localized } from "./text.ts";

const from = {
  courseId: CourseId,
  courseTitle: localized(200),
  cohortId: CohortId.optional(),
  at: Instant,
};

/** One thing that shows a competency, or was to show it. */
export const Evidence = z.discriminatedUnion("kind", [
  /** Items of a graded sitting that name it: how many she had, and how many of them right. */
  z.strictObject({
    kind: z.literal("sitting"),
    ...from,
    attemptId: AttemptId,
    right: z.int().nonnegative(),
    of: z.int().positive(),
  }),
  /** Criteria that name it, of work that somebody stood beside and that she has confirmed. */
  z.strictObject({
    kind: z.literal("observation"),
    ...from,
    observationId: ObservationId,
    checklistId: ChecklistId,
    title: localized(200),
    observerName: PersonName,
    met: z.int().nonnegative(),
    of: z.int().positive(),
  }),
  /** Criteria that name it, of work that she handed in: at how many everyone who decided gave a level that the assignment passes by. */
  z.strictObject({
    kind: z.literal("work"),
    ...from,
    submissionId: SubmissionId,
    assignmentId: AssignmentId,
    title: localized(200),
    markerNames: z.array(PersonName).min(1).max(2),
    met: z.int().nonnegative(),
    of: z.int().positive(),
  }),
]);
export type Evidence = z.infer<typeof Evidence>;

/** `shown`: by the rule of the passport. `begun`: there is evidence, not enough of it. */
export const COMPETENCY_STATES = ["shown", "begun"] as const;

/** Of one competency, what shows it. `answered`: over all her sittings, each item once. */
export const PassportLine = z.strictObject({
  competency: NamedCompetency,
  state: z.enum(COMPETENCY_STATES),
  /** What decided that it is shown. */
  by: z.enum(["observation", "work", "sitting"]).optional(),
  answered: z.strictObject({ right: z.int().nonnegative(), of: z.int().nonnegative() }),
  /** Newest first. */
  evidence: z.array(Evidence).min(1),
});
export type PassportLine = z.infer<typeof PassportLine>;

/** What a learner has shown that she can do, worked out anew from what is kept each time it is read. */
export const Passport = z.strictObject({
  learnerId: LearnerId,
  name: PersonName,
  /** Which rule told what is shown. */
  rule: z.int().positive(),
  readAt: Instant,
  lines: z.array(PassportLine),
});
export type Passport = z.infer<typeof Passport>;

import * as z from "zod";
import {
  AssignmentId,
  AttemptId,
  ChecklistId,
  CohortId,
  CourseId,
  LearnerId,
  LessonId,
  OrganisationId,
} from "./id.ts";
import { Content } from "./course.ts";
import { GivenGrade, GradePart } from "./gradebook.ts";
import { ObservedStanding } from "./observation.ts";
import { HandedStanding } from "./submission.ts";
import { COUNTS } from "./sitting-limits.ts";
import { Allowance } from "./sitting-rules.ts";
import { Instant, localized, Percent } from "./text.ts";
import { PersonName } from "./person.ts";

/** How far a lesson has come. Joined by maximum and by or, so that it never falls. */
export const LessonProgress = z.strictObject({
  /** Blocks reached from the top; 0 is none. */
  reached: z.int().min(0).max(100),
  done: z.boolean(),
});
export type LessonProgress = z.infer<typeof LessonProgress>;

/** Where the learner was last: a register that the later moment wins, ties by device and sequence. */
export const ResumePoint = z.strictObject({
  lessonId: LessonId,
  block: z.int().min(0).max(100),
  at: Instant,
  deviceId: z.string(),
  seq: z.int(),
});
export type ResumePoint = z.infer<typeof ResumePoint>;

/** More days than anybody learns on one course: what comes after them is not counted. */
export const MOST_DAYS = 1000;

export const Progress = z.strictObject({
  lessons: z.record(LessonId, LessonProgress),
  resume: ResumePoint.optional(),
  /**
   * The days on which she has learnt, each once and in order, as days since 1970 (UTC). Joined by union: a day is never lost.
   * Enrolments, and replies kept with their intents, from before days were counted have none.
   */
  days: z.array(z.int().nonnegative()).max(MOST_DAYS).optional(),
});
export type Progress = z.infer<typeof Progress>;

/** What stands between a learner and her certificate, by name. */
export const Blocker = z.discriminatedUnion("code", [
  z.strictObject({
    code: z.literal("lesson.unfinished"),
    lessonId: LessonId,
    title: localized(200),
  }),
  z.strictObject({ code: z.literal("quiz.not_taken") }),
  z.strictObject({
    code: z.literal("quiz.not_passed"),
    /** What counts of her results: the best, unless `counts` says which. */
    bestPercent: Percent,
    counts: z.enum(COUNTS).optional(),
    passMarkPercent: Percent,
    triesLeft: z.int().nonnegative(),
  }),
  z.strictObject({
    code: z.enum(["skill.not_seen", "skill.not_confirmed", "skill.not_passed"]),
    checklistId: ChecklistId,
    title: localized(200),
  }),
  z.strictObject({
    code: z.enum(["work.not_handed_in", "work.not_marked", "work.not_passed"]),
    assignmentId: AssignmentId,
    title: localized(200),
  }),
  /** The total of all parts, or what a person said of the lessons. */
  z.strictObject({ code: z.literal("grade.too_low"), percent: Percent, leastPercent: Percent }),
]);
export type Blocker = z.infer<typeof Blocker>;
export const Completion = z.discriminatedUnion("state", [
  z.strictObject({ state: z.literal("earned") }),
  z.strictObject({ state: z.literal("under_way"), blockers: z.array(Blocker).min(1) }),
]);
export type Completion = z.infer<typeof Completion>;

/** How many versions back a phone that was long away may be. */
export const MOST_FORMER = 50;

/** A learner on one version of a course, for good or until she is moved. */
export const Enrolment = z.strictObject({
  learnerId: LearnerId,
  learnerName: PersonName,
  courseId: CourseId,
  courseTitle: localized(200),
  version: z.int().positive(),
  content: Content,
  /** Versions that she was on before she was moved, in their order: a phone may still tell of them. */
  former: z.array(z.int().positive()).min(1).max(MOST_FORMER).optional(),
  organisationId: OrganisationId,
  cohortId: CohortId.optional(),
  issuing: z.enum(["automatic", "by_hand"]),
  enrolledAt: Instant,
  lastSeenAt: Instant.optional(),
  lessonCount: z.int().positive(),
  progress: Progress,
  quiz: z.strictObject({
    tries: z.int().nonnegative(),
    bestPercent: Percent.optional(),
    /** By the pass mark of a version that she was on before, or that she sat in: what is passed stays passed. */
    passed: z.literal(true).optional(),
    /** Where a version that she was on before allowed more tries than hers: none is taken away. */
    triesAllowed: z.int().positive().optional(),
    /** What she got in all that she handed in: where not the best counts, it follows from these. Older enrolments have none. */
    results: z
      .strictObject({
        first: Percent,
        last: Percent,
        sum: z.int().nonnegative(),
        count: z.int().positive(),
      })
      .optional(),
    allowance: Allowance.optional(),
    /** The sitting that a ticket was given for and that nobody has opened as far as we know; one at a time. */
    reserved: z.strictObject({ attemptId: AttemptId, expiresAt: Instant }).optional(),
  }),
  /** Skills of hers that somebody saw; without it, none yet. */
  observed: z.record(ChecklistId, ObservedStanding).optional(),
  /** What she handed in for people to mark; without it, nothing yet. */
  handed: z.record(AssignmentId, HandedStanding).optional(),
  /** Skills of hers of which she said that the last look at them was not so: which look that was, and when. */
  disputed: z
    .record(ChecklistId, ObservedStanding.pick({ observationId: true, at: true }))
    .optional(),
  /** She has a PIN, as her learner says: here too, so that a list of learners needs no read of each. */
  hasPin: z.literal(true).optional(),
  /** What a person said of parts of the course in place of what is worked out. */
  grades: z.record(GradePart, GivenGrade).optional(),
  /** She was enrolled by her number or address: who teaches her had it, and may see it again. */
  reachable: z.literal(true).optional(),
  earnedAt: Instant.optional(),
});
export type Enrolment = z.infer<typeof Enrolment>;

/** A learning event as the server keeps it: the device's claim of time beside the moment of receipt. */
export const LearningEvent = z.strictObject({
  id: z.string(),
  learnerId: LearnerId,
  courseId: CourseId,
  type: z.enum(["lesson.reached", "lesson.finished", "practice.answered"]),
  lessonId: LessonId,
  block: z.int().min(0).max(100),
  right: z.boolean().optional(),
  /** Of the version by whose blocks it counts; phones of before said none. */
  version: z.int().positive().optional(),
  deviceId: z.string(),
  seq: z.int(),
  claimedAt: Instant,
  receivedAt: Instant,
});
export type LearningEvent = z.infer<typeof LearningEvent>;

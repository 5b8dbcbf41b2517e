import * as z from "zod";
import { Cohort } from "./cohort.ts";
import { ProgressLine } from "./cohort.what.ts";
import { Completion } from "./enrolment.ts";
import { Grade, GradePart, Grading } from "./gradebook.ts";
import { CohortId, CourseId, IntentId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { Contact, PersonName } from "./person.ts";
import { Instant, LanguageCode, localized, PageToken, Percent, text } from "./text.ts";

const cohort = z.strictObject({ cohortId: CohortId });
const learner = cohort.extend({ learnerId: LearnerId });
const course = z.strictObject({ courseId: CourseId });

/** A part of a course as it is called; lessons and test have no title but the app's. */
export const NamedPart = z.strictObject({
  part: GradePart,
  title: localized(200).optional(),
  /** From which result on it is passed by its own rule. */
  passPercent: Percent,
});
export type NamedPart = z.infer<typeof NamedPart>;

/** What counts in one version, told once a page however many are on it. */
const GradedVersion = z.strictObject({
  version: z.int().positive(),
  parts: z.array(NamedPart),
  grading: Grading.optional(),
});
export type GradedVersion = z.infer<typeof GradedVersion>;

/** One learner's row. `mayChange`: nobody grades herself. */
export const GradeLine = z.strictObject({
  learnerId: LearnerId,
  name: PersonName,
  version: z.int().positive(),
  lastSeenAt: Instant.optional(),
  disputed: ProgressLine.shape.disputed,
  grade: Grade,
  completion: Completion,
  /** She has her certificate, or it is on its way: what is changed now no longer changes that. */
  earned: z.boolean(),
  mayChange: z.boolean(),
});
export type GradeLine = z.infer<typeof GradeLine>;

const reason = text(500);
/** What a person says of a part in place of what was worked out; `as_worked` takes back what was said. */
const Said = z.discriminatedUnion("as", [
  z.strictObject({ as: z.literal("exempt"), reason }),
  z.strictObject({ as: z.literal("percent"), percent: Percent, reason }),
  z.strictObject({ as: z.literal("as_worked"), reason }),
]);
export type SaidGrade = z.infer<typeof Said>;

/** The rules of a draft, with the parts that they may name. */
export const DraftGrading = z.strictObject({
  parts: z.array(NamedPart),
  grading: Grading.optional(),
});
export type DraftGrading = z.infer<typeof DraftGrading>;

/** A learner of a course in a list to look one up in. */
const MarkedLearner = GradeLine.pick({ learnerId: true, name: true, earned: true }).extend({
  cohortName: Cohort.shape.name.optional(),
  /** What counts of her tests. */
  quizPercent: Percent.optional(),
});
export type MarkedLearner = z.infer<typeof MarkedLearner>;

/** What a learner has in one course, by the rules of her version. */
const MarkedCourse = z.strictObject({
  courseId: CourseId,
  courseTitle: localized(200),
  cohortName: Cohort.shape.name.optional(),
  version: GradedVersion,
  line: GradeLine,
});
export type MarkedCourse = z.infer<typeof MarkedCourse>;

export const gradebookWhat = what({
  listMarkedCourses: {
    summary: "The courses whose results an auditor may look into",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      courses: z.array(z.strictObject({ courseId: CourseId, title: localized(200) })),
      next: PageToken.optional(),
    }),
  },
  listMarkedLearners: {
    summary: "Who takes a course, those who do so alone first, then group by group, 50 a page",
    params: course,
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ learners: z.array(MarkedLearner), next: PageToken.optional() }),
    refusals: ["not_found"],
  },
  readMarks: {
    summary:
      "What a learner has in each course of the organisation, and how each figure came about",
    params: z.strictObject({ learnerId: LearnerId }),
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      learnerName: PersonName,
      courses: z.array(MarkedCourse),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
  readGradebook: {
    summary: "What each learner of a cohort has in each part of the course, and how it came about",
    params: cohort,
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      cohort: Cohort.pick({ id: true, name: true, courseId: true, courseTitle: true }),
      versions: z.array(GradedVersion),
      learners: z.array(GradeLine),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
  changeGrade: {
    summary:
      "Exempt a learner from a part of the course, say what she has in it, or take back what was said: each with a reason that she can read",
    params: learner,
    body: z.strictObject({
      intentId: IntentId,
      part: GradePart,
      said: Said,
      /** When what somebody said of this part before was said, as the person who asks saw it; nothing where nobody had. */
      seenAt: Instant.optional(),
    }),
    reply: GradeLine,
    refusals: ["not_found", "stale_write", "intent.reused"],
  },
  readReach: {
    summary:
      "How to write to a learner of a cohort who was enrolled by her number or address, for who may let her in",
    params: learner,
    reply: z.strictObject({
      name: PersonName,
      language: LanguageCode,
      /** Absent of who enrolled herself, and of who has neither: only she can tell it. */
      contact: Contact.optional(),
    }),
    refusals: ["not_found"],
  },
  readGrading: {
    summary: "What counts in a draft, and how much, for who may write it",
    params: course,
    reply: DraftGrading,
    refusals: ["not_found"],
  },
  saveGrading: {
    summary: "Say what counts in a draft, and how much; without rules, everything is to be passed",
    params: course,
    body: z.strictObject({
      intentId: IntentId,
      grading: Grading.optional(),
      /** What stood there when its author began. */
      seen: Grading.optional(),
    }),
    reply: DraftGrading,
    refusals: ["not_found", "stale_write", "intent.reused"],
  },
});

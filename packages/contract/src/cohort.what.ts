import * as z from "zod";
import { Certificate, CERTIFICATE_STATES, PROPOSED_ACTS } from "./certificate.ts";
import { Cohort, CohortContact } from "./cohort.ts";
import { Blocker, Completion } from "./enrolment.ts";
import { AccountId, CohortId, CourseId, IntentId, LearnerId } from "./id.ts";
import { Contact, PersonName } from "./person.ts";
import { what } from "./operation.ts";
import { Allowance, TestTimes } from "./sitting-rules.ts";
import { Day, Instant, PageToken, Percent, text } from "./text.ts";

const params = z.strictObject({ cohortId: CohortId });
const page = z.strictObject({ after: PageToken.optional() });

/** What the person who asks may do with a cohort, so that no page offers what would be refused. */
const CohortDesk = Cohort.extend({
  mayFollow: z.boolean(),
  mayEnrol: z.boolean(),
  mayVouch: z.boolean(),
  mayIssue: z.boolean(),
  mayAllow: z.boolean(),
  mayGrade: z.boolean(),
});
export type CohortDesk = z.infer<typeof CohortDesk>;

/** What became of one person of a list. `code` says why she was not enrolled. */
const EnrolledPerson = z.discriminatedUnion("result", [
  z.strictObject({
    contact: Contact,
    learnerId: LearnerId,
    result: z.enum(["enrolled", "already"]),
  }),
  z.strictObject({
    contact: Contact,
    result: z.literal("refused"),
    code: z.enum(["cohort.full", "cohort.closed"]),
  }),
]);
export type EnrolledPerson = z.infer<typeof EnrolledPerson>;

/** One learner's way through the course, as her trainer sees it. */
export const ProgressLine = z.strictObject({
  learnerId: LearnerId,
  name: PersonName,
  lessonsDone: z.int(),
  lessonCount: z.int(),
  quizPercent: Percent.optional(),
  allowance: Allowance.optional(),
  lastSeenAt: Instant.optional(),
  /** Of the skills that her version has seen by somebody, how many she has passed. */
  skills: z.strictObject({ passed: z.int().nonnegative(), of: z.int().positive() }).optional(),
  /** She has said of the last look at one of her skills that it was not so, and has not passed it. */
  disputed: z.literal(true).optional(),
  completion: Completion,
});
export type ProgressLine = z.infer<typeof ProgressLine>;

/** What of her certificate the people who issue in her cohort may know. */
const HeldCertificate = Certificate.pick({
  id: true,
  number: true,
  /** As it stands there, which may be another than the learner's by now. */
  learnerName: true,
  issuedAt: true,
  expiresAt: true,
}).extend({
  state: z.enum(CERTIFICATE_STATES),
  /** What somebody wants of it. */
  proposed: z.enum(PROPOSED_ACTS).optional(),
});

export const EligibleLine = z.strictObject({
  learnerId: LearnerId,
  name: PersonName,
  state: z.enum(["eligible", "issued", "not_yet"]),
  /** Nobody certifies herself, whatever her learner has earned. */
  mayIssue: z.boolean(),
  blockers: z.array(Blocker),
  /** Of `issued`: hers. */
  certificate: HeldCertificate.optional(),
});
export type EligibleLine = z.infer<typeof EligibleLine>;

/** A cohort of one's own, and how many in it are stuck. */
const StuckCohort = Cohort.pick({ id: true, name: true, courseTitle: true }).extend({
  stuck: z.int().positive(),
});
export type StuckCohort = z.infer<typeof StuckCohort>;

/** A contact to be shown, with that person's consent: without it nothing is taken. */
const contact = CohortContact.omit({ consentedAt: true }).extend({ consent: z.literal(true) });

export const cohortWhat = what({
  listCohorts: {
    summary: "The cohorts of the organisation; a trainer sees her own",
    query: page,
    reply: z.strictObject({ cohorts: z.array(Cohort), next: PageToken.optional() }),
  },
  createCohort: {
    summary: "Open a cohort of a published course",
    body: z
      .strictObject({
        intentId: IntentId,
        courseId: CourseId,
        name: text(120),
        trainerIds: z.array(AccountId).min(1).max(20),
        startsOn: Day,
        endsOn: Day,
        places: z.int().min(1).max(5000),
        joining: z.enum(["open", "by_invitation"]),
        issuing: z.enum(["automatic", "by_hand"]),
        contact: contact.optional(),
      })
      .refine((body) => body.startsOn <= body.endsOn, {
        path: ["endsOn"],
        message: "before_start",
      }),
    status: 201,
    reply: Cohort,
    refusals: ["not_found", "course.not_published", "intent.reused"],
  },
  readCohort: {
    summary: "One cohort, and what the person may do with it",
    params,
    reply: CohortDesk,
    refusals: ["not_found"],
  },
  changeContact: {
    summary: "Change whom the learners of a cohort may call; without one, nobody any more",
    params,
    body: z.strictObject({ intentId: IntentId, contact: contact.optional() }),
    reply: Cohort,
    refusals: ["not_found", "intent.reused"],
  },
  changeTestTimes: {
    summary: "Say from when and until when a cohort may sit the test; without a moment, ever",
    params,
    body: z.strictObject({ intentId: IntentId, test: TestTimes }),
    reply: Cohort,
    refusals: ["not_found", "intent.reused"],
  },
  allowLearner: {
    summary:
      "Give one learner of a cohort more tries, more time or a later end, with a reason, in place of what she was given before",
    params: z.strictObject({ cohortId: CohortId, learnerId: LearnerId }),
    body: z.strictObject({
      intentId: IntentId,
      allowance: Allowance.omit({ at: true }).optional(),
    }),
    reply: ProgressLine,
    refusals: ["not_found", "intent.reused"],
  },
  readProgress: {
    summary: "Each learner's progress in a cohort",
    params,
    query: page,
    reply: z.strictObject({
      cohort: Cohort,
      learners: z.array(ProgressLine),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
  countStuck: {
    summary:
      "How many learners need the person who asks, in cohorts that she teaches or accompanies and that are running today",
    reply: z.strictObject({
      /** How many such cohorts she has: with none, nothing is to be said. */
      running: z.int().nonnegative(),
      /** Where somebody is stuck, the most first. */
      cohorts: z.array(StuckCohort),
      /** Not all were looked at: there may be more than these. */
      more: z.boolean(),
    }),
  },
  enrolPeople: {
    summary:
      "Enrol people in a cohort by e-mail or phone, each by herself; someone new gets an account that waits for her",
    params,
    body: z.strictObject({
      intentId: IntentId,
      people: z
        .array(z.strictObject({ name: PersonName, contact: Contact }))
        .min(1)
        .max(20),
    }),
    reply: z.strictObject({ people: z.array(EnrolledPerson) }),
    refusals: ["not_found", "course.not_published", "intent.reused"],
  },
  listEligible: {
    summary:
      "Who in a cohort may receive a certificate, who has it, and what is missing for the others",
    params,
    query: page,
    reply: z.strictObject({
      cohort: Cohort,
      learners: z.array(EligibleLine),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
});

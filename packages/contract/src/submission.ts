import * as z from "zod";
import { CriterionName } from "./checklist.ts";
import { HANDING_LIMITS } from "./handing.ts";
import {
  AccountId,
  AssignmentId,
  CohortId,
  CourseId,
  Hash,
  LearnerId,
  OrganisationId,
  SubmissionId,
} from "./id.ts";
import { PersonName } from "./person.ts";
import { DeviceId, Instant, isWritten, localized, Percent, text } from "./text.ts";

/** One piece of work, or of what is said to it, kept among what is private. */
export const Proof = z.strictObject({
  hash: Hash,
  kind: z.enum(["photo", "voice", "video", "file"]),
  type: z.string().max(100),
  bytes: z.int().positive(),
  /** What its owner called a file. */
  name: text(200).optional(),
  /** How long a recording or a video plays. */
  seconds: z.int().positive().optional(),
});
export type Proof = z.infer<typeof Proof>;
/** The same as the intent that took it remembers it: for which learner, or in which organisation. */
export const TakenProof = z.strictObject({ scope: z.string(), proof: Proof });

/** What is said to the work, by words or by voice. */
const said = { words: text(HANDING_LIMITS.note).optional(), voice: Proof.optional() };
const Permille = z.int().min(0).max(1000);
/** Something said to one place of the work: to a stretch of its text (UTF-16 units, `to` behind the last), a spot of a photo, a moment of what plays, or a file. */
export const WorkNote = z
  .discriminatedUnion("on", [
    z.strictObject({
      ...{ on: z.literal("text"), from: z.int().nonnegative() },
      ...{ to: z.int().positive(), ...said },
    }),
    z.strictObject({ on: z.literal("photo"), proof: Hash, x: Permille, y: Permille, ...said }),
    z.strictObject({ on: z.literal("moment"), proof: Hash, second: z.int().nonnegative(), ...said }), // prettier-ignore
    z.strictObject({ on: z.literal("file"), proof: Hash, ...said }),
  ])
  .refine(({ words, voice }) => words !== undefined || voice !== undefined, {
    path: ["words"],
    message: "nothing_said",
  });
export type WorkNote = z.infer<typeof WorkNote>;

/** The level that a marker chose of one criterion. */
export const ChosenLevel = z.strictObject({
  criterion: CriterionName,
  level: z.int().min(0).max(HANDING_LIMITS.levels - 1), // prettier-ignore
  note: text(HANDING_LIMITS.note).optional(),
});

/** What one person said of the work, and what it comes to by the rubric of its version. */
export const Marking = z.strictObject({
  by: AccountId,
  byName: PersonName,
  at: Instant,
  chosen: z.array(ChosenLevel).min(1).max(HANDING_LIMITS.criteria),
  words: text(HANDING_LIMITS.words).optional(),
  voice: Proof.optional(),
  notes: z.array(WorkNote).max(HANDING_LIMITS.notes),
  /** By which rules, and how. */
  rules: z.int().positive(),
  percent: Percent,
  passed: z.boolean(),
});
export type Marking = z.infer<typeof Marking>;

/**
 * How far it is. `waiting`: somebody is to mark it. `second`: one of two has. `differs`: two have, too far apart, and a third person is
 * to decide. `marked`: it has its mark. `replaced`: she handed in anew before anybody had marked it.
 */
export const SUBMISSION_STATES = ["waiting", "second", "differs", "marked", "replaced"] as const;

/** What stands of it in the end. `by`: one marker, two that agree, or a third who decided between two and says why. */
export const Outcome = z.strictObject({
  by: z.enum(["one", "two", "third"]),
  percent: Percent,
  passed: z.boolean(),
  at: Instant,
  reason: text(500).optional(),
});
export type Outcome = z.infer<typeof Outcome>;

/** Work as it was handed in, which never changes, and what people said of it. Handing in anew is another submission. */
export const Submission = z.strictObject({
  id: SubmissionId,
  organisationId: OrganisationId,
  cohortId: CohortId,
  courseId: CourseId,
  /** Of the version whose assignment it answers. */
  version: z.int().positive(),
  assignmentId: AssignmentId,
  title: localized(200),
  learnerId: LearnerId,
  learnerName: PersonName,
  /** Which of hers it is, from 1, in the order in which they came. */
  number: z.int().positive(),
  /** As she wrote it, blanks at its ends too: notes count from its first sign. */
  text: z
    .string()
    .min(1)
    .max(HANDING_LIMITS.text)
    .refine(isWritten, { message: "control_characters" })
    .optional(),
  proofs: z.array(Proof).max(HANDING_LIMITS.proofs),
  /** What the learner's phone says of when she handed it in, by its own clock. */
  claims: z.strictObject({ at: Instant, deviceId: DeviceId }),
  /** When she handed it in, as far as we can tell: never after it was received. */
  handedInAt: Instant,
  receivedAt: Instant,
  state: z.enum(SUBMISSION_STATES),
  anonymous: z.literal(true).optional(),
  /** At most two and, where they differ, a third. */
  markings: z.array(Marking).max(3),
  outcome: Outcome.optional(),
});
export type Submission = z.infer<typeof Submission>;

/**
 * What an enrolment knows of an assignment: the best mark of hers, of equal ones the later; `waiting` while there is none and work of
 * hers waits. `tries`: how many were marked or are being marked.
 */
export const HandedStanding = z.strictObject({
  state: z.enum(["waiting", "passed", "not_passed"]),
  /** The work that the mark is of, or that waits. */
  submissionId: SubmissionId,
  at: Instant,
  percent: Percent.optional(),
  tries: z.int().nonnegative(),
  /** Work of hers that is not marked yet, also beside a mark. */
  waiting: z.int().nonnegative(),
  /** Of that the one which nobody has begun to mark: what she hands in next takes its place. */
  untouchedId: SubmissionId.optional(),
  /** How many she has handed in. */
  number: z.int().positive(),
});
export type HandedStanding = z.infer<typeof HandedStanding>;

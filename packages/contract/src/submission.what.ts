import * as z from "zod";
import { Assignment } from "./assignment.ts";
import { Completion } from "./enrolment.ts";
import { HANDING_LIMITS } from "./handing.ts";
import { CohortId, CourseId, Hash, IntentId, LearnerId, SubmissionId } from "./id.ts";
import { UploadGrant } from "./media.what.ts";
import { UPLOAD_TYPES, type UploadType } from "./media-limits.ts";
import { what } from "./operation.ts";
import { ChosenLevel, Marking, Outcome, Proof, Submission, WorkNote } from "./submission.ts";
import { Instant, PageToken, text } from "./text.ts";
import { whose } from "./whose.ts";

const cohort = z.strictObject({ cohortId: CohortId });
const submission = cohort.extend({ submissionId: SubmissionId });
const TYPES = Object.keys(UPLOAD_TYPES) as [UploadType, ...UploadType[]];

/** What one person said, without what only the server needs. */
const MarkingView = Marking.omit({ by: true });

/**
 * A submission as whoever asks may read it. Its learner reads what was said of it once it has its mark. Who marks without names finds
 * neither `learnerId` nor `learnerName` before that, no name of a file, and of moments no more than the day; and nobody finds the first
 * of two markings before the second stands.
 */
export const SubmissionView = Submission.omit({ organisationId: true, claims: true })
  .partial({ learnerId: true, learnerName: true })
  .extend({ markings: z.array(MarkingView) });
export type SubmissionView = z.infer<typeof SubmissionView>;

/** One line of a queue. */
export const SubmissionLine = Submission.pick({
  id: true,
  courseId: true,
  version: true,
  assignmentId: true,
  title: true,
  number: true,
  handedInAt: true,
  receivedAt: true,
  state: true,
})
  .extend(Submission.pick({ learnerId: true, learnerName: true }).partial().shape)
  .extend({
    /** How much of what it holds. */
    holds: z.strictObject({ letters: z.int().nonnegative(), proofs: z.array(Proof.shape.kind) }),
    /** Whoever asks may mark it, or decide where two differ: not her own work, and not twice. */
    mayMark: z.boolean(),
  });
export type SubmissionLine = z.infer<typeof SubmissionLine>;

/** What the learner's phone sends. `id` is made there, so that it may be sent any number of times. */
const WorkBody = Submission.pick({
  id: true,
  assignmentId: true,
  version: true,
  text: true,
  claims: true,
}).extend({
  ...whose,
  intentId: IntentId,
  /** The phone's clock at this sending: each try may say another. */
  sentAt: Instant.optional(),
  /** What was posted and taken, by the intents that it was posted under. */
  proofs: z.array(IntentId).max(HANDING_LIMITS.proofs),
});
export type WorkBody = z.infer<typeof WorkBody>;

/** What somebody says of the work. Recordings were posted and taken before, and are named by their intents. */
const spoken = { words: text(HANDING_LIMITS.words).optional(), voice: IntentId.optional() };
const noted = { words: text(HANDING_LIMITS.note).optional(), voice: IntentId.optional() };
const [onText, onPhoto, onMoment, onFile] = WorkNote.options;
const MarkingBody = z.strictObject({
  intentId: IntentId,
  chosen: z.array(ChosenLevel).max(HANDING_LIMITS.criteria),
  notes: z
    .array(
      z.discriminatedUnion("on", [
        onText.extend(noted),
        onPhoto.extend(noted),
        onMoment.extend(noted),
        onFile.extend(noted),
      ]),
    )
    .max(HANDING_LIMITS.notes),
  ...spoken,
  /** How many markings she saw when she began: nobody marks over another's head. */
  seen: z.int().nonnegative(),
});
export type MarkingBody = z.infer<typeof MarkingBody>;

/** What is said to one hand-in is kept with it, in one row. */
const isSayable = ({ chosen, notes }: Pick<MarkingBody, "chosen" | "notes">): boolean =>
  [...chosen.map(({ note = "" }) => note), ...notes.map(({ words = "" }) => words)].join("")
    .length <= HANDING_LIMITS.said;
const TOO_MUCH = { path: ["notes"], message: "too_much" };

export const submissionWhat = what({
  grantProof: {
    summary:
      "Be let to post one piece of work, or one recording of what is said to it, for ten minutes; asked again, for ten more",
    body: z
      .strictObject({
        ...whose,
        intentId: IntentId,
        type: z.enum(TYPES),
        bytes: z.int().positive(),
      })
      .refine(({ type, bytes }) => bytes <= UPLOAD_TYPES[type], {
        path: ["bytes"],
        message: "too_big",
      }),
    reply: UploadGrant,
    refusals: ["not_found", "learner.required"],
  },
  takeProof: {
    summary: "Take what was posted under the intent of its grant among what is private",
    body: z.strictObject({ ...whose, intentId: IntentId, name: text(200).optional() }),
    status: 201,
    reply: Proof,
    refusals: [
      "not_found",
      "learner.required",
      "upload.missing",
      "media.unreadable",
      "media.too_large",
      "media.active",
      "media.locked",
      "intent.reused",
    ],
  },
  submitWork: {
    summary:
      "Hand in one's work for an assignment. Handed in anew before anybody marked it, it takes the place of what was there",
    params: z.strictObject({ courseId: CourseId }),
    body: WorkBody,
    status: 201,
    reply: z.strictObject({ submission: SubmissionView, completion: Completion }),
    refusals: [
      "not_found",
      "learner.required",
      "assignment.unknown",
      "assignment.no_group",
      "submission.empty",
      "submission.kind",
      "submission.none_left",
      "upload.missing",
      "intent.reused",
    ],
  },
  listOwnSubmissions: {
    summary: "What the learner handed in in a course, newest first, with what was said of it",
    params: z.strictObject({ courseId: CourseId }),
    query: z.strictObject(whose),
    reply: z.strictObject({ submissions: z.array(SubmissionView) }),
    refusals: ["not_found", "learner.required"],
  },
  listSubmissions: {
    summary: "What waits to be marked in a cohort, oldest first",
    params: cohort,
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ submissions: z.array(SubmissionLine), next: PageToken.optional() }),
    refusals: ["not_found"],
  },
  listLearnerSubmissions: {
    summary: "What one learner of a cohort handed in, newest first",
    params: cohort.extend({ learnerId: LearnerId }),
    reply: z.strictObject({ submissions: z.array(SubmissionLine) }),
    refusals: ["not_found"],
  },
  readSubmission: {
    summary: "One hand-in with its assignment, and what was said of it so far",
    params: submission,
    reply: z.strictObject({
      submission: SubmissionView,
      assignment: Assignment,
      mayMark: z.boolean(),
      /** How many markings there are, those that she does not see yet among them. */
      markings: z.int().nonnegative(),
    }),
    refusals: ["not_found"],
  },
  markSubmission: {
    summary:
      "Mark a hand-in by the rubric of its assignment, with words or a voice to the whole and to places of it",
    params: submission,
    body: MarkingBody.refine(isSayable, TOO_MUCH),
    reply: z.strictObject({ submission: SubmissionView }),
    refusals: [
      "not_found",
      "submission.own",
      "submission.marked",
      "submission.twice",
      "submission.unmarked",
      "submission.replaced",
      "upload.missing",
      "intent.reused",
    ],
  },
  settleSubmission: {
    summary: "Decide between two markings that differ, as a third person and with a reason",
    params: submission,
    body: MarkingBody.extend({ reason: Outcome.shape.reason.unwrap() }).refine(isSayable, TOO_MUCH),
    reply: z.strictObject({ submission: SubmissionView }),
    refusals: [
      "not_found",
      "submission.own",
      "submission.marked",
      "submission.twice",
      "submission.unmarked",
      "upload.missing",
      "intent.reused",
    ],
  },
  readProof: {
    summary:
      "A stretch of one piece of a hand-in or of what was said to it, at most 1 MiB, for those who may read it",
    params: submission.extend({ hash: Hash }),
    query: z.strictObject({
      /** Where the stretch begins, in bytes. */
      from: z.coerce.number().int().nonnegative().optional(),
    }),
    reply: z.strictObject({
      type: z.string(),
      bytes: z.int().positive(),
      base64: z.string(),
      /** Where the next stretch begins, while there is more. */
      next: z.int().positive().optional(),
    }),
    refusals: ["not_found"],
  },
});

import * as z from "zod";
import { BatchRefusal, CertificateBatch } from "./batch.ts";
import { Certificate } from "./certificate.ts";
import { EligibleLine } from "./cohort.what.ts";
import { BatchId, CohortId, CourseId, IntentId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { PageToken } from "./text.ts";

const params = z.strictObject({ batchId: BatchId });

/** How far issuing has come, as its desk shows it. */
const BatchLine = CertificateBatch.omit({ organisationId: true, cohorts: true, place: true });
export type BatchLine = z.infer<typeof BatchLine>;
/** Whom it could not issue to. */
const RefusedLine = BatchRefusal.omit({ batchId: true });
export type RefusedLine = z.infer<typeof RefusedLine>;

/** What her certificate would say: all but its number and its day. */
const CertificatePreview = Certificate.pick({
  learnerName: true,
  courseTitle: true,
  organisationName: true,
  minutes: true,
  quizPercent: true,
  competencies: true,
  language: true,
  partners: true,
  expiresAt: true,
});
export type CertificatePreview = z.infer<typeof CertificatePreview>;

export const batchWhat = what({
  listCandidates: {
    summary:
      "Who of a cohort, or of all who take a course, may be issued a certificate, and what the others lack, 50 a page",
    params: z.strictObject({ courseId: CourseId }),
    query: z.strictObject({ cohortId: CohortId.optional(), after: PageToken.optional() }),
    reply: z.strictObject({ learners: z.array(EligibleLine), next: PageToken.optional() }),
    refusals: ["not_found"],
  },
  previewCertificate: {
    summary: "What the certificate of somebody who has earned it would say, in her language",
    params: z.strictObject({ courseId: CourseId, learnerId: LearnerId }),
    reply: CertificatePreview,
    refusals: ["not_found", "certificate.not_earned"],
  },
  /** By itself: drawing takes its time and may be impossible, and what the certificate would say waits for no picture. */
  previewPaper: {
    summary: "The same as it would be on paper, in her language and with its design",
    params: z.strictObject({ courseId: CourseId, learnerId: LearnerId }),
    /** Its pages below one another, letters as outlines. */
    reply: z.strictObject({ svg: z.string() }),
    refusals: ["not_found", "certificate.not_earned", "paper.undisplayable", "paper.unavailable"],
  },
  listBatches: {
    summary: "Issuing to many at once: what runs and what ran, newest first",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ batches: z.array(BatchLine), next: PageToken.optional() }),
  },
  startBatch: {
    summary: "Issue certificates to all of a cohort, or of a course, who have earned theirs",
    body: z.strictObject({
      intentId: IntentId,
      courseId: CourseId,
      cohortId: CohortId.optional(),
    }),
    status: 201,
    reply: BatchLine,
    refusals: ["not_found", "batch.running", "intent.reused"],
  },
  readBatch: {
    summary: "How far it has come, and whom it could not issue to, 50 a page",
    params,
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      batch: BatchLine,
      refused: z.array(RefusedLine),
      next: PageToken.optional(),
    }),
    refusals: ["not_found"],
  },
  steerBatch: {
    summary: "Stop issuing, or go on where it stands",
    params,
    body: z.strictObject({ intentId: IntentId, do: z.enum(["stop", "go_on"]) }),
    reply: BatchLine,
    refusals: ["not_found", "intent.reused"],
  },
});

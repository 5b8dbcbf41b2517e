import * as z from "zod";
import { AccountId, BatchId, CohortId, CourseId, LearnerId, OrganisationId } from "./id.ts";
import { PersonName } from "./person.ts";
import { Instant, localized, text } from "./text.ts";

/** Learners met so far, by what became of them. */
export const BatchFigures = z.strictObject({
  learners: z.int().nonnegative(),
  issued: z.int().nonnegative(),
  already: z.int().nonnegative(),
  /** They lack something of the course. */
  notYet: z.int().nonnegative(),
  /** They could not be issued to, and are named with the reason. */
  refused: z.int().nonnegative(),
});
export type BatchFigures = z.infer<typeof BatchFigures>;

export const BATCH_STATES = ["running", "stopped", "done"] as const;
/**
 * Issuing to all who have earned it, in a cohort or in all of a course: how far it has come. Whoever goes on with it begins at
 * `place`. `stopped` by a person, or since it has issued `most`.
 */
export const CertificateBatch = z.strictObject({
  id: BatchId,
  organisationId: OrganisationId,
  courseId: CourseId,
  courseTitle: localized(200),
  /** Of one cohort alone. */
  cohort: z.strictObject({ id: CohortId, name: text(120) }).optional(),
  /** In their order; group 0 is of those who are in none. */
  cohorts: z.array(CohortId),
  state: z.enum(BATCH_STATES),
  place: z.strictObject({ group: z.int().nonnegative(), after: z.string().optional() }),
  figures: BatchFigures,
  most: z.int().positive(),
  by: AccountId,
  byName: PersonName,
  startedAt: Instant,
  changedAt: Instant,
});
export type CertificateBatch = z.infer<typeof CertificateBatch>;

/** Why a learner who has earned hers got none: her own doing, or something in the way that another try may find gone. */
export const BATCH_FAULTS = ["certificate.own", "busy"] as const;
/** One learner whom a batch could not issue to; the others got theirs. */
export const BatchRefusal = z.strictObject({
  batchId: BatchId,
  learnerId: LearnerId,
  learnerName: PersonName,
  code: z.enum(BATCH_FAULTS),
  at: Instant,
});
export type BatchRefusal = z.infer<typeof BatchRefusal>;

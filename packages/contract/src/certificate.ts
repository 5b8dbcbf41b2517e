import * as z from "zod";
import { AccountId, CertificateId, CohortId, CourseId, LearnerId, OrganisationId } from "./id.ts";
import { PersonName } from "./person.ts";
import { Instant, localized, Percent } from "./text.ts";

export const REVOCATION_REASONS = ["error", "fraud", "identity", "request"] as const;

/** The record of a certificate: a snapshot frozen at issue. Nothing edited later reaches it, except its revocation. */
export const Certificate = z.strictObject({
  id: CertificateId,
  /** Without gaps within an organisation and a year: `TWZ-4f2a90-2026-000123`. After 999999 it grows a digit. */
  number: z.string().regex(/^TWZ-[0-9a-f]{6}-\d{4}-\d{6,9}$/),
  organisationId: OrganisationId,
  organisationName: localized(200),
  learnerId: LearnerId,
  learnerName: PersonName,
  courseId: CourseId,
  courseTitle: localized(200),
  courseVersion: z.int().positive(),
  cohortId: CohortId.optional(),
  minutes: z.int().positive(),
  quizPercent: Percent,
  issuedAt: Instant,
  issuedBy: z.union([AccountId, z.literal("system")]),
  revocation: z
    .strictObject({
      at: Instant,
      by: AccountId,
      reason: z.enum(REVOCATION_REASONS),
      note: z.string().max(500).optional(),
    })
    .optional(),
});
export type Certificate = z.infer<typeof Certificate>;

import * as z from "zod";
import { MOST_CERTIFIED_COMPETENCIES } from "./certificate.ts";
import { NamedCompetency } from "./competency.ts";
import { CourseId, OrganisationId } from "./id.ts";
import { MOST_PARTNERS, PARTNERSHIP_STATES } from "./partnership-limits.ts";
import { Instant, localized } from "./text.ts";

/**
 * That an organisation asked another to stand behind the certificates of one of its courses, and what became of it. No person is named:
 * institutions agree, and each has the names of its own people in its own trail.
 */
export const Partnership = z.strictObject({
  courseId: CourseId,
  /** Whose course it is, and who issues. */
  organisationId: OrganisationId,
  organisationName: localized(200),
  /** Who is asked to stand behind it. */
  partnerId: OrganisationId,
  partnerName: localized(200),
  /** The course as it was published when it was asked: what the partner looked at. */
  course: z.strictObject({
    title: localized(200),
    version: z.int().positive(),
    minutes: z.int().positive(),
    competencies: z.array(NamedCompetency).max(MOST_CERTIFIED_COMPETENCIES),
  }),
  state: z.enum(PARTNERSHIP_STATES),
  askedAt: Instant,
  answeredAt: Instant.optional(),
  endedAt: Instant.optional(),
  endedBy: z.enum(["issuer", "partner"]).optional(),
});
export type Partnership = z.infer<typeof Partnership>;

/** One side of it: both organisations have a row, written together, and neither reads the other's. */
export const PartnershipRow = Partnership.extend({
  /** Whose row it is. */
  holderId: OrganisationId,
  /** Which of the places for partners that a course has: two who ask at once cannot take the same. */
  seat: z.int().min(1).max(MOST_PARTNERS),
});
export type PartnershipRow = z.infer<typeof PartnershipRow>;

import * as z from "zod";
import { NamedCompetency } from "./competency.ts";
import {
  AccountId,
  CertificateId,
  CohortId,
  CourseId,
  Hash,
  LearnerId,
  OrganisationId,
} from "./id.ts";
import { PersonName } from "./person.ts";
import { CERTIFICATE_SHOWS, MOST_MONTHS } from "./certificate-limits.ts";
import { MOST_PARTNERS } from "./partnership-limits.ts";
import { Instant, LanguageCode, localized, Percent } from "./text.ts";

/** `replaced`: another was issued in its place, as with a name that was wrong; never chosen by a person, always with the other's id. */
export const REVOCATION_REASONS = ["error", "fraud", "identity", "request", "replaced"] as const;
export const SUSPENSION_REASONS = ["inquiry", "identity", "request"] as const;
/** How many of the competencies that a version names a certificate carries: its signed form has to stay small. */
export const MOST_CERTIFIED_COMPETENCIES = 12;

/** That it holds no more, for good or for now: who proposed it, who approved, and why. */
const Ended = <R extends readonly [string, ...string[]]>(reasons: R) =>
  z.strictObject({
    at: Instant,
    by: AccountId,
    /** The second person, who is another than `by`. Absent in what one person could do alone when it was done. */
    approvedBy: AccountId.optional(),
    reason: z.enum(reasons),
    note: z.string().max(500).optional(),
  });

/** What is wanted of a certificate. `reissue`: another in its place, with the name put right, or signed at last; `renew`: another, to hold anew. */
export const PROPOSED_ACTS = ["suspend", "reinstate", "revoke", "reissue", "renew"] as const;
export type ProposedAct = (typeof PROPOSED_ACTS)[number];

export const CERTIFICATE_ACTS = ["issued", "suspended", "reinstated", "revoked"] as const;
/** One thing that happened to a certificate, in order and for ever: each becomes one entry of the public log. */
export const CertificateAct = z.strictObject({ act: z.enum(CERTIFICATE_ACTS), at: Instant });
export type CertificateAct = z.infer<typeof CertificateAct>;

/**
 * The record of a certificate: a snapshot frozen at issue. Nothing edited later reaches it, except what ends it, for now or for good, and how
 * much of it its holder lets anybody see.
 */
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
  /** The language that she learned in: her paper is made in it, and she is written to in it. */
  language: LanguageCode.optional(),
  /** What the version says that it teaches, in the words of that day. */
  competencies: z.array(NamedCompetency).min(1).max(MOST_CERTIFIED_COMPETENCIES).optional(),
  /** From then on it is expired, until it is renewed by another. */
  expiresAt: Instant.optional(),
  /** Who stands behind it beside its issuer, by agreements that ran when it was issued; each signs it too. */
  partners: z
    .array(
      z.strictObject({
        organisationId: OrganisationId,
        organisationName: localized(200),
        since: Instant,
      }),
    )
    .min(1)
    .max(MOST_PARTNERS)
    .optional(),
  /** The print of its design as it was when it was issued; without one it has the look that everybody has. */
  design: Hash.optional(),
  /** It stands in the place of that one, of the same learner, course and version. */
  reissueOf: CertificateId.optional(),
  /** It was revoked as `replaced`, and this one stands in its place. */
  replacedBy: CertificateId.optional(),
  revocation: Ended(REVOCATION_REASONS).optional(),
  suspension: Ended(SUSPENSION_REASONS).optional(),
  /** What one person wants and another has to approve. */
  proposal: z
    .strictObject({
      act: z.enum(PROPOSED_ACTS),
      at: Instant,
      by: AccountId,
      byName: PersonName.optional(),
      reason: z.enum([...REVOCATION_REASONS, ...SUSPENSION_REASONS]),
      note: z.string().max(500).optional(),
      /** Of `reissue`: the name as it should be; without it the same, where it was never signed. */
      learnerName: PersonName.optional(),
    })
    .optional(),
  /** How much anybody sees of it, and since when she wants that. Absent: all. */
  shows: z.strictObject({ as: z.enum(CERTIFICATE_SHOWS), wishedAt: Instant }).optional(),
  /** Whose it was is erased: what is left names nobody. */
  erasedAt: Instant.optional(),
  /** Absent in records of before: then it was issued, and revoked when it says so. */
  acts: z.array(CertificateAct).min(1).max(200).optional(),
});
export type Certificate = z.infer<typeof Certificate>;

/** For how long a course's certificates hold, and whether they may be renewed then. Without it they hold for ever. */
export const CertificateRule = z.strictObject({
  months: z.int().min(1).max(MOST_MONTHS),
  renewal: z.literal(true).optional(),
});
export type CertificateRule = z.infer<typeof CertificateRule>;

export const CERTIFICATE_STATES = ["valid", "suspended", "expired", "revoked"] as const;
export type CertificateState = (typeof CERTIFICATE_STATES)[number];

/** Whether it holds at a moment. What ends it for good weighs more than what ends it for now, and both more than its date. */
export function certificateState(
  {
    revocation,
    suspension,
    expiresAt,
  }: Pick<Certificate, "revocation" | "suspension" | "expiresAt">,
  now: Date,
): CertificateState {
  if (revocation) return "revoked";
  if (suspension) return "suspended";
  return expiresAt !== undefined && new Date(expiresAt) <= now ? "expired" : "valid";
}

/** All that happened to it, in order. */
export const actsOf = ({ acts, issuedAt, revocation }: Certificate): readonly CertificateAct[] =>
  acts ?? [
    { act: "issued", at: issuedAt },
    ...(revocation ? [{ act: "revoked" as const, at: revocation.at }] : []),
  ];

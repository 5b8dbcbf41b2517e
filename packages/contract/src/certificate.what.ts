import * as z from "zod";
import {
  Certificate,
  CERTIFICATE_STATES,
  REVOCATION_REASONS,
  SUSPENSION_REASONS,
} from "./certificate.ts";
import { CERTIFICATE_SHOWS } from "./certificate-limits.ts";
import { CertificateId, CohortId, CourseId, IntentId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";
import { Day, Instant, PageToken, text } from "./text.ts";

const params = z.strictObject({ certificateId: CertificateId });

/** Every claim that is printed on a certificate, nothing of who issued it by hand. */
const Claims = Certificate.omit({
  learnerId: true,
  courseId: true,
  cohortId: true,
  issuedBy: true,
  revocation: true,
  suspension: true,
  proposal: true,
  acts: true,
  design: true,
  shows: true,
}).extend({
  state: z.enum(CERTIFICATE_STATES),
  revokedAt: Instant.optional(),
  suspendedAt: Instant.optional(),
});
/** As its holder has it. */
const PublicCertificate = Claims.extend({
  /** How much anybody sees of it; absent: all. */
  shows: z.enum(CERTIFICATE_SHOWS).optional(),
});
export type PublicCertificate = z.infer<typeof PublicCertificate>;

/** What anybody may know of it by its number alone: as much as its holder wants. */
const VerifiedCertificate = z.discriminatedUnion("shows", [
  Claims.extend({ shows: z.literal("whole") }),
  Claims.omit({ quizPercent: true, competencies: true, language: true, reissueOf: true }).extend({
    shows: z.literal("brief"),
  }),
  Claims.pick({
    id: true,
    number: true,
    organisationId: true,
    organisationName: true,
    state: true,
    revokedAt: true,
    suspendedAt: true,
    expiresAt: true,
  }).extend({ shows: z.literal("closed") }),
]);
export type VerifiedCertificate = z.infer<typeof VerifiedCertificate>;

/** A certificate that somebody wants something of, and what the person who asks may do about it. */
const ProposalLine = z.strictObject({
  certificate: Certificate.required({ proposal: true }),
  /** She proposed it, so another has to approve; she may take it back. */
  isOwn: z.boolean(),
  mayApprove: z.boolean(),
});
export type ProposalLine = z.infer<typeof ProposalLine>;

const Wanted = { intentId: IntentId, note: text(500).optional() };
const revoking = z.enum(REVOCATION_REASONS).exclude(["replaced"]);
/** What is wanted of a certificate, and why. */
const Proposing = z.discriminatedUnion("act", [
  z.strictObject({ ...Wanted, act: z.literal("suspend"), reason: z.enum(SUSPENSION_REASONS) }),
  z.strictObject({ ...Wanted, act: z.literal("reinstate") }),
  z.strictObject({ ...Wanted, act: z.literal("revoke"), reason: revoking }),
  /** Without a name only where it was never signed: then with the same one. */
  z.strictObject({ ...Wanted, act: z.literal("reissue"), learnerName: PersonName.optional() }),
  z.strictObject({ ...Wanted, act: z.literal("renew") }),
]);
export type Proposing = z.infer<typeof Proposing>;

export const certificateWhat = what({
  listWallet: {
    summary: "The learner's certificates, newest first",
    query: z.strictObject({ learnerId: LearnerId.optional(), after: PageToken.optional() }),
    reply: z.strictObject({ certificates: z.array(PublicCertificate), next: PageToken.optional() }),
    refusals: ["not_found", "learner.required"],
  },
  listCertificates: {
    summary:
      "The certificates that the organisation issued, by number, newest first, 100 a page: all, or those that are looked for",
    query: z.strictObject({
      /** A number, its end, or parts of a name in whatever script. */
      search: text(120).optional(),
      courseId: CourseId.optional(),
      state: z.enum(CERTIFICATE_STATES).optional(),
      /** Days of issue, both included. */
      from: Day.optional(),
      until: Day.optional(),
      after: PageToken.optional(),
    }),
    reply: z.strictObject({
      certificates: z.array(Certificate),
      /** How far back a search has looked that is not at its end. */
      searchedBackTo: Instant.optional(),
      next: PageToken.optional(),
    }),
  },
  listExpiring: {
    summary: "Certificates that end within 90 days or have ended, the first to end first",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ certificates: z.array(Certificate), next: PageToken.optional() }),
  },
  listUnsigned: {
    summary:
      "Certificates that still hold and were never signed, since they are from before there were signatures; up to 300 looked at a request, oldest first",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ certificates: z.array(Certificate), next: PageToken.optional() }),
  },
  listProposals: {
    summary: "What somebody wants of certificates and another has to approve, oldest first",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      proposals: z.array(ProposalLine),
      /** Administrators beside the one who asks: whom to ask to approve. */
      approvers: z.array(PersonName),
      next: PageToken.optional(),
    }),
  },
  issueCertificate: {
    summary: "Issue a certificate by hand to a learner who has earned it",
    body: z.strictObject({ intentId: IntentId, cohortId: CohortId, learnerId: LearnerId }),
    status: 201,
    reply: Certificate,
    refusals: [
      "not_found",
      "certificate.not_earned",
      "certificate.already_issued",
      "certificate.own",
      "intent.reused",
    ],
  },
  proposeAct: {
    summary:
      "Propose to suspend a certificate, to reinstate it, to revoke it, or to issue another in its place; a second person approves",
    params,
    body: Proposing,
    reply: Certificate,
    refusals: [
      "not_found",
      "certificate.own",
      "certificate.proposed",
      "certificate.already_revoked",
      "certificate.already_suspended",
      "certificate.not_suspended",
      "certificate.same_name",
      "certificate.not_renewable",
      "certificate.erased",
      "stale_write",
      "intent.reused",
    ],
  },
  decideProposal: {
    summary:
      "Approve what another proposed, turn it down, or take back one's own; the verification page says so at once",
    params,
    body: z.strictObject({
      intentId: IntentId,
      decision: z.enum(["approve", "turn_down"]),
      /** When what is decided was proposed, as the person who decides saw it. */
      seenAt: Instant,
      note: text(500).optional(),
    }),
    reply: z.strictObject({
      certificate: Certificate,
      /** The one that stands in its place from now on. */
      issued: Certificate.optional(),
    }),
    refusals: [
      "not_found",
      "certificate.own",
      "certificate.same_person",
      "certificate.not_proposed",
      "certificate.already_revoked",
      "certificate.not_renewable",
      "certificate.erased",
      "stale_write",
      "intent.reused",
    ],
  },
  showCertificate: {
    summary:
      "Choose how much of one's certificate anybody sees by its number alone; of several wishes the latest counts, in whatever order they come",
    params,
    body: z.strictObject({
      intentId: IntentId,
      shows: z.enum(CERTIFICATE_SHOWS),
      /** When she wished it, and when it was sent, by the same clock. */
      wishedAt: Instant,
      sentAt: Instant,
    }),
    /** What counts once this wish is taken in. */
    reply: z.strictObject({ shows: z.enum(CERTIFICATE_SHOWS) }),
    refusals: ["not_found", "intent.reused"],
  },
  verifyCertificate: {
    summary:
      "Whether a certificate is true, for anybody; with as much of what it says as its holder lets anybody see",
    params,
    reply: VerifiedCertificate,
    refusals: ["not_found"],
  },
});

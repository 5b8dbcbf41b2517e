import * as z from "zod";
import { Certificate, REVOCATION_REASONS } from "./certificate.ts";
import { CertificateId, CohortId, IntentId, LearnerId } from "./id.ts";
import { what } from "./operation.ts";
import { Instant, PageToken, text } from "./text.ts";

const params = z.strictObject({ certificateId: CertificateId });

/** What anybody may know of a certificate: every claim that is printed on it, nothing of who issued it by hand. */
const PublicCertificate = Certificate.omit({
  organisationId: true,
  learnerId: true,
  courseId: true,
  cohortId: true,
  issuedBy: true,
  revocation: true,
}).extend({
  state: z.enum(["valid", "revoked"]),
  revokedAt: Instant.optional(),
});
export type PublicCertificate = z.infer<typeof PublicCertificate>;

export const certificateWhat = what({
  listWallet: {
    summary: "The learner's certificates, newest first",
    query: z.strictObject({ learnerId: LearnerId.optional(), after: PageToken.optional() }),
    reply: z.strictObject({ certificates: z.array(PublicCertificate), next: PageToken.optional() }),
    refusals: ["not_found", "learner.required"],
  },
  listCertificates: {
    summary: "The certificates that the organisation issued, by number, newest first",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ certificates: z.array(Certificate), next: PageToken.optional() }),
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
  revokeCertificate: {
    summary: "Revoke a certificate; its verification page says so at once",
    params,
    body: z.strictObject({
      intentId: IntentId,
      reason: z.enum(REVOCATION_REASONS),
      note: text(500).optional(),
    }),
    reply: Certificate,
    refusals: ["not_found", "certificate.already_revoked", "stale_write", "intent.reused"],
  },
  verifyCertificate: {
    summary: "Whether a certificate is true, for anybody",
    params,
    reply: PublicCertificate,
    refusals: ["not_found"],
  },
});

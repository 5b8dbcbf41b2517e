import * as z from "zod";
import { CertificateId, Hash, IntentId } from "./id.ts";
import { IssuerKey } from "./key.ts";
import { what } from "./operation.ts";
import { SignedCertificate } from "./signed.ts";
import { Instant } from "./text.ts";

export const issuerWhat = what({
  readIssuers: {
    summary:
      "The public keys of certificates with what each is worth, newest first: all that is needed to check one without us",
    reply: z.strictObject({
      at: Instant,
      /** The address that stands in certificates: DIDs, status lists and the log of this installation begin with it. */
      origin: z.url(),
      keys: z.array(IssuerKey).min(1),
    }),
  },
  readSigned: {
    summary: "The signed forms of a certificate, for its holder and for who issued it",
    params: z.strictObject({ certificateId: CertificateId }),
    reply: SignedCertificate,
    refusals: [
      "not_found",
      "certificate.unsigned",
      "certificate.before_signing",
      "certificate.erased",
    ],
  },
  offerCredential: {
    summary:
      "Let one wallet fetch one's certificate, once, within ten minutes (OpenID4VCI 1.0, pre-authorised code and PIN)",
    params: z.strictObject({ certificateId: CertificateId }),
    body: z.strictObject({ intentId: IntentId, codeHash: Hash, pinHash: Hash }),
    status: 201,
    reply: z.strictObject({ expiresAt: Instant }),
    refusals: [
      "not_found",
      "certificate.unsigned",
      "certificate.before_signing",
      "certificate.erased",
      "intent.reused",
    ],
  },
});

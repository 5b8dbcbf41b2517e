import * as z from "zod";
import { CertificateId } from "./id.ts";
import { MOST_PARTNERS } from "./partnership-limits.ts";
import { Instant } from "./text.ts";

/** SHA-256 of a signed form as it is handed out, base64url: by it the public log names the form. */
export const FormHash = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export type FormHash = z.infer<typeof FormHash>;

/**
 * A certificate as it is signed, once, beside its record: three forms of the same claims under one key. With it go the claims for
 * good when a person is erased; what she keeps herself goes on verifying.
 */
export const SignedCertificate = z.strictObject({
  certificateId: CertificateId,
  /** Thumbprint of the key (RFC 7638), as the issuer's DID document names it. */
  kid: z.string().regex(/^[A-Za-z0-9_-]{43}$/),
  /** 128 random bits, base64url, in every form: without it nobody can try whether a name fits an entry of the log. */
  salt: z.string().regex(/^[A-Za-z0-9_-]{22}$/),
  signedAt: Instant,
  /** Open Badges 3.0 as a VC-JWT (compact JWS, EdDSA). At most what KMS signs at once. */
  jwt: z.string().max(5_600),
  /** `proofValue` of the Data Integrity proof (`eddsa-rdfc-2022`) over the same credential. */
  proofValue: z.string().max(100),
  /** What its partners have signed: an endorsement with its proof each, as JSON in one spelling, in the order of the record. The
   * hash of each stands in what is signed. */
  endorsements: z.array(z.string().max(5_600)).min(1).max(MOST_PARTNERS).optional(),
  /** What stands behind the `#` of the code on paper (COSE_Sign1, base64url). */
  code: z.string().max(270),
});
export type SignedCertificate = z.infer<typeof SignedCertificate>;

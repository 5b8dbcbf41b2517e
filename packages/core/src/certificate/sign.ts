import type { Certificate, CertificateId, SignedCertificate } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import type { IssuingKey } from "../ports.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";

/** The texts that are signed, made of a record by whoever knows the formats. */
export type SignedForms = Pick<SignedCertificate, "jwt" | "proofValue" | "code">;
export type MakeForms = (of: {
  readonly certificate: Certificate;
  readonly salt: string;
  readonly key: IssuingKey;
  readonly signedAt: Date;
}) => Promise<SignedForms>;

/** 128 of the bits of a secret, as base64url in its one spelling. */
function saltFrom(secret: string): string {
  const binary = atob(secret.replaceAll("-", "+").replaceAll("_", "/"));
  const text = btoa(binary.slice(0, 16));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

type Signed = {
  readonly certificate: Certificate;
  readonly signed: SignedCertificate;
  /** It was signed just now. */
  readonly isNew: boolean;
};

/**
 * Signs a certificate, once: whoever comes second, however many there are, gets what the first has signed.
 * @throws Refused `not_found`
 */
export const signCertificate = (deps: Deps, id: CertificateId, make: MakeForms): Promise<Signed> =>
  decide<Signed>(deps, async () => {
    const certificate = found(await deps.store.certificates.byId(id)).value;
    const existing = await deps.store.certificates.signed(id);
    if (existing)
      return { reply: { certificate, signed: existing.value, isNew: false }, writes: [] };
    const key = await deps.issuerKeys.signing(certificate.organisationId);
    const salt = saltFrom(deps.newSecret());
    const signedAt = deps.clock.now();
    const forms = await make({ certificate, salt, key, signedAt });
    const signed: SignedCertificate = {
      certificateId: id,
      kid: key.kid,
      salt,
      signedAt: signedAt.toISOString(),
      ...forms,
    };
    return {
      reply: { certificate, signed, isNew: true },
      writes: [deps.store.certificates.sign(signed)],
    };
  });

/**
 * The signed forms, for the holder and for the organisation that issued it. @throws Refused `not_found` for anybody else, and
 * `certificate.unsigned` in the moments before it is signed
 */
export async function readSigned(
  deps: Deps,
  principal: Principal,
  id: CertificateId,
): Promise<SignedCertificate> {
  const { value } = found(await deps.store.certificates.byId(id));
  if (!principal.learnerIds.includes(value.learnerId))
    authorise(principal, "certificate:read", { organisationId: value.organisationId });
  return found(await deps.store.certificates.signed(id), "certificate.unsigned").value;
}

import type { Certificate, CertificateId, RefusalCode, SignedCertificate } from "@twiza/contract";
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

/** As who checks counts them: what the log took down later than that after its own date is taken for backdated, and so it is not signed. */
const MOST_DAYS = 7;
const isTooOld = ({ issuedAt, reissueOf }: Certificate, now: Date): boolean =>
  reissueOf === undefined && now.getTime() - Date.parse(issuedAt) > MOST_DAYS * 86_400_000;

/**
 * Signs a certificate, once: whoever comes second, however many there are, gets what the first has signed. Nothing for one that bears an
 * old date and was never signed: from before there were signatures, or slipped in under that date. Only another in its place, by two
 * persons, is signed.
 * @throws Refused `not_found`
 */
export const signCertificate = (
  deps: Deps,
  id: CertificateId,
  make: MakeForms,
): Promise<Signed | undefined> =>
  decide<Signed | undefined>(deps, async () => {
    const certificate = found(await deps.store.certificates.byId(id)).value;
    const existing = await deps.store.certificates.signed(id);
    if (existing)
      return { reply: { certificate, signed: existing.value, isNew: false }, writes: [] };
    const signedAt = deps.clock.now();
    if (isTooOld(certificate, signedAt)) return { reply: undefined, writes: [] };
    const key = await deps.issuerKeys.signing(certificate.organisationId);
    const salt = saltFrom(deps.newSecret());
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
 * `certificate.unsigned` in the moments before it is signed, `certificate.before_signing` where it never will be
 */
export async function readSigned(
  deps: Deps,
  principal: Principal,
  id: CertificateId,
): Promise<SignedCertificate> {
  const { value } = found(await deps.store.certificates.byId(id));
  if (!principal.learnerIds.includes(value.learnerId))
    authorise(principal, "certificate:read", { organisationId: value.organisationId });
  return found(await deps.store.certificates.signed(id), whyUnsigned(value, deps.clock.now()))
    .value;
}

/** What is said of a certificate without signed forms. */
export const whyUnsigned = (certificate: Certificate, now: Date): RefusalCode =>
  isTooOld(certificate, now) ? "certificate.before_signing" : "certificate.unsigned";

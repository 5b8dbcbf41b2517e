import type {
  Certificate,
  CertificateId,
  OrganisationId,
  RefusalCode,
  SignedCertificate,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import type { IssuingKey } from "../ports.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { isTooOld } from "./before-signing.ts";

/** The texts that are signed, made of a record by whoever knows the formats. */
export type SignedForms = Pick<SignedCertificate, "jwt" | "proofValue" | "code" | "endorsements">;
export type MakeForms = (of: {
  readonly certificate: Certificate;
  readonly salt: string;
  readonly key: IssuingKey;
  /** Of each institution that stands behind it too, in the order of the record. */
  readonly partnerKeys: readonly IssuingKey[];
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
 * Signs a certificate, once: whoever comes second, however many there are, gets what the first has signed. Nothing for one that bears an
 * old date and was never signed: from before there were signatures, or slipped in under that date. Only another in its place, by two
 * persons, is signed. And nothing for one whose holder is erased, whoever comes late.
 * @throws Refused `not_found`
 */
export const signCertificate = (
  deps: Deps,
  id: CertificateId,
  make: MakeForms,
): Promise<Signed | undefined> =>
  decide<Signed | undefined>(deps, async () => {
    const kept = found(await deps.store.certificates.byId(id));
    const { value: certificate } = kept;
    if (certificate.erasedAt !== undefined) return { reply: undefined, writes: [] };
    const existing = await deps.store.certificates.signed(id);
    if (existing)
      return { reply: { certificate, signed: existing.value, isNew: false }, writes: [] };
    const signedAt = deps.clock.now();
    if (isTooOld(certificate, signedAt)) return { reply: undefined, writes: [] };
    const key = await deps.issuerKeys.signing(certificate.organisationId);
    const salt = saltFrom(deps.newSecret());
    const partnerKeys = await Promise.all(
      (certificate.partners ?? []).map((one) => deps.issuerKeys.signing(one.organisationId)),
    );
    const forms = await make({ certificate, salt, key, partnerKeys, signedAt });
    const signed: SignedCertificate = {
      certificateId: id,
      kid: key.kid,
      salt,
      signedAt: signedAt.toISOString(),
      ...forms,
    };
    return {
      reply: { certificate, signed, isNew: true },
      writes: [deps.store.certificates.sign(signed, kept)],
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

/**
 * What an institution has signed of another's certificate, for anybody: it names nobody but institutions.
 * @throws Refused `not_found` of one that it does not stand behind
 */
export async function readEndorsement(
  { store, clock }: Pick<Deps, "store" | "clock">,
  { id, organisationId }: { readonly id: CertificateId; readonly organisationId: OrganisationId },
): Promise<string> {
  const { value } = found(await store.certificates.byId(id));
  const at = (value.partners ?? []).findIndex((one) => one.organisationId === organisationId);
  if (at < 0) throw new Refused("not_found");
  const signed = found(await store.certificates.signed(id), whyUnsigned(value, clock.now()));
  return found(signed.value.endorsements?.[at]);
}

/** What is said of a certificate without signed forms. */
export const whyUnsigned = (certificate: Certificate, now: Date): RefusalCode =>
  certificate.erasedAt !== undefined
    ? "certificate.erased"
    : isTooOld(certificate, now)
      ? "certificate.before_signing"
      : "certificate.unsigned";

import type { Certificate } from "@twiza/contract";
import { inLanguage } from "@twiza/contract/where";
import { didOf } from "./did.ts";
import { endorsement } from "./endorsement.ts";
import { addProof } from "./integrity/index.ts";
import { jcs } from "./jcs.ts";
import type { CredentialSigner } from "./keys.ts";
import { titleOf } from "./open-badge/achievement.ts";
import { endorsedBadge, endorsementAddress, type OpenBadge } from "./open-badge/index.ts";

/** A credential that names what its partners have signed, and those texts, in the order of the record. */
export type SignedTogether = {
  readonly badge: OpenBadge;
  readonly endorsements?: readonly string[];
};

/**
 * What the partners of a record sign before its issuer does: each stands behind the credential under its own DID and key, and the
 * credential then names the hash of what each has signed. @throws Error when a partner has no key
 */
export async function signTogether(of: {
  readonly badge: OpenBadge;
  readonly certificate: Certificate;
  readonly origin: string;
  /** Of each partner, in the order of the record. */
  readonly keys: readonly CredentialSigner[];
  readonly signedAt: string;
}): Promise<SignedTogether> {
  const { badge, certificate, origin, keys, signedAt } = of;
  const { partners = [], id: certificateId } = certificate;
  if (partners.length === 0) return { badge };
  const { language } = titleOf(certificate);
  const signing = partners.map(async ({ organisationId, organisationName }, at) => {
    const key = keys[at];
    if (!key) throw new Error(`no key signs for ${organisationId}`);
    const name = inLanguage(organisationName, language).text;
    const said = endorsement({
      credential: badge,
      address: endorsementAddress({ origin, organisationId, certificateId }),
      issuer: didOf({ origin, organisationId }),
      ...{ issuerName: name, name, validFrom: signedAt },
    });
    return jcs(await addProof(said, key, { created: signedAt }));
  });
  const endorsements = await Promise.all(signing);
  return { badge: endorsedBadge(badge, endorsements), endorsements };
}

import type { Certificate } from "@twiza/contract";
import { inLanguage } from "@twiza/contract/where";
import { multihashOf } from "../multihash.ts";
import { titleOf } from "./achievement.ts";
import { cut } from "./fit.ts";
import type { OpenBadge, PartnerEntry } from "./shape.ts";

/** As long as every hash is: what is signed is fitted before a partner has signed. */
const SOME_DIGEST = `u${"A".repeat(46)}`;

/** Where a partner's endorsement of a certificate is reached; it is also the endorsement's id. */
export const endorsementAddress = (of: {
  readonly origin: string;
  readonly organisationId: string;
  readonly certificateId: string;
}): string =>
  `${new URL(of.origin).origin}/o/${of.organisationId}/endorsements/${of.certificateId}`;

/** The partners of a record as its credential names them, before they have signed. */
export function partnersOf(
  certificate: Certificate,
  { origin, limit }: { readonly origin: string; readonly limit: number },
): Pick<OpenBadge, "relatedResource"> {
  const { partners, id: certificateId } = certificate;
  if (partners === undefined) return {};
  const { language } = titleOf(certificate);
  const entry = ({
    organisationId,
    organisationName,
  }: (typeof partners)[number]): PartnerEntry => ({
    id: endorsementAddress({ origin, organisationId, certificateId }),
    name: cut(inLanguage(organisationName, language).text, limit / 2),
    digestMultibase: SOME_DIGEST,
  });
  return { relatedResource: partners.map(entry) };
}

/**
 * The credential with what its partners have signed, in their order: each signs it without this part, and it names the hash of what each
 * has signed. @throws Error when there are more or fewer than it names
 */
export function endorsedBadge(badge: OpenBadge, endorsements: readonly string[]): OpenBadge {
  const named = badge.relatedResource ?? [];
  if (named.length !== endorsements.length) throw new Error("a partner's signature is missing");
  if (named.length === 0) return badge;
  const written = named.map((entry, at) => ({
    ...entry,
    digestMultibase: multihashOf(endorsements[at] ?? ""),
  }));
  return { ...badge, relatedResource: written };
}

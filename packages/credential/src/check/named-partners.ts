import { MOST_PARTNERS } from "@twiza/contract/partnership-limits";
import { didOf } from "../did.ts";
import { endorsementAddress } from "../open-badge/partners.ts";
import { isRecord } from "../proof.ts";
import type { Finding } from "./outcome.ts";
import { isDisplayable, isNamed } from "./readable.ts";

/** Another institution that a credential names, and the text by which it stands behind it. */
export type NamedPartner = {
  readonly organisationId: string;
  readonly did: string;
  readonly name: string;
  /** Where that text lies, and its hash. */
  readonly address: string;
  readonly digest: string;
};

type Of = {
  readonly origin: string;
  readonly certificateId: string;
  readonly organisationId: string;
};

const DIGEST = /^uEi[A-Za-z0-9_-]{44}$/;

/** Whom a credential names beside its issuer, or why that is a fault: each once, never itself, and nothing else beside them. */
export function partnersIn(named: unknown, of: Of): readonly NamedPartner[] | Finding {
  if (named === undefined) return [];
  if (!Array.isArray(named) || named.length === 0 || named.length > MOST_PARTNERS)
    return "claims.wrong";
  const found: NamedPartner[] = [];
  for (const entry of named as readonly unknown[]) {
    const partner = partnerIn(entry, of);
    if (typeof partner === "string") return partner;
    found.push(partner);
  }
  const ids = new Set([of.organisationId, ...found.map(({ organisationId }) => organisationId)]);
  return ids.size === found.length + 1 ? found : "claims.wrong";
}

function partnerIn(entry: unknown, { origin, certificateId }: Of): NamedPartner | Finding {
  if (!isRecord(entry) || Object.keys(entry).length !== 3) return "claims.wrong";
  const { id: address, name, digestMultibase: digest } = entry;
  if (typeof address !== "string" || typeof name !== "string") return "claims.wrong";
  if (typeof digest !== "string" || !DIGEST.test(digest)) return "claims.wrong";
  const [organisationId = ""] = /org_[0-9a-f]{32}/.exec(address) ?? [];
  if (endorsementAddress({ origin, organisationId, certificateId }) !== address)
    return "claims.wrong";
  if (!isDisplayable(name)) return "claims.undisplayable";
  if (!isNamed(name)) return "claims.wrong";
  return { organisationId, did: didOf({ origin, organisationId }), name, address, digest };
}

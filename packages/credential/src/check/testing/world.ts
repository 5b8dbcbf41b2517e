import type { Certificate, IssuerKey } from "@twiza/contract";
import { statusPlace } from "@twiza/contract/status-place";
import { unbake } from "../../bake/index.ts";
import { credentialWith } from "../../document.ts";
import { didOf } from "../../did.ts";
import { addProof, verifyProof } from "../../integrity/index.ts";
import { signJwt } from "../../jwt.ts";
import { openBadge } from "../../open-badge/index.ts";
import { listAddress } from "../../open-badge/status.ts";
import { paperAddress, paperCode } from "../../paper-code/index.ts";
import { certificateWith, newKey, SALT } from "../../paper-code/testing/printed.ts";
import { statusListCredential } from "../../status-list/index.ts";
import { signTogether } from "../../together.ts";
import type { CheckSetting, Sources } from "../index.ts";
import { issuedEntry, newLog } from "./log.ts";

export const ORIGIN = "https://twiza.example";
/** The moment of issuing in `certificateWith`, and one some weeks later. */
export const ISSUED = "2026-03-12T10:20:30.000Z";
export const NOW = new Date("2026-04-02T08:00:00.000Z");
const WORDS = {
  description: "A certificate.",
  criteria: "All lessons, and the test.",
  result: "Test",
};

/** Who stands behind a certificate beside its issuer, where a test says so. */
export const PARTNER: NonNullable<Certificate["partners"]>[number] = {
  organisationId: "org_0199aabbccdd7eefa0123456789fffff" as Certificate["organisationId"],
  organisationName: { ar: "مكتب التكوين المهني", fr: "Office de la formation professionnelle" },
  since: "2026-02-01T09:00:00.000Z",
};

export type World = Awaited<ReturnType<typeof newWorld>>;

/** An installation with a key, a log and status lists, for tests: all that a check asks is really signed. */
export async function newWorld(origin = ORIGIN) {
  const { key, signer } = await newKey();
  const partner = await newKey();
  const log = await newLog(origin);
  const issuerKey: IssuerKey = { ...key, from: "2026-01-01T00:00:00.000Z" };
  /** A partner's own, and nobody else's. */
  const partnerKey: IssuerKey = {
    ...{ ...partner.key, from: issuerKey.from },
    organisations: [PARTNER.organisationId],
  };

  /** A certificate in its forms, taken down by the log. */
  async function issue(
    changes: Partial<Certificate> = {},
    logged: { at?: string; reissue?: true; isAbsent?: boolean } = {},
  ) {
    const certificate = certificateWith(changes);
    const { badge: credential, endorsements } = await signTogether({
      badge: openBadge({ certificate, salt: SALT, origin, words: WORDS }),
      certificate,
      origin,
      keys: (certificate.partners ?? []).map(() => partner.signer),
      signedAt: certificate.issuedAt,
    });
    const jwt = await signJwt(credential, signer);
    const document = await addProof(credentialWith(credential, endorsements), signer, {
      created: certificate.issuedAt,
    });
    const code = await paperCode({
      certificate,
      salt: SALT,
      language: "ar",
      signer,
      origin,
    });
    const texts = [jwt, document.proof[0]?.proofValue ?? "", code] as const;
    const { at = certificate.issuedAt, isAbsent, ...more } = logged;
    const index = isAbsent ? -1 : log.append(issuedEntry(texts, { at, kid: key.kid, ...more }));
    return {
      certificate,
      credential,
      jwt,
      endorsements: endorsements ?? [],
      json: JSON.stringify(document),
      address: paperAddress(origin, certificate.id, code),
      index,
    };
  }

  /** Its status list of a purpose. */
  async function list(
    { number, organisationId }: Certificate,
    purpose: "revocation" | "suspension",
    of: { set?: readonly number[]; validFrom?: string; by?: typeof signer } = {},
  ) {
    const { year, part } = statusPlace(number);
    const address = listAddress({ origin, organisationId, year, purpose, part });
    const validFrom = of.validFrom ?? new Date(NOW.getTime() - 3_600_000).toISOString();
    const credential = await statusListCredential({
      address,
      issuer: didOf({ origin, organisationId }),
      purpose,
      set: of.set ?? [],
      validFrom,
      validUntil: new Date(Date.parse(validFrom) + 86_400_000).toISOString(),
      ttl: 3_600_000,
    });
    return [address, await signJwt(credential, of.by ?? signer)] as const;
  }

  /** What somebody finds who may ask everything now. */
  async function setting(
    certificate: Certificate,
    changes: Partial<Sources> & { now?: Date; lists?: ReadonlyMap<string, string> } = {},
  ): Promise<CheckSetting> {
    const { now = NOW, lists, ...sources } = changes;
    const kept = lists ?? new Map([await list(certificate, "revocation"), await list(certificate, "suspension")]); // prettier-ignore
    return {
      now,
      unbake,
      verifyDocument: (document, keys) => verifyProof(document, () => keys),
      builtAt: new Date("2026-02-01T00:00:00.000Z"),
      trust: log.trust,
      sources: {
        issuer: () =>
          Promise.resolve({
            keys: [issuerKey, partnerKey],
            at: NOW.toISOString(),
            isTrusted: true,
          }),
        organisation: () => Promise.resolve(certificate.organisationId),
        statusList: (address) => Promise.resolve(kept.get(address)),
        log: (form) => log.prove(form, { seconds: Math.floor(NOW.getTime() / 1000) - 600 }),
        ...sources,
      },
    };
  }
  return { key: issuerKey, signer, partnerKey, partner: partner.signer, log, issue, list, setting };
}

import type { LogProof, LogTrust } from "@twiza/log";
import { parseVerifier } from "@twiza/log";
import type { CheckSetting, Issuer, Sources } from "@twiza/credential/check";
import { fetchKept, keptAddresses, readKept } from "./kept.ts";

/** The site speaks for itself and its organisations, and for no other: a DID of another host stays foreign, whatever answers there. */
const isOurs = (did: string): boolean => did.split(":")[2] === location.host.replace(":", "%3A");

/** What this site tells now, or told when this device last asked. */
export const sources: Sources = {
  issuer: async (did) => (isOurs(did) ? await issuers() : "foreign"),
  organisation: async (mark, certificateId) =>
    (await keptOrganisation(mark)) ?? (await toldOrganisation(certificateId)),
  statusList: async (address) => {
    if (new URL(address).origin !== location.origin) return undefined;
    const kept = await fetchKept(address);
    return kept?.status === 200 ? kept.text : undefined;
  },
  endorsement: async (address) => {
    if (new URL(address).origin !== location.origin) return undefined;
    const kept = await fetchKept(address);
    return kept?.status === 200 ? kept.text : undefined;
  },
  log: async (form) => {
    const kept = await fetchKept(`/api/log/${form}`);
    if (kept?.status === 200) return objectIn(kept.text) as LogProof | undefined;
    return kept && codeIn(kept.text) === "log.unknown" ? "absent" : undefined;
  },
};

/** The keys of this site's issuers, with the moment they are of. */
export async function issuers(): Promise<Issuer | undefined> {
  const kept = await fetchKept("/api/issuers");
  return kept?.status === 200 ? issuersIn(kept.text) : undefined;
}

/** The same as they are kept, without asking. */
export async function keptIssuers(): Promise<Issuer | undefined> {
  const kept = await readKept("/api/issuers");
  return kept && issuersIn(kept.text);
}

function issuersIn(text: string): Issuer | undefined {
  // Written by our own server under the contract.
  const told = objectIn(text) as Pick<Issuer, "keys" | "at"> | undefined;
  return told && { keys: told.keys, at: told.at, isTrusted: true };
}

/** Whom this site names for its log: its keys, and the witnesses of whom most have to have seen it. */
export async function trust(): Promise<CheckSetting["trust"]> {
  const kept = await fetchKept("/log/keys.json");
  if (kept?.status !== 200) return undefined;
  const told = objectIn(kept.text) as Record<keyof LogTrust, readonly string[]> | undefined;
  const among = (texts: readonly string[] = []) =>
    texts.flatMap((text) => parseVerifier(text) ?? []);
  const [log, witnesses] = [among(told?.log), among(told?.witnesses)];
  return { log, witnesses, enough: Math.floor(witnesses.length / 2) + 1 };
}

/** Whose lists were kept: a mark is the end of its organisation's id. */
async function keptOrganisation(mark: string): Promise<string | undefined> {
  const of = new RegExp(`/o/(org_[0-9a-f]{26}${mark})/status/`);
  const found = (await keptAddresses()).flatMap((address) => of.exec(address)?.[1] ?? []);
  return found[0];
}

async function toldOrganisation(certificateId: string): Promise<string | undefined> {
  const kept = await fetchKept(`/api/verify/${certificateId}`);
  const told = kept?.status === 200 ? objectIn(kept.text) : undefined;
  return typeof told?.["organisationId"] === "string" ? told["organisationId"] : undefined;
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    // A page of something between us and the server.
    return undefined;
  }
}
const codeIn = (text: string): unknown => objectIn(text)?.["code"];

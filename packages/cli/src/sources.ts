import { readFile } from "node:fs/promises";
import type { IssuerKey } from "@twiza/contract";
import type { CheckSetting, Issuer, Sources } from "@twiza/credential/check";
import { unbake } from "@twiza/credential/bake";
import { addressOf, keysIn } from "@twiza/credential/did";
import { verifyProof } from "@twiza/credential/integrity";
import { type LogProof, parseVerifier } from "@twiza/log";
import type { Wanted } from "./arguments.ts";
import { fetched, fetchedObject, objectIn } from "./fetched.ts";
import { jsonIn } from "./files.ts";

type Told = Readonly<Record<string, unknown>>;

/** What a check asks from outside: files that were brought along, and, unless nobody is to be asked, the addresses in the certificate. */
export async function settingFor(
  wanted: Wanted,
  origin: string | undefined,
): Promise<CheckSetting> {
  const pinned = wanted.issuers === undefined ? undefined : await jsonIn(wanted.issuers);
  const site = siteOf(wanted, origin);
  const keys = trustIn(pinned) ?? (site && trustIn(await fetchedObject(`${site}/log/keys.json`)));
  return {
    now: new Date(),
    unbake,
    verifyDocument: (document, keys) => verifyProof(document, () => keys),
    ...(keys ? { trust: keys } : {}),
    sources: {
      issuer: async (did) => issuerIn(pinned, true) ?? (wanted.isOffline ? undefined : ask(did)),
      organisation: (mark, id) => organisation(mark, { id, wanted, site: origin }),
      statusList: await listsOf(wanted),
      endorsement: async (address) => {
        const answer = wanted.isOffline ? undefined : await fetched(address);
        return answer?.status === 200 ? answer.text : undefined;
      },
      log: await logOf(wanted, site),
    },
  };
}

/** Whose log is asked: the one that was named, else that of the certificate's own address. */
function siteOf({ log, isOffline }: Wanted, origin: string | undefined): string | undefined {
  if (isOffline) return undefined;
  return log !== undefined && /^https?:/.test(log) ? log.replace(/\/$/, "") : origin;
}

function issuerIn(told: Told | undefined, isTrusted: boolean): Issuer | undefined {
  const { keys, at } = told ?? {};
  if (!Array.isArray(keys)) return undefined;
  return {
    keys: keys as readonly IssuerKey[],
    at: typeof at === "string" ? at : new Date(0).toISOString(),
    isTrusted,
  };
}

/** What the issuer's own address tells: of an installation all keys, of an organisation its document. */
async function ask(did: string): Promise<Issuer | undefined> {
  const address = addressOf(did);
  if (address === undefined) return undefined;
  if (did.split(":").length === 3)
    return issuerIn(await fetchedObject(`${new URL(address).origin}/api/issuers`), false);
  const document = await fetchedObject(address);
  return (
    document && { keys: keysIn(document, did), at: new Date().toISOString(), isTrusted: false }
  );
}

async function organisation(
  mark: string,
  { id, wanted, site }: { id: string; wanted: Wanted; site: string | undefined },
): Promise<string | undefined> {
  for (const path of wanted.status) {
    const [, found] =
      /\/o\/(org_[0-9a-f]{32})\/status\//.exec(payloadOf(await readFile(path, "utf8"))) ?? [];
    if (found?.endsWith(mark)) return found;
  }
  if (wanted.isOffline || site === undefined) return undefined;
  const told = (await fetchedObject(`${site}/api/verify/${id}`))?.["organisationId"];
  return typeof told === "string" ? told : undefined;
}

const payloadOf = (token: string): string =>
  Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8");

async function listsOf({ status, isOffline }: Wanted): Promise<Sources["statusList"]> {
  const kept = new Map<unknown, string>();
  for (const path of status) {
    const token = (await readFile(path, "utf8")).trim();
    kept.set(objectIn(payloadOf(token))?.["id"], token);
  }
  return async (address) => {
    const answer = kept.has(address) || isOffline ? undefined : await fetched(address);
    return kept.get(address) ?? (answer?.status === 200 ? answer.text : undefined);
  };
}

async function logOf({ log }: Wanted, site: string | undefined): Promise<Sources["log"]> {
  if (log !== undefined && !/^https?:/.test(log)) {
    // Whether it is one is looked at with the rest.
    const proof = (await jsonIn(log)) as unknown as LogProof;
    return () => Promise.resolve(proof);
  }
  return async (form) => {
    const answer = site === undefined ? undefined : await fetched(`${site}/api/log/${form}`);
    const told = answer && objectIn(answer.text);
    if (answer?.status === 200) return told as unknown as LogProof;
    return told?.["code"] === "log.unknown" ? "absent" : undefined;
  };
}

/** Keys of a log and its witnesses, of whom most have to have seen it. */
function trustIn(told: Told | undefined): CheckSetting["trust"] {
  const among = (texts: unknown) =>
    Array.isArray(texts) ? texts.flatMap((text) => (typeof text === "string" ? (parseVerifier(text) ?? []) : [])) : []; // prettier-ignore
  const [log, witnesses] = [among(told?.["log"]), among(told?.["witnesses"])];
  if (log.length === 0) return undefined;
  return { log, witnesses, enough: Math.floor(witnesses.length / 2) + 1 };
}

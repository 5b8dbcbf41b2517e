import {
  STATUS_LIST_LENGTH,
  STATUS_PURPOSES,
  type StatusPurpose,
} from "@twiza/contract/status-place";
import { verifyJwt } from "../jwt.ts";
import type { KeysOf } from "../keys.ts";
import { isRecord, issuerOf, type Proof } from "../proof.ts";
import { bitOf, decodeList } from "./encode.ts";

/** Why a list says nothing of a credential. */
export const LIST_FAULTS = [
  "absent",
  "unproven",
  "other_issuer",
  "other_purpose",
  "not_yet",
  "stale",
  "unreadable",
  "out_of_range",
] as const;
export type ListFault = (typeof LIST_FAULTS)[number];

/** How a credential stands by its lists. `asOf` is when the older of the lists was made. */
export type Status =
  | { readonly state: "valid" | "revoked" | "suspended"; readonly asOf: string }
  | { readonly state: "unknown"; readonly why: ListFault; readonly purpose: StatusPurpose };

/**
 * How a credential stands. It is valid only where both its lists are there, signed by its own issuer, of this moment, and both say so;
 * one that says _revoked_ counts though the other be missing. `listAt` gives a list as VC-JWT by its address, from wherever it is kept.
 */
export async function statusOf(
  credential: Readonly<Record<string, unknown>>,
  of: {
    readonly listAt: (address: string) => string | undefined | Promise<string | undefined>;
    readonly keysOf: KeysOf;
    readonly now: Date;
  },
): Promise<Status> {
  const found = await Promise.all(
    STATUS_PURPOSES.map(async (purpose) => {
      const place = placeIn(credential, purpose);
      const token = place && (await of.listAt(place.list));
      if (!place || token === undefined) return { purpose, why: "absent" as const };
      const proof = await verifyJwt(token, of.keysOf);
      return { purpose, ...(await read(proof, { ...place, purpose, credential, now: of.now })) };
    }),
  );
  const set = found.find((each) => "isSet" in each && each.isSet);
  if (set && "asOf" in set)
    return { state: set.purpose === "revocation" ? "revoked" : "suspended", asOf: set.asOf };
  let asOf = "9999";
  for (const each of found) {
    if ("why" in each) return { state: "unknown", why: each.why, purpose: each.purpose };
    if (each.asOf < asOf) asOf = each.asOf;
  }
  return { state: "valid", asOf };
}

type Place = { readonly list: string; readonly index: number };

/** Where a credential says that its status of that kind stands; nothing unless it says it exactly once. */
function placeIn(
  { credentialStatus }: Readonly<Record<string, unknown>>,
  purpose: StatusPurpose,
): Place | undefined {
  const entries = [credentialStatus].flat().filter(isRecord);
  const [entry, ...more] = entries.filter(
    (each) => each["type"] === "BitstringStatusListEntry" && each["statusPurpose"] === purpose,
  );
  const [list, written] = [entry?.["statusListCredential"], entry?.["statusListIndex"]];
  if (more.length > 0 || typeof list !== "string" || typeof written !== "string") return undefined;
  return /^(?:0|[1-9]\d{0,8})$/.test(written) ? { list, index: Number(written) } : undefined;
}

type Asked = Place & {
  readonly purpose: StatusPurpose;
  readonly credential: Readonly<Record<string, unknown>>;
  readonly now: Date;
};

async function read(
  proof: Proof,
  { list, index, purpose, credential, now }: Asked,
): Promise<{ readonly why: ListFault } | { readonly isSet: boolean; readonly asOf: string }> {
  if (proof.state !== "proven") return { why: "unproven" };
  const { id, type, validFrom, validUntil, credentialSubject: subject } = proof.credential;
  if (proof.issuer !== issuerOf(credential) || id !== list) return { why: "other_issuer" };
  if (!isRecord(subject) || subject["statusPurpose"] !== purpose) return { why: "other_purpose" };
  const isList = Array.isArray(type) && type.includes("BitstringStatusListCredential");
  if (!isList || subject["type"] !== "BitstringStatusList" || typeof validFrom !== "string")
    return { why: "unreadable" };
  if (!(Date.parse(validFrom) <= now.getTime())) return { why: "not_yet" };
  if (typeof validUntil !== "string" || !(now.getTime() < Date.parse(validUntil)))
    return { why: "stale" };
  const encoded = subject["encodedList"];
  const bits =
    typeof encoded === "string"
      ? await decodeList(encoded, { entries: STATUS_LIST_LENGTH })
      : undefined;
  if (!bits) return { why: "unreadable" };
  const isSet = bitOf(bits, index);
  return isSet === undefined ? { why: "out_of_range" } : { isSet, asOf: validFrom };
}

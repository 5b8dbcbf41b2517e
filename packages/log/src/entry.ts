import { textOf, utf8 } from "./bytes.ts";

/** A certificate was issued, in three forms: its JWT, its proof value and its code on paper. It stands in another's place where it says so. */
export type IssuedEntry = {
  readonly act: "issued";
  /** The server's time when it was appended, whatever date the certificate itself bears. */
  readonly at: string;
  /** Of jwt, proof value and code, in this order (`formHash`). */
  readonly forms: readonly [jwt: string, proofValue: string, code: string];
  readonly kid: string;
  readonly reissue?: true;
};
/** What happened later to the certificate whose issuing is entry `of`. */
export type LaterEntry = {
  readonly act: "revoked" | "suspended" | "reinstated";
  readonly at: string;
  readonly of: number;
};
export type KeyEntry = {
  readonly act: "key-added" | "key-retired" | "key-compromised";
  readonly at: string;
  readonly kid: string;
};
export type LogEntry = IssuedEntry | LaterEntry | KeyEntry;

/** An entry before the log has set its time to it. */
export type Timeless<E> = E extends LogEntry ? Omit<E, "at"> : never;

/** Longer than any entry can be: nothing longer is looked at. */
export const MOST_ENTRY_BYTES = 512;

const LATER: readonly string[] = ["revoked", "suspended", "reinstated"];
const OF_KEYS: readonly string[] = ["key-added", "key-retired", "key-compromised"];
const HASH = /^[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]$/;

/** The bytes of an entry: canonical JSON (RFC 8785), which for these members is their order, and no escape is ever needed. */
export const entryBytes = (entry: LogEntry): Uint8Array<ArrayBuffer> => utf8(entryText(entry));

/** The same as text. */
export const entryText = (entry: LogEntry): string => JSON.stringify(inOrder(entry));

function inOrder(entry: LogEntry): object {
  const { act, at } = entry;
  if (entry.act === "issued") {
    const { forms, kid, reissue } = entry;
    return { act, at, forms, kid, ...(reissue ? { reissue } : {}) };
  }
  return "of" in entry ? { act, at, of: entry.of } : { act, at, kid: entry.kid };
}

/** An entry as the log has it; nothing for whatever is not exactly one, spelt in the one way. */
export function parseEntry(bytes: Uint8Array): LogEntry | undefined {
  if (bytes.length > MOST_ENTRY_BYTES) return undefined;
  const text = textOf(bytes);
  const entry = text === undefined ? undefined : entryIn(text);
  return entry && entryText(entry) === text ? entry : undefined;
}

function entryIn(text: string): LogEntry | undefined {
  const { act, at, forms, kid, reissue, of } = membersOf(text);
  if (typeof act !== "string" || !isInstant(at)) return undefined;
  if (act === "issued") {
    if (!areForms(forms) || !isHash(kid)) return undefined;
    return { act, at, forms, kid, ...(reissue === true ? { reissue } : {}) };
  }
  if (LATER.includes(act))
    return isIndex(of) ? { act: act as LaterEntry["act"], at, of } : undefined;
  if (OF_KEYS.includes(act))
    return isHash(kid) ? { act: act as KeyEntry["act"], at, kid } : undefined;
  return undefined;
}

function membersOf(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    return {};
  }
}

const isHash = (it: unknown): it is string => typeof it === "string" && HASH.test(it);
const isIndex = (it: unknown): it is number => Number.isSafeInteger(it) && Number(it) >= 0;
const areForms = (it: unknown): it is [string, string, string] =>
  Array.isArray(it) && it.length === 3 && it.every(isHash);

function isInstant(it: unknown): it is string {
  if (typeof it !== "string" || !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(it)) return false;
  const date = new Date(it);
  return !Number.isNaN(date.getTime()) && date.toISOString() === it;
}

import type { CertificateId, LoggedAct, LogTail } from "@twiza/contract";
import {
  entryBytes,
  entryText,
  type IssuedEntry,
  type KeyEntry,
  type LaterEntry,
  leafHash,
  type LogEntry,
  parseEntry,
  type Timeless,
  toBase64,
  withLeaf,
} from "@twiza/log";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import type { Appended } from "../store/index.ts";
import { edgeOf } from "./edge-of.ts";

/** An act of a certificate, by its place among the acts of its record, from 0; or what became of a key. */
export type ToLog =
  | {
      readonly certificateId: CertificateId;
      readonly number: number;
      readonly entry: Timeless<IssuedEntry> | { readonly act: LaterEntry["act"] };
    }
  | { readonly kid: string; readonly act: KeyEntry["act"] };

/** What a transaction holds, the tail among it. */
const MOST_ITEMS = 100;
/** Of a key each happens once, in this order; one may be compromised that was never retired. */
const KEY_ACTS: readonly KeyEntry["act"][] = ["key-added", "key-retired", "key-compromised"];

/**
 * Appends each of these once, in their order, and answers the index of each: one transaction moves the end of the log and writes the
 * entries with what makes them the only ones, so that any number of workers, repeats and crashes leaves no gap and no second.
 * What is there already stays where it is. An act waits for those before it: whoever skips one has a bug.
 * @throws Refused `busy` when too many append at once; the same again is right then.
 */
export async function appendToLog(deps: Deps, wishes: readonly ToLog[]): Promise<number[]> {
  const indexes: number[] = [];
  for (const part of inTransactions(wishes))
    indexes.push(...(await decide(deps, () => decideAppend(deps, part))));
  return indexes;
}

/** As many as one transaction holds beside the tail: an entry, its act, and each of its forms. */
function inTransactions(wishes: readonly ToLog[]): readonly (readonly ToLog[])[] {
  const parts: ToLog[][] = [];
  let items = MOST_ITEMS;
  for (const wish of wishes) {
    const needed = "entry" in wish && wish.entry.act === "issued" ? 2 + wish.entry.forms.length : 2;
    if (items + needed > MOST_ITEMS) {
      parts.push([]);
      items = 1;
    }
    parts.at(-1)?.push(wish);
    items += needed;
  }
  return parts;
}

async function decideAppend(deps: Deps, wishes: readonly ToLog[]) {
  const [tail, known] = await Promise.all([deps.store.log.tail(), actsOfAll(deps, wishes)]);
  const at = later(deps.clock.now().toISOString(), tail?.value.at);
  const added: Appended[] = [];
  const reply: number[] = [];
  let edge = edgeOf(tail?.value);
  for (const wish of wishes) {
    const [subject, number] = placeOf(wish);
    const acts = known.get(subject) ?? [];
    const there = acts.find((act) => act.number === number);
    if (there) {
      reply.push(there.index);
      continue;
    }
    const entry = entryOf(wish, at, acts);
    const act = { subject, number, index: edge.size };
    added.push({ row: { index: act.index, entry: entryText(entry) }, act, forms: formsOf(entry) });
    known.set(subject, [...acts, act]);
    reply.push(act.index);
    edge = withLeaf(edge, leafHash(entryBytes(entry)));
  }
  if (added.length === 0) return { reply, writes: [] };
  const moved: LogTail = { size: edge.size, edge: edge.hashes.map(toBase64), at };
  return { reply, writes: [deps.store.log.append(moved, tail?.revision ?? "absent", added)] };
}

const later = (now: string, last: string | undefined): string =>
  last !== undefined && last > now ? last : now;

/** In whose name an entry is the only one, and which one of these it is. */
const placeOf = (wish: ToLog): readonly [subject: string, number: number] =>
  "kid" in wish ? [wish.kid, KEY_ACTS.indexOf(wish.act)] : [wish.certificateId, wish.number];

async function actsOfAll(deps: Deps, wishes: readonly ToLog[]) {
  const subjects = [...new Set(wishes.map((wish) => placeOf(wish)[0]))];
  const acts = await Promise.all(subjects.map((subject) => deps.store.log.acts(subject)));
  return new Map(subjects.map((subject, at) => [subject, acts[at] ?? []] as const));
}

/** @throws Error when the log would not read its own entry, or when an act before it is missing */
function entryOf(wish: ToLog, at: string, acts: readonly LoggedAct[]): LogEntry {
  const entry = "kid" in wish ? { ...wish, at } : entryOfCertificate(wish, at, acts);
  if (!parseEntry(entryBytes(entry))) throw new Error(`no entry of the log: ${entryText(entry)}`);
  return entry;
}

function entryOfCertificate(
  { certificateId, number, entry }: Extract<ToLog, { certificateId: unknown }>,
  at: string,
  acts: readonly LoggedAct[],
): LogEntry {
  const [issued] = acts;
  if (number !== acts.length || (entry.act === "issued") !== (number === 0))
    throw new Error(`act ${number} of ${certificateId} cannot follow ${acts.length} others`);
  if (entry.act === "issued") return { ...entry, at };
  if (!issued) throw new Error(`${certificateId} was never issued`);
  return { act: entry.act, at, of: issued.index };
}

const formsOf = (entry: LogEntry): readonly string[] => (entry.act === "issued" ? entry.forms : []);

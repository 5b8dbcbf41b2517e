import type { PackClaims, PackIndex } from "@twiza/contract";
import { type Choice, filesOf, type Wanted, weightOf } from "@twiza/contract/pack-choice";
import type { Key } from "../jws.ts";
import { filesHere, missingOf, type Progress } from "./here.ts";
import { isQuota } from "./fault.ts";
import { CHOICE, NAMES, PIECE } from "./names.ts";
import { FILES, freeBytes, hashOf, type Outside, pathOf } from "./outside.ts";
import { prune } from "./prune.ts";
import { type PackRecord, recordsOf } from "./record.ts";
import { readSignature } from "./signature.ts";
import { TakeFault } from "./take-fault.ts";
import { type Entry, openZip } from "./zip.ts";

type Zip = ReadonlyMap<string, Entry>;
type Whole = Omit<PackRecord, "status" | "saysNow"> & { readonly signature: string };
type How = {
  /** Our public keys, as far as this phone knows them. */
  readonly keys: readonly Key[];
  readonly signal: AbortSignal;
  readonly tell: (progress: Progress) => void;
};

/** Things beside the pieces: signature, list and choice. */
const OWN = 3;
/** Bytes that each may have at most: nothing larger is read before the signature was proven. */
const MOST = { signature: 2 ** 13, index: 2 ** 22, choice: 2 ** 12 };

/**
 * Takes a course from a file that another phone made. First the signature is proven, then each piece by its hash while it is kept;
 * only then is it a course on this phone. Whatever goes wrong, what lay here before still does, and nothing of the file stays.
 * @throws TakeFault, or what the signal was aborted with
 */
export async function take(outside: Outside, file: Blob, how: How): Promise<PackRecord> {
  if (file.size === 0) throw new TakeFault("empty");
  const zip = await openZip(file);
  const whole = await read(zip, how.keys);
  let taken: PackRecord | undefined;
  const work = async () => void (taken = await keep(outside, { zip, whole, ...how }));
  await (outside.alone ?? ((_, alone) => alone()))(`twiza.pack.${whole.courseId}`, work);
  if (!taken) throw new Error("a lock that was given runs its work");
  return taken;
}

/** What the file is, proven, with exactly the pieces that it says. @throws TakeFault */
async function read(zip: Zip, keys: readonly Key[]): Promise<Whole> {
  const signature = await textOf(zip, "signature");
  const claims = await readSignature(signature, keys);
  const index = await indexOf(zip, claims);
  const choice = await choiceOf(zip);
  const wanted = new Map(filesOf(index, choice).map((each) => [PIECE + each.hash, each.bytes]));
  const isExact =
    zip.size === wanted.size + OWN &&
    [...wanted].every(([name, bytes]) => zip.get(name)?.size === bytes);
  if (!isExact) throw new TakeFault("broken");
  return { courseId: claims.course, version: claims.version, index, choice, signature };
}

async function indexOf(zip: Zip, claims: PackClaims): Promise<PackIndex> {
  const bytes = await bytesOf(zip, "index");
  if ((await hashOf(bytes)) !== claims.index) throw new TakeFault("broken");
  // Its hash is signed, and only lists that passed the contract's schema are.
  const index = JSON.parse(new TextDecoder().decode(bytes)) as PackIndex;
  if (index.courseId !== claims.course) throw new TakeFault("forged");
  return index;
}

async function bytesOf(zip: Zip, what: keyof typeof NAMES): Promise<ArrayBuffer> {
  const entry = zip.get(NAMES[what]);
  if (!entry || entry.size > MOST[what]) throw new TakeFault("foreign");
  return entry.read();
}
const textOf = async (zip: Zip, what: keyof typeof NAMES): Promise<string> =>
  new TextDecoder().decode(await bytesOf(zip, what));

async function choiceOf(zip: Zip): Promise<Choice> {
  const [name = "", entry] = [...zip].find(([each]) => each.startsWith(CHOICE)) ?? [];
  if (!entry || entry.size > MOST.choice) throw new TakeFault("broken");
  const bytes = await entry.read();
  if (CHOICE + (await hashOf(bytes)) !== name) throw new TakeFault("broken");
  return choiceIn(new TextDecoder().decode(bytes));
}

/** Whatever stands there for videos is yes; they must be in the file like all else. */
type Said = Record<"languages" | "spoken" | "audio", unknown> & Pick<Choice, "video">;

/** What the other phone had of it. Not signed: only that all of it is in the file makes it true. */
function choiceIn(text: string): Choice {
  try {
    const { languages, spoken, audio, video } = JSON.parse(text) as Said;
    if (areWords(languages) && areWords(spoken) && typeof audio === "boolean")
      return { languages, spoken, audio, video };
  } catch {
    // Not even JSON.
  }
  throw new TakeFault("broken");
}
const areWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");

type Keeping = How & { readonly zip: Zip; readonly whole: Whole };

async function keep(outside: Outside, keeping: Keeping): Promise<PackRecord> {
  const { whole, signal } = keeping;
  const records = recordsOf(outside);
  const before = (await records.all()).filter(({ courseId }) => courseId === whole.courseId);
  if (before.some(({ version, status }) => status === "whole" && version > whole.version))
    throw new TakeFault("older");
  const same = before.find(({ version }) => version === whole.version);
  const record: PackRecord = {
    ...whole,
    choice: same ? both(same.choice, whole.choice) : whole.choice,
    // Noted before anything is kept, so that another tab does not tidy it away; it is none until all is here.
    status: "paused",
    saysNow: same?.saysNow ?? false,
  };
  try {
    await noting(outside, whole, () => records.put(record));
    await keepPieces(outside, keeping);
    signal.throwIfAborted();
    const isWhole = missingOf(record, await filesHere(outside)).length === 0;
    const done: PackRecord = { ...record, status: isWhole ? "whole" : "paused" };
    await noting(outside, whole, () => records.put(done));
    // An older version stays: somebody on this phone may be enrolled in it.
    return done;
  } catch (error) {
    await (same ? records.put(same) : records.drop(record));
    await prune(outside);
    throw error;
  }
}

/** What either has: nothing that lies here is given up for what a file has not. */
const both = (here: Choice, there: Choice): Choice => ({
  languages: [...new Set([...here.languages, ...there.languages])],
  spoken: [...new Set([...here.spoken, ...there.spoken])],
  audio: here.audio || there.audio,
  video: here.video ?? there.video,
});

async function keepPieces(outside: Outside, { zip, whole, signal, tell }: Keeping): Promise<void> {
  const missing = missingOf(whole, await filesHere(outside));
  const total = weightOf(filesOf(whole.index, whole.choice));
  let left = weightOf(missing);
  const free = await freeBytes(outside);
  if (free !== undefined && free < left) throw new TakeFault("full", { needed: left, free });
  const cache = await outside.caches.open(FILES);
  tell({ done: total - left, total });
  for (const { hash, type, bytes: weight } of missing) {
    signal.throwIfAborted();
    const bytes = await piece(zip, hash);
    const headers = { "content-type": type, "content-length": String(weight) };
    await noting(outside, whole, () => cache.put(pathOf(hash), new Response(bytes, { headers })));
    left -= weight;
    tell({ done: total - left, total });
  }
}

async function piece(zip: Zip, hash: Wanted["hash"]): Promise<ArrayBuffer> {
  const bytes = await zip.get(PIECE + hash)?.read();
  if (!bytes || (await hashOf(bytes)) !== hash) throw new TakeFault("broken");
  return bytes;
}

/** Keeps something. @throws TakeFault `full` with both amounts */
async function noting(outside: Outside, whole: Whole, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!isQuota(cause)) throw cause;
    const needed = weightOf(missingOf(whole, await filesHere(outside)));
    throw new TakeFault("full", { needed, free: await freeBytes(outside), cause });
  }
}

import { type Digest, fromBase64, utf8 } from "./bytes.ts";
import { isIncluded, MOST_HASHES } from "./check.ts";
import { type Checkpoint, parseCheckpoint } from "./checkpoint.ts";
import { type IssuedEntry, type LaterEntry, type LogEntry, parseEntry } from "./entry.ts";
import { leafHash } from "./hash.ts";
import { parseNote, type Verifier } from "./note.ts";
import { type Proven, provenBy, type Verify } from "./proven.ts";

/** One entry, and what proves that it stands there. */
export type LoggedText = {
  /** The very text that was hashed. */
  readonly entry: string;
  readonly index: number;
  /** Base64, the lowest first. Absent while no checkpoint counts it yet. */
  readonly proof?: readonly string[] | undefined;
};

/** What the log has of one certificate, as the operation `readLogProof` and a proof kept beside a file tell it. */
export type LogProof = {
  readonly issued: LoggedText & { readonly proof: readonly string[] };
  /** What happened to it later, in order. */
  readonly later: readonly LoggedText[];
  /** The note, with the signatures of log and witnesses. */
  readonly checkpoint: string;
};

/** Whom one believes: the log's keys, and witnesses by their keys. */
export type LogTrust = {
  /** Of type `log`; their name is the log's origin. */
  readonly log: readonly Verifier[];
  readonly witnesses: readonly Verifier[];
};

export type LogFinding =
  | {
      readonly state: "logged";
      readonly entry: IssuedEntry;
      readonly index: number;
      readonly later: readonly {
        readonly entry: LaterEntry;
        readonly index: number;
        /** Whether the checkpoint counts it. One that it does not count is told all the same: it can only take away. */
        readonly isProven: boolean;
      }[];
      readonly checkpoint: Checkpoint;
      /** Who of the witnesses saw the log so, and when, in seconds. How many are enough the reader says. */
      readonly witnesses: readonly Proven[];
    }
  | {
      readonly state: "wrong";
      /** `checkpoint`: not signed by the log. `form`: the entry names another. `entry`, `proof`: broken or altered. */
      readonly what: "checkpoint" | "entry" | "form" | "proof";
    };

const wrong = (what: "checkpoint" | "entry" | "form" | "proof") =>
  ({ state: "wrong", what }) as const;

/** Whether the log has this form of a certificate (`formHash`), alone from what is in the proof and whom one believes. */
export async function checkLogProof(
  { issued, later, checkpoint: note }: LogProof,
  { form, trust, verify }: { form: string; trust: LogTrust; verify: Verify },
): Promise<LogFinding> {
  const head = await readCheckpoint(note, trust, verify);
  if (!head) return wrong("checkpoint");
  const { checkpoint, witnesses } = head;
  const entry = parseEntry(utf8(issued.entry));
  if (entry?.act !== "issued") return wrong("entry");
  if (!entry.forms.includes(form)) return wrong("form");
  if (!isProven(issued, checkpoint)) return wrong("proof");
  const followed = later.map((each) => ({ each, entry: parseEntry(utf8(each.entry)) }));
  const acts: { entry: LaterEntry; index: number; isProven: boolean }[] = [];
  for (const { each, entry: act } of followed) {
    if (!isLaterOf(act, issued.index) || each.index <= (acts.at(-1)?.index ?? issued.index))
      return wrong("entry");
    if (each.proof && !isProven(each, checkpoint)) return wrong("proof");
    acts.push({ entry: act, index: each.index, isProven: each.proof !== undefined });
  }
  return { state: "logged", entry, index: issued.index, later: acts, checkpoint, witnesses };
}

const isLaterOf = (entry: LogEntry | undefined, index: number): entry is LaterEntry =>
  entry !== undefined && "of" in entry && entry.of === index;

function isProven({ entry, index, proof = [] }: LoggedText, { size, root }: Checkpoint): boolean {
  const hashes = proof.map(fromBase64).filter((hash) => hash?.length === 32) as Digest[];
  if (hashes.length !== proof.length || hashes.length > MOST_HASHES) return false;
  return isIncluded(leafHash(utf8(entry)), { index, size, root, proof: hashes });
}

/** A checkpoint that the log signed, with the witnesses that saw it; nothing when no key of the log signed it under its own name. */
export async function readCheckpoint(
  note: string,
  { log, witnesses }: LogTrust,
  verify: Verify,
): Promise<{ checkpoint: Checkpoint; witnesses: readonly Proven[] } | undefined> {
  const parsed = parseNote(note);
  const checkpoint = parsed && parseCheckpoint(parsed.body);
  if (!checkpoint) return undefined;
  const own = log.filter(({ type, name }) => type === "log" && name === checkpoint.origin);
  const others = witnesses.filter(({ type }) => type === "witness");
  const proven = await provenBy(parsed, [...own, ...others], verify);
  if (proven === "forged" || !proven.some(({ verifier }) => verifier.type === "log"))
    return undefined;
  return { checkpoint, witnesses: proven.filter(({ verifier }) => verifier.type === "witness") };
}

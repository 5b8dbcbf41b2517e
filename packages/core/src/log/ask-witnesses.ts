import type { LogWitness, PublishedLog } from "@twiza/contract";
import {
  nodesOf,
  parseNote,
  parseSignatures,
  parseSize,
  proveConsistency,
  provenBy,
  signatureLine,
  witnessRequestText,
} from "@twiza/log";
import type { Deps } from "../deps.ts";
import { decide } from "../intent.ts";
import type { AskedWitness, LogKeeper } from "../ports.ts";
import { verifyEd25519 } from "./verify.ts";

/** What came of asking one of them: `away` comes again by itself, `refused` is for a person (docs/runbook.md). */
export type WitnessNews = {
  readonly name: string;
  readonly state: "cosigned" | "away" | "refused";
  readonly status?: number;
};

type Seen = WitnessNews & { readonly seen?: LogWitness };

/** Asks each witness that has not signed the newest checkpoint, all at once, and keeps what they say. */
export async function askWitnesses(
  deps: Deps,
  { witnesses }: LogKeeper,
): Promise<readonly WitnessNews[]> {
  const published = (await deps.store.log.published())?.value;
  if (!published) return [];
  const open = witnesses.filter(({ verifier }) => !lineOf(published, verifier.name));
  const answers = await Promise.all(open.map((each) => askOne(deps, published, each)));
  const seen = answers.flatMap((answer) => answer.seen ?? []);
  if (seen.length > 0) await decide(deps, () => keep(deps, published.size, seen));
  return answers.map(({ seen: _, ...news }) => news);
}

const lineOf = ({ witnesses }: PublishedLog, name: string): string | undefined =>
  witnesses.find((each) => each.name === name)?.line;

async function askOne(deps: Deps, published: PublishedLog, witness: AskedWitness): Promise<Seen> {
  const { name } = witness.verifier;
  const known = published.witnesses.find((each) => each.name === name)?.size ?? 0;
  const first = await askFrom(deps, { published, witness, oldSize: known });
  if (first?.status !== 409) return readAnswer(published, witness, first);
  // It has seen another size than we thought, and tells which.
  const oldSize = parseSize(first.text.trimEnd());
  if (oldSize === undefined || oldSize > published.size || oldSize === known)
    return { name, state: "refused", status: 409 };
  return readAnswer(published, witness, await askFrom(deps, { published, witness, oldSize }));
}

type Ask = {
  readonly published: PublishedLog;
  readonly witness: AskedWitness;
  readonly oldSize: number;
};

async function askFrom({ logFiles }: Deps, { published, witness, oldSize }: Ask) {
  const nodes = nodesOf(logFiles.read, published.size);
  const proof = await proveConsistency(nodes, oldSize, published.size);
  return witness.ask(witnessRequestText({ oldSize, proof, checkpoint: published.note }));
}

/** Its line counts when its own key proves it, whatever else it sent along. */
async function readAnswer(
  { note, size }: PublishedLog,
  { verifier }: AskedWitness,
  answer: { readonly status: number; readonly text: string } | undefined,
): Promise<Seen> {
  const { name } = verifier;
  if (!answer || answer.status >= 500 || answer.status === 429) return { name, state: "away" };
  const { status, text } = answer;
  const body = parseNote(note)?.body ?? "";
  const signatures = status === 200 ? parseSignatures(text) : undefined;
  for (const each of signatures ?? []) {
    const proven = await provenBy({ body, signatures: [each] }, [verifier], verifyEd25519);
    if (proven !== "forged" && proven.length > 0)
      return {
        name,
        state: "cosigned",
        seen: { name, size, line: signatureLine(verifier, each.bytes) },
      };
  }
  return { name, state: "refused", status };
}

/** Under the checkpoint that it was given for, when that is still the newest; else only how far the witness has come. */
async function keep(deps: Deps, size: number, seen: readonly LogWitness[]) {
  const kept = await deps.store.log.published();
  if (!kept) return { reply: undefined, writes: [] };
  const names = new Set(seen.map(({ name }) => name));
  const isNewest = kept.value.size === size;
  const news = seen.map(({ name, line }) => ({ name, size, ...(isNewest ? { line } : {}) }));
  const witnesses = [...kept.value.witnesses.filter(({ name }) => !names.has(name)), ...news];
  return {
    reply: undefined,
    writes: [deps.store.log.putPublished({ ...kept.value, witnesses }, kept.revision)],
  };
}

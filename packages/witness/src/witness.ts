import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import {
  cosignature,
  cosignedMessage,
  formHash,
  parseWitnessRequest,
  signatureLine,
  toBase64,
  type Verifier,
} from "@twiza/log";
import { judge, type Verdict } from "./judge.ts";
import { openKey, verifyEd25519 } from "./key.ts";
import { openMemory, type Seen, writeWhole } from "./memory.ts";

export type Answer = { readonly status: number; readonly text: string; readonly type?: string };

export type Witness = {
  readonly verifier: Verifier;
  /** Looks at what the body of an `add-checkpoint` says, and answers as the protocol has it. One after the other. */
  addCheckpoint(body: string): Promise<Answer>;
  seen(origin: string): Seen | undefined;
};

type Settings = {
  /** Its memory, its key, and what it refused. */
  readonly folder: string;
  readonly name: string;
  readonly logs: readonly Verifier[];
  readonly now?: () => Date;
};

/** So many are kept: whoever asks may be anybody. */
const MOST_REFUSED = 1_000;

const REFUSED: Readonly<Record<Exclude<Verdict["is"], "right" | "other_size">, Answer>> = {
  unread: { status: 400, text: "no request that I can read\n" },
  backwards: { status: 400, text: "the old size is larger than the checkpoint\n" },
  unknown_log: { status: 404, text: "I do not know this log\n" },
  unsigned: { status: 403, text: "the log did not sign this\n" },
  fork: { status: 409, text: "I have seen another root of this size\n" },
  unproven: { status: 422, text: "this does not begin with what I have seen\n" },
};

/** Somebody who remembers. It signs that a log only grew since it looked last, and refuses whatever else it is shown. */
export async function openWitness(settings: Settings): Promise<Witness> {
  const { folder, name, logs, now = () => new Date() } = settings;
  await mkdir(folder, { recursive: true });
  const [memory, key] = [await openMemory(folder), await openKey(folder, name)];
  let turn: Promise<unknown> = Promise.resolve();

  async function look(text: string): Promise<Answer> {
    const request = parseWitnessRequest(text);
    if (!request) return REFUSED.unread;
    await memory.refresh();
    const known = { logs, seen: memory.of, verify: verifyEd25519 };
    const verdict = await judge(request, known);
    if (verdict.is === "other_size")
      return { status: 409, text: `${verdict.seen}\n`, type: "text/x.tlog.size" };
    if (verdict.is === "fork" || verdict.is === "unproven")
      await keepRefused(folder, { is: verdict.is, text, seen: memory.of(verdict.origin) });
    if (verdict.is !== "right") return REFUSED[verdict.is];
    const { checkpoint, body } = verdict;
    const seconds = Math.floor(now().getTime() / 1000);
    const signature = key.sign(cosignedMessage(body, seconds));
    const line = signatureLine(key.verifier, cosignature(seconds, signature));
    // Before anybody hears of it: what was signed is never forgotten.
    const { origin, size, root } = checkpoint;
    await memory.keep(origin, { size, root, note: request.checkpoint + line });
    return { status: 200, text: line };
  }

  return {
    verifier: key.verifier,
    seen: memory.of,
    addCheckpoint: (text) => {
      const mine = turn.then(() => look(text));
      turn = mine.catch(() => undefined);
      return mine;
    },
  };
}

/** Keeps what it was shown beside what it had seen: together they show anybody what the log did. */
export async function keepRefused(
  folder: string,
  {
    is,
    text,
    seen,
  }: { readonly is: string; readonly text: string; readonly seen: Seen | undefined },
): Promise<void> {
  const place = join(folder, "refused");
  await mkdir(place, { recursive: true });
  if ((await readdir(place)).length >= MOST_REFUSED) return;
  const before = seen ? `${seen.size} ${toBase64(seen.root)}\n\n${seen.note}` : "nothing\n";
  const name = `${is}-${formHash(text)}.txt`;
  await writeWhole(join(place, name), `${is}\n\nseen before:\n${before}\nshown now:\n${text}`);
}

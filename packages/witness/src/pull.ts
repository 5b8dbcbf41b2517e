import {
  nodesOf,
  parseCheckpoint,
  parseNote,
  proveConsistency,
  type ReadFile,
  TileMissing,
  witnessRequestText,
} from "@twiza/log";
import { keepRefused, type Answer, type Witness } from "./witness.ts";

const MILLISECONDS = 10_000;
const MOST_BYTES = 1024 * 1024;

/** Files of a log at its address. @throws when the log does not answer */
export const filesAt =
  (address: string): ReadFile =>
  async (path) => {
    const reply = await fetch(`${address.replace(/\/$/, "")}/${path}`, {
      signal: AbortSignal.timeout(MILLISECONDS),
      cache: "no-store",
    });
    if (reply.status === 404 || reply.status === 403) return undefined;
    if (!reply.ok) throw new Error(`${reply.url} answers ${reply.status}`);
    const bytes = new Uint8Array(await reply.arrayBuffer());
    if (bytes.length > MOST_BYTES) throw new Error(`${reply.url} has no end`);
    return bytes;
  };

/**
 * Looks at a log without being asked: fetches its checkpoint and what proves that it begins with what was seen last. A log that shows
 * less than it did is refused as one that shows something else.
 */
export async function pull(
  witness: Witness,
  { folder, read }: { readonly folder: string; readonly read: ReadFile },
): Promise<Answer> {
  const bytes = await read("checkpoint");
  const note = new TextDecoder().decode(bytes ?? new Uint8Array());
  const checkpoint = parseCheckpoint(parseNote(note)?.body ?? "");
  if (!checkpoint) return { status: 400, text: "the log shows no checkpoint\n" };
  const seen = witness.seen(checkpoint.origin);
  const oldSize = seen?.size ?? 0;
  if (checkpoint.size < oldSize) {
    await keepRefused(folder, { is: "shrunk", text: note, seen });
    return { status: 422, text: `the log had ${oldSize} entries and shows ${checkpoint.size}\n` };
  }
  const proof = await proofOf(read, oldSize, checkpoint.size);
  return witness.addCheckpoint(witnessRequestText({ oldSize, proof, checkpoint: note }));
}

/** Without the files that would prove it, nothing is: the witness then says so. */
async function proofOf(read: ReadFile, oldSize: number, size: number) {
  try {
    return await proveConsistency(nodesOf(read, size), oldSize, size);
  } catch (error) {
    if (error instanceof TileMissing) return [];
    throw error;
  }
}

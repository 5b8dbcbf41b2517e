import type { AskedWitness } from "@twiza/core";
import { parseVerifier } from "@twiza/log";

/** How long a witness is waited for. It is asked again with the next checkpoint, and each hour. */
const MILLISECONDS = 3_000;
const MOST_BYTES = 64 * 1024;
/** What a list says that has none. */
const NONE = "none";

/**
 * Witnesses as an operator lists them: the key of each as it tells it itself, a blank and its address; commas between them.
 * @throws Error naming what is no witness
 */
export const openWitnesses = (list: string): readonly AskedWitness[] =>
  list === NONE ? [] : list.split(",").map((each) => openWitness(each.trim()));

function openWitness(text: string): AskedWitness {
  const [key = "", address = "", ...more] = text.split(/\s+/);
  const verifier = parseVerifier(key);
  if (verifier?.type !== "witness" || more.length > 0 || !isAddress(address))
    throw new Error(`no witness: ${text}`);
  return { verifier, ask: (request) => ask(address, request) };
}

function isAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === "https:" || url?.hostname === "localhost";
}

/** C2SP tlog-witness `add-checkpoint`. Whoever does not answer in time, or at length, is away. */
async function ask(address: string, request: string): ReturnType<AskedWitness["ask"]> {
  try {
    const reply = await fetch(`${address.replace(/\/$/, "")}/add-checkpoint`, {
      method: "POST",
      body: request,
      redirect: "error",
      signal: AbortSignal.timeout(MILLISECONDS),
    });
    const bytes = await firstBytes(reply);
    return { status: reply.status, text: new TextDecoder().decode(bytes) };
  } catch {
    return undefined;
  }
}

async function firstBytes({ body }: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body ?? []) {
    bytes += piece.length;
    if (bytes > MOST_BYTES) throw new RangeError("the answer has no end");
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

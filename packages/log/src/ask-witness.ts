import { type Digest, fromBase64, toBase64 } from "./bytes.ts";
import { MOST_HASHES } from "./check.ts";
import { parseSize } from "./checkpoint.ts";

/** What a witness is asked: to look at a checkpoint, with what proves that it begins with what the witness saw last (C2SP tlog-witness). */
export type WitnessRequest = {
  readonly oldSize: number;
  readonly proof: readonly Digest[];
  /** The whole note. */
  readonly checkpoint: string;
};

export const witnessRequestText = ({ oldSize, proof, checkpoint }: WitnessRequest): string =>
  `old ${oldSize}\n${proof.map((hash) => `${toBase64(hash)}\n`).join("")}\n${checkpoint}`;

/** Nothing for what is no such request. */
export function parseWitnessRequest(text: string): WitnessRequest | undefined {
  const end = text.indexOf("\n\n");
  if (end < 0) return undefined;
  const [first = "", ...lines] = text.slice(0, end).split("\n");
  const oldSize = first.startsWith("old ") ? parseSize(first.slice(4)) : undefined;
  const proof = lines.map(fromBase64).filter((hash) => hash?.length === 32) as Digest[];
  const isWhole = proof.length === lines.length && proof.length <= MOST_HASHES;
  if (oldSize === undefined || !isWhole) return undefined;
  return { oldSize, proof, checkpoint: text.slice(end + 2) };
}

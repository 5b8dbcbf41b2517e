import type { LogTail } from "@twiza/contract";
import { type Edge, EMPTY_EDGE, fromBase64 } from "@twiza/log";

/** The end of the log, from where appending and the root go on. */
export function edgeOf(tail: LogTail | undefined): Edge {
  if (!tail) return EMPTY_EDGE;
  const hashes = tail.edge.map(fromBase64).filter((hash) => hash !== undefined);
  return { size: tail.size, hashes };
}

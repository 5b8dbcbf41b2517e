import type { Source } from "../source.ts";

const CUT = 2 ** 18;

/** A file piece by piece, as readers of XML take it. */
export async function* piecesOf({ size, cut }: Source): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += CUT) yield cut(at, Math.min(size, at + CUT));
}

import type { Digest } from "../bytes.ts";
import { EMPTY_EDGE, rootOf, withLeaf } from "../edge.ts";
import { type ReadFile } from "../nodes.ts";
import { hashesAt, newTiles, TILE_WIDTH, tileBytes, tilePath } from "../tile.ts";

/** The tiles that a log of these leaves shows, and no others. */
export function filesOf(leaves: readonly Digest[]): ReadFile {
  const size = leaves.length;
  const files = new Map<string, Uint8Array>();
  let row = leaves;
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const known = row;
    const hashes = (index: number) => known.slice(index * TILE_WIDTH, (index + 1) * TILE_WIDTH);
    for (const tile of newTiles(level, 0, size))
      files.set(tilePath(tile), tileBytes(hashes(tile.index)));
    row = Array.from({ length: hashesAt(level + 1, size) }, (_, index) =>
      rootOf(hashes(index).reduce(withLeaf, EMPTY_EDGE)),
    );
  }
  return (path) => Promise.resolve(files.get(path));
}

import { type Digest, utf8 } from "../bytes.ts";
import { leafHash } from "../hash.ts";
import { type ReadFile, rootOfTile } from "../nodes.ts";
import { hashesAt, TILE_WIDTH, tileBytes, tilePath } from "../tile.ts";

/** The tiles of a log of so many entries, made one after the other, as publishing makes them: bytes only, no tree of objects. */
export function manyTiles(size: number): { readonly read: ReadFile; readonly bytes: number } {
  const files = new Map<string, Uint8Array>();
  let bytes = 0;
  let below: (index: number) => Digest = (index) => leafHash(utf8(`entry ${index}`));
  for (let level = 0; hashesAt(level, size) > 0; level += 1) {
    const [count, hashOf] = [hashesAt(level, size), below];
    const roots: Digest[] = [];
    for (let index = 0; index * TILE_WIDTH < count; index += 1) {
      const width = Math.min(TILE_WIDTH, count - index * TILE_WIDTH);
      const hashes = Array.from({ length: width }, (_, at) => hashOf(index * TILE_WIDTH + at));
      const tile = tileBytes(hashes);
      bytes += tile.length;
      files.set(tilePath({ level, index, width }), tile);
      if (width === TILE_WIDTH) roots.push(rootOfTile(hashes));
    }
    below = (index) => roots[index] ?? new Uint8Array();
  }
  return { read: (path) => Promise.resolve(files.get(path)), bytes };
}

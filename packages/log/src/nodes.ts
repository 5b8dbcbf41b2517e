import type { Digest } from "./bytes.ts";
import { nodeHash } from "./hash.ts";
import type { Nodes } from "./proof.ts";
import { hashesIn, type Tile, TILE_WIDTH, tileAt, tilePath } from "./tile.ts";

/** Levels of the tree within a tile. */
const HEIGHT = 8;

/** The root of a full tile, as the level above has it. */
export function rootOfTile(hashes: readonly Digest[]): Digest {
  const [root] = rowsFrom(hashes)[HEIGHT] ?? [];
  if (!root) throw new RangeError("a full tile has 256 hashes");
  return root;
}

/** A file of the log, or nothing where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array | undefined>;

/** A tile is not there, or not as wide as it has to be. */
export class TileMissing extends Error {
  constructor(tile: Tile) {
    super(`${tilePath(tile)} is missing or broken`);
    this.name = "TileMissing";
  }
}

/** A partial tile may be gone once the full one is there. @throws TileMissing */
export async function readTile(read: ReadFile, tile: Tile): Promise<readonly Digest[]> {
  const part = await read(tilePath(tile));
  const hashes = part && hashesIn(part, tile.width);
  if (hashes) return hashes;
  const full = tile.width < TILE_WIDTH && (await read(tilePath({ ...tile, width: TILE_WIDTH })));
  const all = full ? hashesIn(full, TILE_WIDTH) : undefined;
  if (!all) throw new TileMissing(tile);
  return all.slice(0, tile.width);
}

/** Nodes of a log of that size, from its tiles, each of which is read and hashed once. */
export function nodesOf(read: ReadFile, size: number): Nodes {
  const tiles = new Map<string, Promise<Rows>>();
  const rowsOf = (tile: Tile) => {
    const path = tilePath(tile);
    const known = tiles.get(path) ?? readTile(read, tile).then(rowsFrom);
    tiles.set(path, known);
    return known;
  };
  return async (level, index) => {
    const height = level % HEIGHT;
    const across = TILE_WIDTH / 2 ** height;
    const tile = tileAt(Math.floor(level / HEIGHT), Math.floor(index / across), size);
    const node = (await rowsOf(tile))[height]?.[index % across];
    if (!node) throw new TileMissing(tile);
    return node;
  };
}

/** The hashes of a tile, and above them the nodes that they make, as far as pairs go. */
type Rows = readonly (readonly Digest[])[];

function rowsFrom(hashes: readonly Digest[]): Rows {
  const rows = [hashes];
  for (let row = hashes; row.length > 1;) {
    row = pairsOf(row);
    rows.push(row);
  }
  return rows;
}

function pairsOf(row: readonly Digest[]): readonly Digest[] {
  const nodes: Digest[] = [];
  let left: Digest | undefined;
  for (const hash of row) {
    if (left) nodes.push(nodeHash(left, hash));
    left = left ? undefined : hash;
  }
  return nodes;
}

import {
  bundleBytes,
  type Digest,
  hashesAt,
  leafHash,
  newTiles,
  rootOfTile,
  readTile,
  TILE_WIDTH,
  tileAt,
  tileBytes,
  tilePath,
  utf8,
} from "@twiza/log";
import type { Deps } from "../deps.ts";

type Growth = { readonly from: number; readonly to: number };
/** Files that are to be written, by their paths. */
export type Files = ReadonlyMap<string, Uint8Array<ArrayBuffer>>;

/**
 * The files that a log of `to` entries shows beyond what one of `from` did. The same growth makes the same bytes under the same
 * names, so that two may write them at once, and whoever crashed is followed by another.
 * @throws Error when entries are missing between the two
 */
export async function newFiles(deps: Deps, growth: Growth): Promise<Files> {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let roots = await addBundles(deps, growth, files);
  for (let level = 1; hashesAt(level, growth.to) > 0; level += 1)
    roots = await addLevel(deps, { ...growth, level, below: roots }, files);
  return files;
}

type Adding = Map<string, Uint8Array<ArrayBuffer>>;
/** Roots of the full tiles of a level that have become full, by their index. */
type Roots = ReadonlyMap<number, Digest>;

async function addBundles({ store }: Deps, { from, to }: Growth, files: Adding): Promise<Roots> {
  const full = new Map<number, Digest>();
  for (const tile of newTiles("entries", from, to)) {
    const rows = (await store.log.bundle(tile.index)).slice(0, tile.width);
    const isWhole = rows.every(({ index }, at) => index === tile.index * TILE_WIDTH + at);
    if (rows.length !== tile.width || !isWhole) throw new Error(`${tilePath(tile)} has a gap`);
    const entries = rows.map(({ entry }) => utf8(entry));
    const hashes = entries.map(leafHash);
    files.set(tilePath(tile), bundleBytes(entries));
    files.set(tilePath({ ...tile, level: 0 }), tileBytes(hashes));
    if (tile.width === TILE_WIDTH) full.set(tile.index, rootOfTile(hashes));
  }
  return full;
}

async function addLevel(
  { logFiles }: Deps,
  { from, to, level, below }: Growth & { level: number; below: Roots },
  files: Adding,
): Promise<Roots> {
  const full = new Map<number, Digest>();
  for (const tile of newTiles(level, from, to)) {
    const first = tile.index * TILE_WIDTH;
    const known = Math.max(0, hashesAt(level, from) - first);
    const before = known > 0 ? await readTile(logFiles.read, tileAt(level, tile.index, from)) : [];
    const fresh = Array.from({ length: tile.width - known }, (_, at) =>
      below.get(first + known + at),
    );
    const hashes = [...before, ...fresh.filter((hash) => hash !== undefined)];
    if (hashes.length !== tile.width) throw new Error(`${tilePath(tile)} has a gap`);
    files.set(tilePath(tile), tileBytes(hashes));
    if (tile.width === TILE_WIDTH) full.set(tile.index, rootOfTile(hashes));
  }
  return full;
}

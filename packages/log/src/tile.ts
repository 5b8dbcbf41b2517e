import { type Digest, joined } from "./bytes.ts";

/** Hashes of a full tile, and entries of a full bundle: trees of eight levels. */
export const TILE_WIDTH = 256;
const HASH_BYTES = 32;

/** A tile of hashes, or a bundle of entries beside the tiles of level 0 (C2SP tlog-tiles). */
export type Tile = {
  readonly level: number | "entries";
  readonly index: number;
  /** 1 to 256. */
  readonly width: number;
};

/** `tile/0/x001/234.p/5`: where it lies under the log's address. */
export function tilePath({ level, index, width }: Tile): string {
  const digits = String(index).padStart(Math.ceil(String(index).length / 3) * 3, "0");
  const parts = digits.match(/\d{3}/g) ?? [];
  const name = parts.map((part, at) => (at === parts.length - 1 ? part : `x${part}`)).join("/");
  return `tile/${level}/${name}${width === TILE_WIDTH ? "" : `.p/${width}`}`;
}

/** How many hashes the tiles of a level have in a log of that size. */
export const hashesAt = (level: number | "entries", size: number): number =>
  Math.floor(size / TILE_WIDTH ** (level === "entries" ? 0 : level));

/** The tile of a level as it is in a log of that size. */
export const tileAt = (level: number | "entries", index: number, size: number): Tile => ({
  level,
  index,
  width: Math.min(TILE_WIDTH, hashesAt(level, size) - index * TILE_WIDTH),
});

/** What a log of `size` shows beyond what one of `from` did: whole new tiles, and the last ones, which have grown. */
export function newTiles(level: number | "entries", from: number, size: number): readonly Tile[] {
  const [was, is] = [hashesAt(level, from), hashesAt(level, size)];
  const first = Math.floor(was / TILE_WIDTH);
  const count = was === is ? 0 : Math.ceil(is / TILE_WIDTH) - first;
  return Array.from({ length: count }, (_, at) => tileAt(level, first + at, size));
}

/** Levels that a log of that size has tiles of. */
export function levelsOf(size: number): number {
  let levels = 0;
  while (hashesAt(levels, size) > 0) levels += 1;
  return levels;
}

export const tileBytes = (hashes: readonly Digest[]): Uint8Array<ArrayBuffer> => joined(...hashes);

/** Nothing where they are not as many as the tile is wide. */
export function hashesIn(bytes: Uint8Array, width: number): readonly Digest[] | undefined {
  if (bytes.length !== width * HASH_BYTES) return undefined;
  return Array.from({ length: width }, (_, at) =>
    Uint8Array.from(bytes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES)),
  );
}

/** Entries one after the other, each behind its length in two bytes. */
export const bundleBytes = (entries: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  joined(
    ...entries.flatMap((entry) => {
      if (entry.length > 0xffff) throw new RangeError("an entry has at most 65,535 bytes");
      return [Uint8Array.of(entry.length >> 8, entry.length & 0xff), entry];
    }),
  );

/** Nothing where lengths and bytes do not meet, or where it has not as many entries as it should. */
export function entriesIn(bytes: Uint8Array, width: number): readonly Uint8Array[] | undefined {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bytes.length) {
    const end = at + 2 + (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0);
    if (end > bytes.length) return undefined;
    entries.push(bytes.subarray(at + 2, end));
    at = end;
  }
  return at === bytes.length && entries.length === width ? entries : undefined;
}

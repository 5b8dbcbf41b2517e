import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Digest } from "./bytes.ts";
import { toHex, utf8 } from "./bytes.ts";
import { isConsistent, isIncluded } from "./check.ts";
import { type Edge, edgeLength, EMPTY_EDGE, rootOf, withLeaf } from "./edge.ts";
import { leafHash } from "./hash.ts";
import { proveConsistency, proveInclusion, rootFrom } from "./proof.ts";
import { filesOf } from "./testing/files-of.ts";
import { nodesOf, type ReadFile } from "./nodes.ts";
import { newTiles, tileAt, tilePath } from "./tile.ts";

/** The definition itself (RFC 9162 §2.1.1), by another hash function, slowly and with nothing of ours. */
function slowRoot(entries: readonly Uint8Array[]): Buffer {
  const hash = (...parts: Uint8Array[]) =>
    createHash("sha256").update(Buffer.concat(parts)).digest();
  if (entries.length === 0) return hash();
  const [only] = entries;
  if (only && entries.length === 1) return hash(Buffer.of(0), only);
  let middle = 1;
  while (middle * 2 < entries.length) middle *= 2;
  return hash(Buffer.of(1), slowRoot(entries.slice(0, middle)), slowRoot(entries.slice(middle)));
}

const MOST = 300;
const entries = Array.from({ length: MOST }, (_, index) => utf8(`entry ${index}`));
const leaves = entries.map(leafHash);
const edges = leaves.reduce<Edge[]>(
  (all, leaf) => [...all, withLeaf(all.at(-1) ?? EMPTY_EDGE, leaf)],
  [EMPTY_EDGE],
);
const rootAt = (size: number): Digest => rootOf(edges[size] ?? EMPTY_EDGE);

const filesAt = (size: number): ReadFile => filesOf(leaves.slice(0, size));

describe("the tree", () => {
  it("has the roots that everybody else's has", () => {
    // The eight leaves that implementations of RFC 6962 are tried with.
    const texts = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"]; // prettier-ignore
    const roots = [
      "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
      "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
      "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
      "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
      "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
      "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
      "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];
    let edge = EMPTY_EDGE;
    expect(toHex(rootOf(edge))).toBe(
      "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    );
    for (const [index, text] of texts.entries()) {
      edge = withLeaf(edge, leafHash(Uint8Array.from(Buffer.from(text, "hex"))));
      expect(toHex(rootOf(edge))).toBe(roots[index]);
    }
  });

  it("agrees with the definition at every size, and its edge has a hash for each one of its size", () => {
    for (let size = 0; size <= MOST; size += size < 70 ? 1 : 23) {
      expect(toHex(rootAt(size))).toBe(slowRoot(entries.slice(0, size)).toString("hex"));
      expect(edges[size]?.hashes.length).toBe(edgeLength(size));
    }
  });

  it("has the same root from its tiles, whatever the size", async () => {
    for (const size of [1, 2, 255, 256, 257, 299, 300])
      expect(await rootFrom(nodesOf(filesAt(size), size), size)).toEqual(rootAt(size));
  });
});

describe("proofs", () => {
  it("prove each entry at each size, with no more hashes than the tree is high", async () => {
    for (let size = 1; size <= MOST; size += size < 20 ? 1 : 56) {
      const nodes = nodesOf(filesAt(size), size);
      for (let index = 0; index < size; index += 1) {
        const proof = await proveInclusion(nodes, index, size);
        const leaf = leaves[index] ?? new Uint8Array();
        expect(proof.length).toBeLessThanOrEqual(Math.ceil(Math.log2(size)));
        expect(isIncluded(leaf, { index, size, proof, root: rootAt(size) })).toBe(true);
      }
    }
  });

  it("prove that each log begins with each that it was", async () => {
    for (let size = 0; size <= MOST; size += size < 20 ? 1 : 56) {
      const nodes = nodesOf(filesAt(size), size);
      for (let old = 0; old <= size; old += 1) {
        const proof = await proveConsistency(nodes, old, size);
        const [was, is] = [
          { size: old, root: rootAt(old) },
          { size, root: rootAt(size) },
        ];
        expect(isConsistent(was, is, proof)).toBe(true);
      }
    }
  });

  const flipped = (bytes: Digest, bit: number): Digest =>
    bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));

  it("prove nothing once a bit, an order, a length, an index or a size is another", async () => {
    const sizes = fc.integer({ min: 2, max: MOST });
    await fc.assert(
      fc.asyncProperty(
        sizes.chain((size) => fc.tuple(fc.constant(size), fc.nat(size - 1))),
        fc.nat(255),
        fc.nat(1000),
        async ([size, index], bit, which) => {
          const root = rootAt(size);
          const leaf = leaves[index] ?? new Uint8Array();
          const proof = await proveInclusion(nodesOf(filesAt(size), size), index, size);
          const at = which % proof.length;
          const tries = [
            { leaf: flipped(leaf, bit), index, size, proof, root },
            { leaf, index, size, proof, root: flipped(root, bit) },
            { leaf, index, size, proof: proof.with(at, flipped(proof[at] ?? root, bit)), root },
            { leaf, index, size, proof: proof.slice(0, -1), root },
            { leaf, index, size, proof: [...proof, root], root },
            { leaf, index: (index + 1 + (which % (size - 1))) % size, size, proof, root },
            { leaf, index: size, size, proof, root },
            { leaf, index: -1, size, proof, root },
            { leaf, index, size: size * 2, proof, root },
          ];
          for (const { leaf: of, ...rest } of tries) expect(isIncluded(of, rest)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("refuse every older log that is not the beginning of the later one", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc
          .integer({ min: 2, max: MOST })
          .chain((size) => fc.tuple(fc.constant(size), fc.integer({ min: 1, max: size - 1 }))),
        fc.nat(255),
        fc.nat(1000),
        async ([size, old], bit, which) => {
          const proof = await proveConsistency(nodesOf(filesAt(size), size), old, size);
          const [was, is] = [
            { size: old, root: rootAt(old) },
            { size, root: rootAt(size) },
          ];
          const at = which % proof.length;
          expect(isConsistent({ ...was, root: flipped(was.root, bit) }, is, proof)).toBe(false);
          expect(isConsistent(was, { ...is, root: flipped(is.root, bit) }, proof)).toBe(false);
          expect(isConsistent(was, is, proof.with(at, flipped(proof[at] ?? was.root, bit)))).toBe(
            false,
          );
          expect(isConsistent(was, is, proof.slice(1))).toBe(false);
          expect(isConsistent(was, is, [...proof, is.root])).toBe(false);
          expect(isConsistent(is, was, proof)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });

  it("are asked for nothing that is not in the log", () => {
    const nodes = nodesOf(filesAt(3), 3);
    expect(() => proveInclusion(nodes, 3, 3)).toThrow(RangeError);
    expect(() => proveConsistency(nodes, 4, 3)).toThrow(RangeError);
  });
});

describe("tiles", () => {
  it("lie where the specification has them", () => {
    const path = (index: number, width: number) => tilePath({ level: 0, index, width });
    expect(path(0, 256)).toBe("tile/0/000");
    expect(path(1_234_067, 256)).toBe("tile/0/x001/x234/067");
    expect(path(273, 112)).toBe("tile/0/273.p/112");
    expect(tilePath({ level: "entries", index: 7, width: 256 })).toBe("tile/entries/007");
  });

  it("are as many at 70,000 entries as the specification counts", () => {
    const of = (level: number) => newTiles(level, 0, 70_000);
    expect(of(0).filter(({ width }) => width === 256)).toHaveLength(273);
    expect(of(0).at(-1)).toEqual({ level: 0, index: 273, width: 112 });
    expect(of(1).map(({ width }) => width)).toEqual([256, 17]);
    expect(of(2)).toEqual([{ level: 2, index: 0, width: 1 }]);
    expect(newTiles(1, 0, 256)).toEqual([{ level: 1, index: 0, width: 1 }]);
  });

  it("that are new after a log has grown are those that changed, and all of them", () => {
    fc.assert(
      fc.property(fc.nat(70_000), fc.nat(1_000), fc.nat(2), (from, more, level) => {
        const size = from + more;
        const before = new Set(newTiles(level, 0, from).map(tilePath));
        const all = newTiles(level, 0, size).map(tilePath);
        const fresh = newTiles(level, from, size).map(tilePath);
        expect(fresh).toEqual(all.filter((path) => !before.has(path)));
      }),
      { numRuns: 40 },
    );
  });

  it("of a part are taken from the full one when they are gone", async () => {
    const full = filesAt(300);
    const gone: ReadFile = (path) =>
      path.includes(".p/") ? Promise.resolve(undefined) : full(path);
    expect(await rootFrom(nodesOf(gone, 200), 200)).toEqual(rootAt(200));
    expect(tileAt(0, 0, 200).width).toBe(200);
    await expect(rootFrom(nodesOf(gone, 300), 300)).rejects.toThrow("is missing or broken");
  });
});

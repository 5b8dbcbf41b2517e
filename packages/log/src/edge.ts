import type { Digest } from "./bytes.ts";
import { emptyRoot, nodeHash } from "./hash.ts";

/**
 * All that is needed to append and to know the root: the roots of the perfect trees that a log of this size is made of, the
 * largest first. Some twenty hashes at a million entries.
 */
export type Edge = { readonly size: number; readonly hashes: readonly Digest[] };

export const EMPTY_EDGE: Edge = { size: 0, hashes: [] };

/** The edge after one more leaf: each pair of equal trees becomes one. */
export function withLeaf({ size, hashes }: Edge, leaf: Digest): Edge {
  const left = [...hashes];
  let node = leaf;
  for (let trees = size; trees % 2 === 1; trees = Math.floor(trees / 2)) {
    const before = left.pop();
    if (!before) throw new RangeError("an edge has as many hashes as its size has ones");
    node = nodeHash(before, node);
  }
  return { size: size + 1, hashes: [...left, node] };
}

export function rootOf({ hashes }: Edge): Digest {
  return hashes.length === 0 ? emptyRoot() : rootOfTrees(hashes);
}

/** Of perfect trees that lie beside each other, each smaller than that before it. */
export const rootOfTrees = (hashes: readonly Digest[]): Digest =>
  hashes.reduceRight((right, left) => nodeHash(left, right));

/** How many hashes the edge of a log of that size has. */
export const edgeLength = (size: number): number => size.toString(2).replaceAll("0", "").length;

import type { Digest } from "./bytes.ts";
import { rootOfTrees } from "./edge.ts";

/** The root of the perfect tree of 2^level leaves that begins at leaf index × 2^level. */
export type Nodes = (level: number, index: number) => Promise<Digest>;

/** Leaves from `start` to before `end`. */
type Stretch = readonly [start: number, end: number];

/** The largest power of two below a number (RFC 9162 §2.1.1). */
function split(count: number): number {
  let power = 1;
  while (power * 2 < count) power *= 2;
  return power;
}

/** What proves that a leaf is in a log of that size (RFC 9162 §2.1.3.1), the lowest first. @throws RangeError */
export function proveInclusion(nodes: Nodes, index: number, size: number): Promise<Digest[]> {
  if (!(index >= 0 && index < size)) throw new RangeError(`entry ${index} is not in ${size}`);
  return hashesOf(nodes, besideLeaf(index, [0, size]));
}

/** What proves that a log of `size` begins with all of a log of `oldSize` (RFC 9162 §2.1.4.1). Of nothing there is nothing to prove. @throws RangeError */
export function proveConsistency(nodes: Nodes, oldSize: number, size: number): Promise<Digest[]> {
  if (!(oldSize >= 0 && oldSize <= size)) throw new RangeError(`${oldSize} is not within ${size}`);
  return hashesOf(nodes, oldSize === 0 ? [] : beside(oldSize, [0, size], true));
}

function besideLeaf(index: number, [start, end]: Stretch): readonly Stretch[] {
  if (end - start === 1) return [];
  const middle = start + split(end - start);
  return index < middle
    ? [...besideLeaf(index, [start, middle]), [middle, end]]
    : [...besideLeaf(index, [middle, end]), [start, middle]];
}

/** `isKnown`: the old root itself is this tree, and whoever checks has it. */
function beside(oldSize: number, [start, end]: Stretch, isKnown: boolean): readonly Stretch[] {
  if (oldSize === end) return isKnown ? [] : [[start, end]];
  const middle = start + split(end - start);
  return oldSize <= middle
    ? [...beside(oldSize, [start, middle], isKnown), [middle, end]]
    : [...beside(oldSize, [middle, end], false), [start, middle]];
}

const hashesOf = (nodes: Nodes, stretches: readonly Stretch[]): Promise<Digest[]> =>
  Promise.all(stretches.map((each) => hashOfStretch(nodes, each)));

/** The perfect trees that lie beside each other in it, hashed from the right. Both proofs only ask for stretches that begin where such a tree does. */
async function hashOfStretch(nodes: Nodes, [start, end]: Stretch): Promise<Digest> {
  const trees: Promise<Digest>[] = [];
  for (let at = start; at < end;) {
    const level = Math.floor(Math.log2(end - at));
    trees.push(nodes(level, at / 2 ** level));
    at += 2 ** level;
  }
  return rootOfTrees(await Promise.all(trees));
}

/** The root of the whole log. */
export const rootFrom = (nodes: Nodes, size: number): Promise<Digest> =>
  hashOfStretch(nodes, [0, size]);

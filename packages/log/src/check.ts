import { type Digest, isSame } from "./bytes.ts";
import { emptyRoot, nodeHash } from "./hash.ts";

/** Of a tree of 2^53 leaves; no proof is longer. */
export const MOST_HASHES = 63;

/** The root that an inclusion proof leads to, or nothing when it has too many or too few hashes (RFC 9162 §2.1.3.2). */
export function rootOfInclusion(
  leaf: Digest,
  { index, size, proof }: { index: number; size: number; proof: readonly Digest[] },
): Digest | undefined {
  if (!isCount(index) || !isCount(size) || index >= size) return undefined;
  let [at, last] = [index, size - 1];
  let root = leaf;
  for (const hash of proof) {
    if (last === 0) return undefined;
    if (isOdd(at) || at === last) {
      root = nodeHash(hash, root);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else root = nodeHash(root, hash);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? root : undefined;
}

/** Whether that entry's hash stands at that index of the log with this root. */
export function isIncluded(
  leaf: Digest,
  at: { index: number; size: number; proof: readonly Digest[]; root: Digest },
): boolean {
  const root = rootOfInclusion(leaf, at);
  return root !== undefined && isSame(root, at.root);
}

export type Head = { readonly size: number; readonly root: Digest };

/** Whether the later log begins with all of the older one (RFC 9162 §2.1.4.2). */
export function isConsistent(old: Head, later: Head, proof: readonly Digest[]): boolean {
  if (!isCount(old.size) || !isCount(later.size) || old.size > later.size) return false;
  if (old.size === 0) return proof.length === 0 && isSame(old.root, emptyRoot());
  if (old.size === later.size) return proof.length === 0 && isSame(old.root, later.root);
  const roots = rootsOf(old, later.size, proof);
  return roots !== undefined && isSame(roots.old, old.root) && isSame(roots.later, later.root);
}

function rootsOf(
  { size, root }: Head,
  laterSize: number,
  proof: readonly Digest[],
): { old: Digest; later: Digest } | undefined {
  const [first, ...rest] = Number.isInteger(Math.log2(size)) ? [root, ...proof] : proof;
  if (!first) return undefined;
  let [at, last] = [size - 1, laterSize - 1];
  while (isOdd(at)) [at, last] = [half(at), half(last)];
  let [old, later] = [first, first];
  for (const hash of rest) {
    if (last === 0) return undefined;
    if (isOdd(at) || at === last) {
      old = nodeHash(hash, old);
      later = nodeHash(hash, later);
      while (!isOdd(at) && at !== 0) [at, last] = [half(at), half(last)];
    } else later = nodeHash(later, hash);
    [at, last] = [half(at), half(last)];
  }
  return last === 0 ? { old, later } : undefined;
}

const half = (count: number): number => Math.floor(count / 2);
const isOdd = (count: number): boolean => count % 2 === 1;
const isCount = (it: number): boolean => Number.isSafeInteger(it) && it >= 0;

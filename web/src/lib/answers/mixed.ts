/**
 * Things in an order that their names and a seed make, the same each time: on every phone, on paper and after a reload. It is never
 * the order in which they came, which may be the answer.
 */
export function mixed<T extends { readonly id: string }>(things: readonly T[], seed: string): T[] {
  const order = things.toSorted((one, other) => drawn(seed + one.id) - drawn(seed + other.id));
  const isAsItCame = order.every((thing, at) => thing === things[at]);
  return isAsItCame ? [...order.slice(1), ...order.slice(0, 1)] : order;
}

/** FNV-1a, mixed once more so that names which differ in their last letter lie far apart. No secret, only an even lot. */
function drawn(name: string): number {
  let lot = 0x811c9dc5;
  for (const sign of name) lot = Math.imul(lot ^ (sign.codePointAt(0) ?? 0), 0x01000193);
  lot = Math.imul(lot ^ (lot >>> 15), 0x2c1b3c6d);
  return (lot ^ (lot >>> 12)) >>> 0;
}

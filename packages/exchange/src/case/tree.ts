import type { CaseLine } from "./codes.ts";

/** Something that lies under others, by the names of the file. */
type Node = { readonly id: string; readonly name: string };
export type Tie = { readonly child: string; readonly parent: string; readonly order: number };
type Placed<T> = { readonly node: T; readonly parent: string | undefined };

/**
 * Things in the order of their tree, each behind what it lies under: what lies under several lies under the first, what lies under
 * nothing that is here or under itself at the top, and nothing deeper than `most`. Without recursion, since anybody wrote the file.
 */
export function inTree<T extends Node>(
  nodes: readonly T[],
  ties: readonly Tie[],
  { root, most, report }: { root: string; most: number; report: (line: CaseLine) => void },
): readonly Placed<T>[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const places = placesOf(known, ties, { root, report });
  withoutCycles(known, places, report);
  const below = new Map<string | undefined, { readonly node: T; readonly order: number }[]>();
  for (const node of nodes) {
    const place = places.get(node.id);
    const own = below.get(place?.parent) ?? [];
    own.push({ node, order: place?.order ?? Infinity });
    below.set(place?.parent, own);
  }
  const sorted = (parent: string | undefined) =>
    (below.get(parent) ?? []).sort((one, other) => compared(one.order, other.order));
  const placed: Placed<T>[] = [];
  const waiting = sorted(undefined).map(({ node }) => ({ node, line: [] as readonly string[] }));
  waiting.reverse();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { node, line } = next;
    // As deep as can be shown: it stands beside what it would lie under.
    const isDeep = line.length >= most;
    if (isDeep) report({ code: "deep", name: node.name });
    const above = isDeep ? line.slice(0, most - 1) : line;
    placed.push({ node, parent: above.at(-1) });
    const own = sorted(node.id).map((each) => ({ node: each.node, line: [...above, node.id] }));
    waiting.push(...own.reverse());
  }
  return placed;
}

const compared = (one: number, other: number): number => (one === other ? 0 : one - other);

type Place = { parent: string | undefined; readonly order: number };

function placesOf<T extends Node>(
  known: ReadonlyMap<string, T>,
  ties: readonly Tie[],
  { root, report }: { root: string; report: (line: CaseLine) => void },
): Map<string, Place> {
  const places = new Map<string, Place>();
  const told = new Set<string>();
  for (const { child, parent, order } of ties) {
    const node = known.get(child);
    if (!node) continue;
    const before = places.get(child);
    const under = parent === root ? undefined : parent;
    if (before && before.parent !== under && !told.has(child)) {
      told.add(child);
      report({ code: "parents", name: node.name });
    }
    if (before) continue;
    const isHere = under === undefined || known.has(under);
    if (!isHere) report({ code: "orphan", name: node.name });
    places.set(child, { parent: isHere ? under : undefined, order });
  }
  return places;
}

/** Cuts each ring where it is met first. Every node is walked up from once. */
function withoutCycles<T extends Node>(
  known: ReadonlyMap<string, T>,
  places: Map<string, Place>,
  report: (line: CaseLine) => void,
): void {
  const sound = new Set<string>();
  for (const [id, node] of known) {
    const way = new Set<string>();
    let at: string | undefined = id;
    while (at !== undefined && !sound.has(at) && !way.has(at)) {
      way.add(at);
      at = places.get(at)?.parent;
    }
    if (at !== undefined && way.has(at)) {
      const ring = places.get(at);
      if (ring) ring.parent = undefined;
      report({ code: "cycle", name: known.get(at)?.name ?? node.name });
    }
    for (const each of way) sound.add(each);
  }
}

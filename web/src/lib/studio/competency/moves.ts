import type { Competency, CompetencyId, FrameworkCommand } from "@twiza/contract";

type Tree = readonly Competency[];
type Move = Extract<FrameworkCommand, { do: "move" }>;
export type Way = "up" | "down" | "in" | "out";

const besides = (tree: Tree, { parent }: Competency): Tree =>
  tree.filter((each) => each.parent === parent);

/** One and everything under it, in their order. */
export function subtree(tree: Tree, { id }: Competency): Tree {
  const ids = new Set<string>([id]);
  for (const each of tree) if (each.parent !== undefined && ids.has(each.parent)) ids.add(each.id);
  return tree.filter((each) => ids.has(each.id));
}

/** A command that puts it somewhere; without a neighbour before it, first. */
function to(id: CompetencyId, parent?: CompetencyId, after?: CompetencyId): Move {
  return {
    do: "move",
    id,
    ...(parent === undefined ? {} : { parent }),
    ...(after === undefined ? {} : { after }),
  };
}

/** What puts it back where it is now. */
export function asItLies(tree: Tree, competency: Competency): Move {
  const own = besides(tree, competency);
  return to(competency.id, competency.parent, own[own.indexOf(competency) - 1]?.id);
}

/** What moves it one step in a way, where there is a step. */
export function step(tree: Tree, competency: Competency, way: Way): Move | undefined {
  const own = besides(tree, competency);
  const at = own.indexOf(competency);
  const { id, parent } = competency;
  const [before, next] = [own[at - 1], own[at + 1]];
  if (way === "up") return before && to(id, parent, own[at - 2]?.id);
  if (way === "down") return next && to(id, parent, next.id);
  if (way === "in") {
    const under = before && tree.findLast((each) => each.parent === before.id);
    return before && to(id, before.id, under?.id);
  }
  const above = tree.find((each) => each.id === parent);
  return above && to(id, above.parent, above.id);
}

/** What brings back one that was taken away with everything under it. */
export function back(tree: Tree, competency: Competency): readonly FrameworkCommand[] {
  const { after } = asItLies(tree, competency);
  const writes = subtree(tree, competency).map((each): FrameworkCommand => ({
    do: "write",
    competency: each,
    ...(each === competency && after !== undefined ? { after } : {}),
  }));
  // Behind nothing it came last: it stood first.
  return after === undefined ? [...writes, asItLies(tree, competency)] : writes;
}

import { type Competency, FRAMEWORK_LIMITS, type FrameworkCommand } from "@twiza/contract";

/** Competencies in the order of their tree, each behind what it lies under. */
export type Tree = readonly Competency[];

/** One and everything under it. Pure. */
export function subtreeOf(tree: Tree, id: Competency["id"]): ReadonlySet<string> {
  const ids = new Set<string>([id]);
  for (const each of tree) if (each.parent !== undefined && ids.has(each.parent)) ids.add(each.id);
  return ids;
}

type Place = {
  readonly parent: Competency["id"] | undefined;
  readonly after: Competency["id"] | undefined;
  readonly otherwise: "first" | "last";
};

/** Where something goes that is not in the tree: behind a neighbour, or at an end of what lies under its parent. */
function placeIn(tree: Tree, { parent, after, otherwise }: Place): number {
  const before = tree.find(({ id }) => id === after);
  if (before && before.parent === parent) return endOf(tree, before.id);
  if (otherwise === "first")
    return parent === undefined ? 0 : tree.findIndex(({ id }) => id === parent) + 1;
  return parent === undefined ? tree.length : endOf(tree, parent);
}

/** The place behind one and everything under it. */
const endOf = (tree: Tree, id: Competency["id"]): number => {
  const ids = subtreeOf(tree, id);
  return tree.findLastIndex((each) => ids.has(each.id)) + 1;
};

const has = (tree: Tree, id: string | undefined): boolean => tree.some((each) => each.id === id);
const under = (competency: Competency, parent: Competency["id"] | undefined): Competency => {
  const { parent: _, ...rest } = competency;
  return parent === undefined ? rest : { ...rest, parent };
};

function written(tree: Tree, { competency, after }: Of<"write">): Tree {
  const there = tree.find(({ id }) => id === competency.id);
  if (there) return tree.map((each) => (each === there ? under(competency, there.parent) : each));
  // What it was to lie under is gone meanwhile: at the top it is seen, under nothing it would be lost.
  const parent = has(tree, competency.parent) ? competency.parent : undefined;
  const at = placeIn(tree, { parent, after, otherwise: "last" });
  return tree.toSpliced(at, 0, under(competency, parent));
}

function moved(tree: Tree, { id, parent, after }: Of<"move">): Tree {
  const ids = subtreeOf(tree, id);
  const isAstray =
    !has(tree, id) || (parent !== undefined && (ids.has(parent) || !has(tree, parent)));
  if (isAstray) return tree;
  const own = tree.filter((each) => ids.has(each.id));
  const rest = tree.filter((each) => !ids.has(each.id));
  const at = placeIn(rest, { parent, after, otherwise: "first" });
  return rest.toSpliced(at, 0, ...own.map((each) => (each.id === id ? under(each, parent) : each)));
}

function removed(tree: Tree, { id }: Of<"remove">): Tree {
  const ids = subtreeOf(tree, id);
  return tree.filter((each) => !ids.has(each.id));
}

type Of<Do extends FrameworkCommand["do"]> = Extract<FrameworkCommand, { do: Do }>;

/** The tree after one command. What is asked of something that is gone changes nothing. Pure. */
export function withCompetencyCommand(tree: Tree, command: FrameworkCommand): Tree {
  if (command.do === "write") return written(tree, command);
  return command.do === "move" ? moved(tree, command) : removed(tree, command);
}

/** Whether it may be kept: no more than fits, and not too deep to be read. Pure. */
export function isRoomy(tree: Tree): boolean {
  const depths = new Map<string, number>();
  for (const { id, parent } of tree)
    depths.set(id, parent === undefined ? 1 : (depths.get(parent) ?? 0) + 1);
  return (
    tree.length <= FRAMEWORK_LIMITS.competencies &&
    Math.max(0, ...depths.values()) <= FRAMEWORK_LIMITS.depth
  );
}

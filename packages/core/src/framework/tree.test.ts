import {
  type Competency,
  CompetencyId,
  FRAMEWORK_LIMITS,
  type FrameworkCommand,
} from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRoomy, type Tree, withCompetencyCommand } from "./tree.ts";

const id = (n: number) => CompetencyId.parse(`cmp_${String(n).padStart(32, "0")}`);
const write = (n: number, parent?: number, after?: number): FrameworkCommand => ({
  do: "write",
  competency: {
    id: id(n),
    statement: { fr: `C${n}` },
    ...(parent === undefined ? {} : { parent: id(parent) }),
  },
  ...(after === undefined ? {} : { after: id(after) }),
});
const move = (n: number, parent?: number, after?: number): FrameworkCommand => ({
  do: "move",
  id: id(n),
  ...(parent === undefined ? {} : { parent: id(parent) }),
  ...(after === undefined ? {} : { after: id(after) }),
});
const remove = (n: number): FrameworkCommand => ({ do: "remove", id: id(n) });
const run = (commands: readonly FrameworkCommand[], from: Tree = []): Tree =>
  commands.reduce(withCompetencyCommand, from);
/** `1 1.2 1.3 4`: each behind the one that it lies under. */
const drawn = (tree: Tree): string =>
  tree.map(({ id: own, parent }) => [parent, own].flatMap((each) => (each ? Number(each.slice(4)) : [])).join(".")).join(" "); // prettier-ignore
const THREE = run([write(1), write(2, 1), write(3, 1), write(4)]);

describe("a framework", () => {
  it.each<[string, FrameworkCommand, string]>([
    ["takes a new one last under its parent", write(5, 1), "1 1.2 1.3 1.5 4"],
    ["takes a new one behind a neighbour", write(5, 1, 2), "1 1.2 1.5 1.3 4"],
    ["takes one whose parent is gone at the top", write(5, 9), "1 1.2 1.3 4 5"],
    ["writes one that is there where it is", write(3, 4), "1 1.2 1.3 4"],
    ["moves one with all under it", move(1, 4), "4 4.1 1.2 1.3"],
    ["moves one behind a neighbour", move(2, 1, 3), "1 1.3 1.2 4"],
    ["moves one to the front", move(4), "4 1 1.2 1.3"],
    ["moves none under itself", move(1, 2), "1 1.2 1.3 4"],
    ["moves none under what is gone", move(4, 9), "1 1.2 1.3 4"],
    ["loses one with all under it", remove(1), "4"],
    ["loses nothing that it does not have", remove(9), "1 1.2 1.3 4"],
  ])("%s", (_, command, after) => expect(drawn(run([command], THREE))).toBe(after));
});

const anyId = fc.integer({ min: 1, max: 9 });
const maybe = fc.option(anyId, { nil: undefined });
const anyCommand = fc.oneof(
  fc.tuple(anyId, maybe, maybe).map((all) => write(...all)),
  fc.tuple(anyId, maybe, maybe).map((all) => move(...all)),
  anyId.map(remove),
);

it("whatever is done to it, each stands once, behind what it lies under, and a command that comes twice changes nothing more", () => {
  fc.assert(
    fc.property(fc.array(anyCommand, { maxLength: 30 }), (commands) => {
      let tree: Tree = [];
      for (const command of commands) {
        tree = withCompetencyCommand(tree, command);
        expect(withCompetencyCommand(tree, command)).toEqual(tree);
      }
      const places = new Map(tree.map((each, at) => [each.id, at]));
      expect(places.size).toBe(tree.length);
      for (const [at, { parent }] of tree.entries())
        if (parent !== undefined) expect(places.get(parent) ?? Infinity).toBeLessThan(at);
    }),
  );
});

it("is no deeper and no larger than can be read", () => {
  const chain = (length: number): Tree =>
    run(Array.from({ length }, (_, n) => write(n + 1, n === 0 ? undefined : n)));
  expect([isRoomy(chain(FRAMEWORK_LIMITS.depth)), isRoomy(chain(FRAMEWORK_LIMITS.depth + 1))]).toEqual([true, false]); // prettier-ignore
  const many = (length: number): Competency[] =>
    Array.from({ length }, (_, n) => ({ id: id(n), statement: { fr: "C" } }));
  expect([1000, 1001].map((count) => isRoomy(many(count)))).toEqual([true, false]);
});

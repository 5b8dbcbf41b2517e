import type { Competency, CompetencyId } from "@twiza/contract";
import { expect, it } from "vitest";
import { back, step, subtree, type Way } from "./moves.ts";

// Branded ids come from a parser; here they are written by hand.
const id = (n: number) => `cmp_${String(n).padStart(32, "0")}` as CompetencyId;
const one = (n: number, parent?: number): Competency => ({
  id: id(n),
  statement: { fr: `C${n}` },
  ...(parent === undefined ? {} : { parent: id(parent) }),
});
const TREE = [one(1), one(2, 1), one(3, 2), one(4, 1), one(5)];
const at = (n: number): Competency => TREE[n - 1] ?? one(n);
const told = (n: number, way: Way): string => {
  const move = step(TREE, at(n), way);
  if (!move) return "–";
  return [move.parent, move.after].map((each) => (each ? Number(each.slice(4)) : "·")).join(" ");
};

it.each<[number, Way, string]>([
  [1, "up", "–"],
  [5, "up", "· ·"],
  [4, "up", "1 ·"],
  [2, "down", "1 4"],
  [5, "down", "–"],
  [4, "in", "2 3"],
  [5, "in", "1 4"],
  [1, "in", "–"],
  [3, "out", "1 2"],
  [4, "out", "· 1"],
  [1, "out", "–"],
])("moving %i %s puts it under and behind %s", (n, way, place) => {
  expect(told(n, way)).toBe(place);
});

it("what was taken away comes back with all under it, to where it lay", () => {
  expect(subtree(TREE, at(2)).map((each) => each.id)).toEqual([id(2), id(3)]);
  expect(back(TREE, at(4))).toEqual([{ do: "write", competency: at(4), after: id(2) }]);
  const first = back(TREE, at(2));
  expect(first.map((command) => command.do)).toEqual(["write", "write", "move"]);
});

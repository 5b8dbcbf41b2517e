import { expect, it } from "vitest";
import { joined, withRow } from "./joined.ts";

type Row = { id: string; name: string };
const row = (id: string, name = id): Row => ({ id, name });
const keyOf = ({ id }: Row): string => id;

it("a row that comes again with the next page is shown once", () => {
  expect(joined([row("a"), row("b")], [row("b"), row("c")], keyOf).map(keyOf)).toEqual([
    "a",
    "b",
    "c",
  ]);
});

it("a new row stands at the head, a changed one where it was", () => {
  const rows = [row("a"), row("b")];
  expect(withRow(rows, row("n"), keyOf).map(keyOf)).toEqual(["n", "a", "b"]);
  expect(withRow(rows, row("b", "changed"), keyOf)).toEqual([row("a"), row("b", "changed")]);
});

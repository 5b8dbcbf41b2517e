import { DraftBlock } from "@twiza/contract";
import { expect, it } from "vitest";
import { tableWith } from "./table.ts";

const table = {
  kind: "table" as const,
  head: ["Produit", "MAD"],
  numeric: [false, true],
  rows: [["Huile", "90"], ["Miel"]],
};

it("a row and a column come and go without moving any other cell", () => {
  const wide = tableWith(table).withColumn();
  expect(wide.rows).toEqual([
    ["Huile", "90", ""],
    ["Miel", "", ""],
  ]);
  expect(wide.numeric).toEqual([false, true, false]);
  expect(tableWith(wide).withoutColumn(0)).toMatchObject({
    head: ["MAD", ""],
    numeric: [true, false],
    rows: [
      ["90", ""],
      ["", ""],
    ],
  });
  expect(tableWith(table).withRow().rows.at(-1)).toEqual(["", ""]);
  expect(tableWith(table).withoutRow(0).rows).toEqual([["Miel"]]);
});

it("a cell that was never there is written, and a name that was emptied is gone", () => {
  expect(tableWith(table).cell(1, 1, "120").rows[1]).toEqual(["Miel", "120"]);
  expect(tableWith(tableWith(table).caption("Prix")).caption("")).not.toHaveProperty("caption");
  expect(DraftBlock.safeParse(tableWith(table).numeric(0, true)).success).toBe(true);
});

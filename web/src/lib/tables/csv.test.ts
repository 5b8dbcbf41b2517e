import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvOf } from "./csv.ts";

describe("a table as CSV", () => {
  it("begins with the mark of UTF-8, so that Arabic and Tifinagh are read as they are", () => {
    expect(csvOf([["فاطمة", "ⵜⵓⴷⴰ", 80, undefined]])).toBe("\uFEFFفاطمة,ⵜⵓⴷⴰ,80,\r\n");
  });

  it.each([
    ['=HYPERLINK("http://x")', `"'=HYPERLINK(""http://x"")"`],
    ["+1+1", "'+1+1"],
    ["-2", "'-2"],
    ["@sum", "'@sum"],
    [" =1", "' =1"],
    ["+212612345678", "+212612345678"],
    ["a;b", `"a;b"`],
  ])("runs nothing: %j is written %s", (value, written) => {
    expect(csvOf([[value]])).toBe(`\uFEFF${written}\r\n`);
  });

  it("is read back as it was, whatever people write, but for the apostrophe", () => {
    const plain = (cell: string) => cell.replace(/^'/, "");
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: "grapheme" }), { minLength: 2, maxLength: 9 }),
        (row) => {
          expect(readRow(csvOf([row]).slice(1)).map(plain)).toEqual(row.map(plain));
        },
      ),
    );
  });
});

/** The cells of one row, as RFC 4180 says. */
function readRow(csv: string): string[] {
  const cells = [""];
  let isQuoted = false;
  let isDoubled = false;
  for (const sign of csv.replace(/\r\n$/, "")) {
    // A quotation mark within a quoted cell stands there when another follows it, else it ends the cell.
    if (sign === '"') {
      if (isDoubled) cells.push(`${cells.pop() ?? ""}"`);
      isDoubled = isQuoted;
      isQuoted = !isQuoted;
      continue;
    }
    isDoubled = false;
    if (sign === "," && !isQuoted) cells.push("");
    else cells.push(`${cells.pop() ?? ""}${sign}`);
  }
  return cells;
}

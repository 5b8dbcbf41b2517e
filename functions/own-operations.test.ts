import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { withoutTables } from "./own-operations.ts";

describe.each([
  ["index", "draftWhat"],
  ["where", "draftWhere"],
])("the contract's door %s", (file, table) => {
  const door = () =>
    readFile(new URL(`../packages/contract/src/${file}.ts`, import.meta.url), "utf8");

  it("leaves a table out; the others and what it exports stay", async () => {
    const code = await door();
    const left = withoutTables(code, [table]);
    expect(code.split("\n").filter((line) => !left.split("\n").includes(line))).toEqual([
      `  ...${table},`,
    ]);
  });

  it("is told when it is written otherwise, so that no bundle grows unseen", async () => {
    const code = (await door()).replace(`...${table},`, `...(${table}),`);
    expect(() => withoutTables(code, [table])).toThrow(table);
  });
});

import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { withoutNouns } from "./own-operations.ts";

const door = () => readFile(new URL("../packages/contract/src/index.ts", import.meta.url), "utf8");

it("a table is left out of the door, the others and what they export stay", async () => {
  const code = await door();
  const left = withoutNouns(code, ["draft"]);
  expect(code.split("\n").filter((line) => !left.split("\n").includes(line))).toEqual([
    "  ...draftWhat,",
  ]);
});

it("a door that is written otherwise is told, so that no bundle grows unseen", async () => {
  const code = (await door()).replace("...draftWhat,", "...(draftWhat),");
  expect(() => withoutNouns(code, ["draft"])).toThrow("draftWhat");
});

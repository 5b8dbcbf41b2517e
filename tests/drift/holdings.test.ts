import { readdirSync, readFileSync } from "node:fs";
import { HOLDINGS } from "@twiza/core";
import { expect, it } from "vitest";

const FOLDER = "packages/storage/src/stores";

/** The names under which rows are kept, as the stores define them. */
const kinds = readdirSync(FOLDER)
  .filter((file) => !file.endsWith(".test.ts"))
  .flatMap((file) => [
    ...readFileSync(`${FOLDER}/${file}`, "utf8").matchAll(/entity\(\{\s+name: "([^"]+)"/g),
  ])
  .map(([, name = ""]) => name);

it("of every kind of row it is said what becomes of it when somebody is erased", () => {
  expect(kinds.length).toBeGreaterThan(50);
  expect(Object.keys(HOLDINGS).sort()).toEqual([...new Set(kinds)].sort());
});

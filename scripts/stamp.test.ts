import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { isSource } from "./stamp.ts";

/** What the build of the site lays among its sources, where Git does not keep it. */
const laid = readFileSync("web/.gitignore", "utf8").trim().split("\n");

it.each(laid)(
  "%s, which a build of the site lays among its sources, does not make it build once more",
  (path) => {
    expect(isSource(`web/${path.replace(/\/$/, "")}`)).toBe(false);
  },
);

it("a component is a source, and a test is none", () => {
  expect(isSource("web/src/routes/+page.svelte")).toBe(true);
  expect(isSource("web/src/lib/i18n.test.ts")).toBe(false);
});

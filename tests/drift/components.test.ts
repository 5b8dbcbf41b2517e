import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";

const SOURCE = "web/src";
/** The page that shows components, and the frame of every page, which brings its own to that one too. */
const BEGIN = ["routes/dev/components/+page.svelte", "routes/+layout.svelte"];
/** A learner's screens and a desk cannot do with fewer. */
const LEAST = 28;
const pages = new Set(globSync("**/*.svelte", { cwd: SOURCE }));
const components = [...pages].filter((file) => dirname(file) === "lib/components").sort();

/** Those that are not shown, and why not. */
const NOT_SHOWN: Readonly<Record<string, string>> = {
  "lib/components/FilePick.svelte": "what is seen of it is a Button; the rest is the phone's own",
};

/** The components and pages that a file brings in, at once or when they are needed. */
function broughtBy(file: string): readonly string[] {
  const text = readFileSync(`${SOURCE}/${file}`, "utf8");
  return [...text.matchAll(/(?:from |import\()"([^"]+\.svelte)"/g)]
    .map(([, name = ""]) =>
      name.startsWith("#lib/") ? name.replace("#", "") : join(dirname(file), name),
    )
    .filter((name) => pages.has(name));
}

function shown(): ReadonlySet<string> {
  const reached = new Set(BEGIN);
  // A set that grows while it is gone through: what is brought in brings its own.
  for (const file of reached) for (const each of broughtBy(file)) reached.add(each);
  return reached;
}

test("every component is shown where people and tests look at components, in each language and theme", () => {
  const there = shown();
  expect(components.length).toBeGreaterThanOrEqual(LEAST);
  const missing = components.filter((file) => !there.has(file));
  expect(missing).toEqual(Object.keys(NOT_SHOWN));
});

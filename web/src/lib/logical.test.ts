import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const source = new URL("../", import.meta.url).pathname;
const files = globSync("**/*.{svelte,css}", { cwd: source, exclude: ["**/generated/**"] });

/** What functions, the documentation and the widget write themselves, without Svelte: from the root of the repository. */
const root = new URL("../../../", import.meta.url).pathname;
const CODE = ["packages/*/src", "functions/src", "scripts", "web/src/widget", "web/scripts"];
const written = globSync(
  CODE.map((folder) => `${folder}/**/*.{ts,css}`),
  { cwd: root },
)
  .filter((file) => !/\.test\.ts$|\/(generated|node_modules)\//.test(file))
  .map((file) => ({ file, text: readFileSync(`${root}${file}`, "utf8") }));
/** A sheet of its own, or one that stands as text in the code. */
const sheets = written.filter(
  ({ file, text }) => file.endsWith(".css") || /[{;]display:/.test(text),
);

/** Properties and values that know left from right, and so are wrong in one of our two directions. */
const PHYSICAL =
  /(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)(?:-\w+)?|border-(?:top|bottom)-(?:left|right)-radius|(?:left|right)\s*:|(?:float|clear|text-align)\s*:\s*(?:left|right))/g;

const stylesOf = (file: string): string => {
  const text = readFileSync(`${source}${file}`, "utf8");
  if (file.endsWith(".css")) return text;
  return [...text.matchAll(/<style[^>]*>([\s\S]*?)<\/style>/g)].map(([, css]) => css).join("\n");
};

describe("the styles", () => {
  it("know no left and no right, so that Arabic is not an afterthought", () => {
    expect(files.length).toBeGreaterThan(30);
    const found = files.flatMap((file) =>
      [...stylesOf(file).matchAll(PHYSICAL)].map(([words]) => `${file}: ${words}`),
    );
    expect(found).toEqual([]);
  });

  it("know none either where a function, the documentation or the widget writes them", () => {
    const names = sheets.map(({ file }) => file);
    expect(names).toContain("packages/platform/src/page/style.ts");
    expect(names).toContain("web/src/widget/style.ts");
    expect(names).toContain("scripts/openapi/style/layout.css");
    const found = sheets.flatMap(({ file, text }) =>
      [...text.matchAll(PHYSICAL)].map(([words]) => `${file}: ${words}`),
    );
    expect(found).toEqual([]);
  });

  it("are recognised when they are physical", () => {
    for (const wrong of ["margin-left: 4px", "right: 0", "text-align: left", "float: right"])
      expect(wrong.match(PHYSICAL)).not.toBeNull();
    for (const fine of ["margin-inline-start: 4px", "text-align: start", "inset-inline: 0"])
      expect(fine.match(PHYSICAL)).toBeNull();
  });
});

describe("the pages", () => {
  it("never take text for HTML, nor carry an inline style that the content policy would refuse", () => {
    const found = files
      .filter((file) => file.endsWith(".svelte"))
      .filter((file) => {
        const markup = readFileSync(`${source}${file}`, "utf8").replace(/<!--[\s\S]*?-->/g, "");
        return /\{@html|\sstyle="/.test(markup);
      });
    expect(found).toEqual([]);
  });

  it("that functions write have neither an inline style nor a side to which something is aligned", () => {
    expect(written.length).toBeGreaterThan(100);
    const found = written.filter(({ text }) => /\s(?:style|align)="/.test(text));
    expect(found.map(({ file }) => file)).toEqual([]);
  });
});

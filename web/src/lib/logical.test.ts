import { globSync, readFileSync } from "node:fs";
import { parse } from "svelte/compiler";
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

/** Fields that hold what somebody is called or reached by, in whatever script she writes it. */
const NAMES =
  /^(?:name|contact|learnerName|observerName|authorName|trainerName|organisationName|cohortName)$/;
type Node = {
  readonly type: string;
  readonly name?: string;
  readonly nodes?: readonly Node[];
  readonly attributes?: readonly { readonly name?: string }[];
  readonly expression?: { readonly type: string; readonly property?: { readonly name?: string } };
};

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "type" in value;
const isolates = ({ name, attributes = [] }: Node): boolean =>
  name === "bdi" || attributes.some((each) => each.name === "dir");
const isName = ({ type, expression }: Node): boolean =>
  type === "ExpressionTag" && NAMES.test(expression?.property?.name ?? "");
const isSeen = (node: Node): boolean =>
  !("data" in node && typeof node.data === "string" && node.data.trim() === "");

const GOES_ON = /^(?:(?:If|Each|Key|Await)Block|Fragment)$/;
const WITHIN_LINES = /^(?:a|b|em|small|span|strong)$/;

/** The names in a piece of markup that stand beside words or numbers, and may change places with them. */
function bareNames(node: Node, isAlone = true): readonly string[] {
  if (isolates(node)) return [];
  // What a block begins stands for itself; a branch, or a few words made bold, stand where they stand.
  const begins = !GOES_ON.test(node.type) && !WITHIN_LINES.test(node.name ?? "");
  const alone = (begins || isAlone) && (node.nodes ?? []).filter(isSeen).length < 2;
  const own = alone ? [] : (node.nodes ?? []).filter(isName);
  const inside = Object.entries(node)
    .filter(([key]) => !["attributes", "expression", "metadata"].includes(key))
    .flatMap(([, value]) => (Array.isArray(value) ? value : [value]).filter(isNode));
  const isHere = node.type === "Fragment" ? alone : begins || isAlone;
  return [
    ...own.map(({ expression }) => expression?.property?.name ?? ""),
    ...inside.flatMap((each) => bareNames(each, isHere)),
  ];
}

const bareIn = (text: string): readonly string[] =>
  bareNames(parse(text, { modern: true }).fragment as unknown as Node);

describe("a name beside other words", () => {
  it("is kept apart from them by <bdi>, since it may run the other way", () => {
    const found = files
      .filter((file) => file.endsWith(".svelte"))
      .flatMap((file) =>
        bareIn(readFileSync(`${source}${file}`, "utf8")).map((name) => `${file}: ${name}`),
      );
    expect(found).toEqual([]);
  });

  it("is told from one that stands alone", () => {
    for (const bare of [
      "<p>By {a.name}</p>",
      "<p>By <b>{a.name}</b></p>",
      "<p>{#if b}{a.learnerName}{/if} (3)</p>",
    ])
      expect(bareIn(bare), bare).toHaveLength(1);
    for (const fine of [
      "<p>By <bdi>{a.name}</bdi></p>",
      "<p>{#if b}{a.name}{/if}</p>",
      "<p>{a.name}</p> 3",
    ])
      expect(bareIn(fine), fine).toEqual([]);
  });
});

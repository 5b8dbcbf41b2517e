import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";
import { groups } from "./chunks.ts";

/** Kit's own file for a page or layout: one line that says where its component lies. */
const NODE = /^export \{ default as component \} from "([^"]+)";\s*$/;
const LESSON = "twiza:lesson";
/** What the first page of a learner waits for, for a moment. */
const AT_HAND = new URL("../src/lib/learner/at-hand.ts", import.meta.url).pathname;
/** Where the app finds pages that a phone of a learner opens once, if ever: their names would weigh on every phone. */
export const SELDOM = "twiza:seldom";
const IS_SELDOM = /\/routes\/(?:\(office\)|dev|handbook|card|check|ticket|observe|\(work\))\//;

type Page = { readonly asked: string; readonly name: string; readonly component: string };

/**
 * What always travels together comes in one file. Kit makes a file for each page and layout; where the component lies in a named
 * chunk, that file holds one line and costs a request. So the app asks for such components itself: those of the shell are part of
 * it, and those of a lesson come through an entry of their own, which is the lesson's chunk. What learners seldom see it asks for by a
 * list that comes first.
 */
export const together = (): Plugin => {
  let folder = "";
  return {
    name: "twiza-together",
    apply: "build",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "client",
    options(options) {
      if (typeof options.input !== "object" || Array.isArray(options.input))
        throw new Error("Kit no longer names its entries. Review web/scripts/together.ts.");
      // What start-up is told lies with Kit's way in, in the chunk `start`; as an entry it would be a file beside it.
      const { "entry/payload": _, ...input } = options.input;
      folder = dirname(input["entry/app"] ?? "");
      return { ...options, input: { ...input, "entry/lesson": LESSON } };
    },
    resolveId: (id) => ([LESSON, SELDOM].includes(id) ? `\0${id}` : undefined),
    load(id) {
      if (id === `\0${LESSON}`)
        return [
          `export { atHand } from "${AT_HAND}";`,
          ...pagesIn("lesson", folder).map(
            ({ name, component }) => `export { default as ${name} } from "${component}";`,
          ),
        ].join("\n");
      if (id !== `\0${SELDOM}`) return undefined;
      return seldomIn(folder)
        .map(({ name, node }) => `export const ${name} = () => import("${node}");`)
        .join("\n");
    },
    transform(code, id) {
      if (id !== join(folder, "app.js")) return undefined;
      const [shell, lesson] = [pagesIn("shell", folder), pagesIn("lesson", folder)];
      const imports = shell.map(({ name, component }) => `import ${name} from "${component}";`);
      const direct = [
        ...shell.map(({ asked, name }) => [asked, `Promise.resolve({ component: ${name} })`]),
        ...lesson.map(({ asked, name }) => [
          asked,
          `import("${LESSON}").then((lesson) => lesson.atHand().then(() => ({ component: lesson.${name} })))`,
        ]),
        ...seldomIn(folder).map(({ asked, name }) => [
          asked,
          `import("${SELDOM}").then((seldom) => seldom.${name}())`,
        ]),
      ].reduce((all, [asked = "", put = ""]) => all.replace(asked, put), code);
      return { code: [...imports, direct].join("\n"), map: null };
    },
  };
};

/** What the app asks for by Kit's own files: each as it is written there, with its number and its file. */
function nodesIn(folder: string) {
  const app = readFileSync(join(folder, "app.js"), "utf8");
  return [...app.matchAll(/import\('\.\/(nodes\/(\d+))'\)/g)].map(
    ([asked, file = "", number = ""]) => ({
      asked,
      name: `page${number}`,
      node: join(folder, `${file}.js`),
    }),
  );
}

const seldomIn = (folder: string) =>
  nodesIn(folder).filter(({ node }) => IS_SELDOM.test(readFileSync(node, "utf8")));

/**
 * The pages and layouts whose component lies in that chunk, less those whose own file of Kit's lies there too.
 * @throws Error when there are none: Kit writes its files in another way than it did
 */
function pagesIn(chunk: string, folder: string): readonly Page[] {
  const test = groups.find(({ name }) => name === chunk)?.test ?? /^$/;
  const pages = nodesIn(folder).flatMap(({ asked, name, node }) => {
    const [, from] = NODE.exec(readFileSync(node, "utf8")) ?? [];
    const component = from && join(dirname(node), from);
    if (!component || !test.test(component) || test.test(node)) return [];
    return [{ asked, name, component }];
  });
  if (pages.length === 0)
    throw new Error(`The chunk ${chunk} has no pages. Review web/scripts/together.ts.`);
  return pages;
}

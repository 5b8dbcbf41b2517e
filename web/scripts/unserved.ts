import { globSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Plugin } from "vite";

const SAYS_SSR = /^export const ssr = true;/m;
const HOLLOW = "<script>let { children } = $props();</script>{@render children?.()}";

/**
 * Leaves out of the server's half of the build what no server renders. Kit compiles each page twice; here the second time is for
 * nothing, as pages begin on the phone but for the few that say `ssr = true` and are written out with the site.
 */
export const unserved = (): Plugin => {
  let routes = "";
  let rendered: ReadonlySet<string> = new Set();
  return {
    name: "twiza-unserved",
    apply: "build",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "ssr",
    configResolved({ root }) {
      routes = join(root, "src/routes");
      rendered = new Set(foldersRendered(routes));
    },
    load(id) {
      if (!id.startsWith(routes) || !id.endsWith(".svelte")) return undefined;
      return rendered.has(dirname(id)) ? undefined : HOLLOW;
    },
  };
};

/** The folders of pages that say `ssr = true`, and those around them, whose layouts stand around such a page. */
const foldersRendered = (routes: string): readonly string[] =>
  globSync("**/+page.server.ts", { cwd: routes })
    .map((file) => join(routes, file))
    .filter((file) => SAYS_SSR.test(readFileSync(file, "utf8")))
    .flatMap((file) => upTo(routes, dirname(file)));

const upTo = (top: string, folder: string): readonly string[] =>
  folder === top ? [top] : [folder, ...upTo(top, dirname(folder))];

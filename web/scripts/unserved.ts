import { sep } from "node:path";
import type { Plugin } from "vite";

/** The pages that are written out when the site is built, and what stands around them. All others begin on the phone. */
const WRITTEN = ["+layout.svelte", "+error.svelte", "+page.svelte", "offline/+page.svelte"];

/**
 * Leaves out of the server's half of the build what no server ever renders: Kit compiles each page twice, and here the second time is
 * for nothing, as all pages but those written out say `ssr = false`.
 */
export const unserved = (): Plugin => {
  let routes = "";
  return {
    name: "twiza-unserved",
    apply: "build",
    enforce: "pre",
    applyToEnvironment: ({ name }) => name === "ssr",
    configResolved({ root }) {
      routes = `${root}${sep}src${sep}routes${sep}`;
    },
    load(id) {
      if (!id.startsWith(routes) || !id.endsWith(".svelte")) return undefined;
      return WRITTEN.includes(id.slice(routes.length).replaceAll(sep, "/")) ? undefined : "";
    },
  };
};

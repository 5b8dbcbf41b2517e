import { createRequire } from "node:module";
import { minify, type MinifyOptions } from "terser";
import type { Plugin, Rolldown } from "vite";

const { version } = createRequire(import.meta.url)("terser/package.json") as { version: string };

const OPTIONS: MinifyOptions = {
  module: true,
  ecma: 2022,
  compress: {
    passes: 2,
    pure_getters: true,
    // To turn `x === 0` into `0 === x` and the like saves no letter, and leaves less that is alike for what compresses it.
    comparisons: false,
    lhs_constants: false,
    negate_iife: false,
  },
};

/**
 * A second minifier after Vite's own: Vite's leaves out more of what is unused, Terser then says the rest in fewer words. For all of
 * the site it would take as long as the rest of the build, and of most it spares next to nothing: so it is for what every phone loads
 * (3 % less of a lesson), and for the desk where lessons are written, which is the largest that anybody waits for.
 */
export const squeeze = (): Plugin => ({
  name: "twiza-squeeze",
  apply: "build",
  enforce: "post",
  applyToEnvironment: ({ name }) => name === "client",
  // The name of a file is made before it is squeezed: another Terser must not write other bytes under an old name.
  augmentChunkHash: () => JSON.stringify({ version, OPTIONS, WORTH: String(WORTH) }),
  async generateBundle(_, bundle) {
    const chunks = worthIt(bundle);
    if (chunks.size === 0) this.error("No script is worth it. Review web/scripts/squeeze.ts.");
    for (const chunk of chunks) chunk.code = (await minify(chunk.code, OPTIONS)).code ?? chunk.code;
  },
});

/** What stands around every page, the pages of learners, and the desk of a lesson. */
const WORTH = /\/src\/(?:routes\/(?:\(learner\)\/|\+layout\.svelte)|lib\/studio\/LessonDesk\.)/;

/** What holds these, and all that it imports. */
function worthIt(bundle: Rolldown.OutputBundle): ReadonlySet<Rolldown.OutputChunk> {
  const found = new Set<Rolldown.OutputChunk>();
  const visit = (chunk: Rolldown.OutputBundle[string] | undefined): void => {
    if (chunk?.type !== "chunk" || found.has(chunk)) return;
    found.add(chunk);
    for (const file of chunk.imports) visit(bundle[file]);
  };
  for (const chunk of Object.values(bundle))
    if (chunk.type === "chunk" && chunk.moduleIds.some((id) => WORTH.test(id))) visit(chunk);
  return found;
}

import type { Plugin } from "vite";

/**
 * What a learner's pages run as they open. Chromium compiles a file that begins with these words whole, and beside the main thread
 * while it comes in, instead of glancing over each function and compiling it, on the main thread, at its first call, which was
 * a quarter of the time for which a lesson held its reader up. Whatever does not know the words reads a comment.
 *
 * Source: https://v8.dev/blog/explicit-compile-hints
 */
const CALLED_AT_ONCE = /\/(?:nodes\/0|entry\/lesson)\.|^learner$/;
const HINT = "//# allFunctionsCalledOnLoad\n";

/** Writes the words above a file, last of all: they count on its first line alone. */
export const hint = (): Plugin => ({
  name: "twiza-hint",
  apply: "build",
  enforce: "post",
  applyToEnvironment: ({ name }) => name === "client",
  augmentChunkHash: () => HINT + CALLED_AT_ONCE.source,
  generateBundle: {
    order: "post",
    handler(_, bundle) {
      for (const chunk of Object.values(bundle))
        if (
          chunk.type === "chunk" &&
          [chunk.fileName, chunk.name].some((name) => CALLED_AT_ONCE.test(name))
        )
          chunk.code = HINT + chunk.code;
    },
  },
});

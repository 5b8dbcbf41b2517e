import { createRequire } from "node:module";
import { availableParallelism } from "node:os";
import { Tinypool } from "tinypool";
import type { Plugin } from "vite";
import { OPTIONS } from "./terse.ts";

const { version } = createRequire(import.meta.url)("terser/package.json") as { version: string };

/** The one that is longer is the library of videos, squeezed by its makers: 0.3 % of it would cost a seventh of all this takes. */
const LONGEST = 400_000;

/**
 * A second minifier after Vite's own: Vite's leaves out more of what is unused, Terser then says the rest in fewer words. The two
 * together come to 2 % less than either. It takes as long as most of the build, so each processor does its part.
 */
export const squeeze = (): Plugin => ({
  name: "twiza-squeeze",
  apply: "build",
  enforce: "post",
  applyToEnvironment: ({ name }) => name === "client",
  // The name of a file is made before it is squeezed: another Terser must not write other bytes under an old name.
  augmentChunkHash: () => JSON.stringify({ version, OPTIONS, LONGEST }),
  async generateBundle(_, bundle) {
    const chunks = Object.values(bundle)
      .filter((each) => each.type === "chunk")
      .filter(({ code }) => code.length <= LONGEST)
      // The longest first, so that none is waited for alone at the end.
      .sort((one, other) => other.code.length - one.code.length);
    const pool = new Tinypool({
      filename: new URL("terse.ts", import.meta.url).href,
      maxThreads: availableParallelism(),
    });
    try {
      await Promise.all(
        chunks.map(async (chunk) => {
          chunk.code = (await pool.run(chunk.code)) as string;
        }),
      );
    } finally {
      await pool.destroy();
    }
  },
});

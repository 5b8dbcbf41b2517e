import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The whole program in one file that another institution copies: it needs Node 20 and nothing else. */
export const buildWitness = (outfile = at("dist/witness.mjs")) =>
  build({
    entryPoints: [at("src/main.ts")],
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    target: "node20",
    // Whoever runs it may read it.
    minify: false,
    legalComments: "inline",
    logLevel: "silent",
  });

if (import.meta.main) {
  await buildWitness();
  console.log("dist/witness.mjs");
}

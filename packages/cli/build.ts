import { build } from "esbuild";

/** One file that runs wherever Node does, with nothing beside it. */
export const buildCli = (outfile: string) =>
  build({
    entryPoints: [`${import.meta.dirname}/src/twiza.ts`],
    bundle: true,
    platform: "node",
    format: "esm",
    target: "node22",
    minify: true,
    legalComments: "none",
    outfile,
    banner: {
      js: '#!/usr/bin/env node\nimport{createRequire as r}from"node:module";const require=r(import.meta.url);',
    },
  });

if (import.meta.main) await buildCli(`${import.meta.dirname}/dist/twiza.mjs`);

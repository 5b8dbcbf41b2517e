import { buildSync } from "esbuild";

/** Writes what other sites show a certificate with, as one script with nothing beside it. */
export const writeWidget = () =>
  buildSync({
    entryPoints: [`${import.meta.dirname}/../src/widget/widget.ts`],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2022",
    legalComments: "none",
    outfile: `${import.meta.dirname}/../static/check/widget.js`,
  });

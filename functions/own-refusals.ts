import { readFile } from "node:fs/promises";
import {
  operations,
  type OperationName,
  type RefusalCode,
  type What,
  whats,
} from "@twiza/contract";
import type { Plugin } from "esbuild";

const SENTENCES = /packages\/messages\/dist\/refusal\.\w+\.js$/;

/**
 * Leaves out of a bundle what is said of refusals that only operations of other functions declare, some 20 KB in four languages: a
 * function says them by their code, so that a bundler must keep all. Those that no operation declares belong to every function.
 */
export const ownRefusals = (nameOf: () => string): Plugin => ({
  name: "own-refusals",
  setup: (build) => {
    build.onLoad({ filter: SENTENCES }, async ({ path }) => ({
      contents: withoutSentences(await readFile(path, "utf8"), foreignRefusals(nameOf())),
      loader: "js",
    }));
  },
});

/** What operations declare, but none of this function. */
export function foreignRefusals(name: string): RefusalCode[] {
  const declared = Object.entries<What>(whats).flatMap(([operation, { refusals = [] }]) => {
    const { function: by } = operations[operation as OperationName];
    return refusals.map((code) => ({ code, isOwn: by === name }));
  });
  const own = new Set(declared.filter(({ isOwn }) => isOwn).map(({ code }) => code));
  return [...new Set(declared.map(({ code }) => code))].filter((code) => !own.has(code));
}

/** The sentences of one language without those of these refusals. @throws when they are no longer written as this expects */
export function withoutSentences(code: string, refusals: readonly RefusalCode[]): string {
  return refusals
    .flatMap((refusal) => [refusal, `${refusal}.mend`])
    .reduce((left, key) => {
      const start = left.indexOf(`\n  "${key}": `);
      if (start < 0) throw new Error(`${key} has no sentence on a line of its own`);
      return left.slice(0, start) + left.slice(left.indexOf("\n", start + 1));
    }, code);
}

import { readFile } from "node:fs/promises";
import type { Where } from "@twiza/contract";
import type { Plugin } from "esbuild";

/** The contract's door, where the schemas of all operations come together noun by noun. */
const DOOR = /packages\/contract\/src\/index\.ts$/;
const NOUN = /^import \{ (\w+)What \} from "\.\/([\w-]+)\.what\.ts";$/gm;

/**
 * Leaves the schemas of operations out of a bundle that another function answers, some 12 KB: a function reads those that carry its
 * name, but asks for them by that name, so that a bundler must keep all. A noun some of whose operations are its own stays whole.
 */
export const ownOperations = (name: string): Plugin => ({
  name: "own-operations",
  setup: (build) => {
    build.onLoad({ filter: DOOR }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      const folder = new URL(`file://${path}`);
      const nouns = await Promise.all(
        [...code.matchAll(NOUN)].map(async ([, noun = "", file = ""]) => {
          const where = (await import(new URL(`${file}.where.ts`, folder).href)) as Wheres;
          return { noun, functions: functionsOf(where[`${noun}Where`] ?? {}) };
        }),
      );
      const foreign = nouns.filter(({ functions }) => !functions.includes(name));
      return {
        contents: withoutNouns(
          code,
          foreign.map(({ noun }) => noun),
        ),
        loader: "ts",
      };
    });
  },
});

/** A module of the contract's *where* has one table. */
type Wheres = Readonly<Record<string, Readonly<Record<string, Where>>>>;
const functionsOf = (table: Readonly<Record<string, Where>>): string[] =>
  Object.values(table).map((where) => where.function);

/** The door without the tables of these nouns. @throws when it is no longer written as this expects */
export function withoutNouns(code: string, nouns: readonly string[]): string {
  return nouns.reduce((left, noun) => {
    const entry = `  ...${noun}What,\n`;
    if (!left.includes(entry)) throw new Error(`${noun}What is not spread into whats`);
    return left.replace(entry, "");
  }, code);
}

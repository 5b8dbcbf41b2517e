import { readFile } from "node:fs/promises";
import type { Where } from "@twiza/contract";
import type { Plugin } from "esbuild";

/** The contract's two doors, where places and schemas of all operations come together noun by noun. */
const DOOR = /packages\/contract\/src\/(?:index|where)\.ts$/;
const NOUN = /^import \{ (\w+)(?:What|Where) \} from "\.\/([\w-]+)\.(what|where)\.ts";$/gm;

/**
 * Leaves operations that another function answers out of a bundle, some 20 KB: a function reads those that carry its name, but asks
 * for them by that name, so that a bundler must keep all. A noun some of whose operations are its own stays whole.
 */
export const ownOperations = (nameOf: () => string): Plugin => ({
  name: "own-operations",
  setup: (build) => {
    build.onLoad({ filter: DOOR }, async ({ path }) => {
      const code = await readFile(path, "utf8");
      const folder = new URL(`file://${path}`);
      const nouns = await Promise.all(
        [...code.matchAll(NOUN)].map(async ([, noun = "", file = "", half = ""]) => {
          const where = (await import(new URL(`${file}.where.ts`, folder).href)) as Wheres;
          const table = `${noun}${half === "what" ? "What" : "Where"}`;
          return { table, functions: functionsOf(where[`${noun}Where`] ?? {}) };
        }),
      );
      const foreign = nouns.filter(({ functions }) => !functions.includes(nameOf()));
      return {
        contents: withoutTables(
          code,
          foreign.map(({ table }) => table),
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

/** The door without these tables. @throws when it is no longer written as this expects */
export function withoutTables(code: string, tables: readonly string[]): string {
  return tables.reduce((left, table) => {
    const entry = `  ...${table},\n`;
    if (!left.includes(entry)) throw new Error(`${table} is not spread into the contract's door`);
    return left.replace(entry, "");
  }, code);
}

import { readFile } from "node:fs/promises";
import type { Metafile, Plugin } from "esbuild";

/** Where the stores of all nouns come together, each on a line of its own. */
const DOOR = /packages\/storage\/src\/index\.ts$/;
const NOUN = /^ {4}(\w+): \w+\(engine(?:, write)?\),\n/gm;
const OURS = /packages\/core\/src\/|^src\//;

/**
 * Leaves out of a bundle how nouns are kept that the function never asks for, with their schemas, some 30 KB: a use case asks the
 * store by a noun's name, so that a bundler must keep all. `asked` comes from a first bundle (`nounsAsked`).
 */
export const ownStores = (asked: () => ReadonlySet<string>): Plugin => ({
  name: "own-stores",
  setup: (build) => {
    build.onLoad({ filter: DOOR }, async ({ path }) => ({
      contents: withoutNouns(await readFile(path, "utf8"), asked()),
      loader: "ts",
    }));
  },
});

/** The door with these nouns alone. @throws when it is no longer written as this expects, or lacks one of them */
export function withoutNouns(code: string, asked: ReadonlySet<string>): string {
  const nouns = new Set([...code.matchAll(NOUN)].map(([, noun = ""]) => noun));
  const strange = [...asked].filter((noun) => !nouns.has(noun));
  if (nouns.size === 0 || strange.length > 0)
    throw new Error(`the door of the stores has no line for: ${strange.join(", ") || "any noun"}`);
  return code.replaceAll(NOUN, (line: string, noun: string) => (asked.has(noun) ? line : ""));
}

/** The nouns that what is in a bundle asks the store for. */
export async function nounsAsked(
  { inputs }: Metafile["outputs"][string],
  folder: string,
): Promise<Set<string>> {
  const files = Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
    bytesInOutput > 0 && OURS.test(file) ? [file] : [],
  );
  const texts = await Promise.all(
    files.map((file) => readFile(new URL(file, `file://${folder}`), "utf8")),
  );
  return new Set(texts.flatMap(nounsIn));
}

/** What of a store is no noun. */
const COMMIT = "commit";

/**
 * The nouns that a module asks the store for, as `store.courses` or taken apart at once.
 * @throws when it holds on to the store itself, from where nobody can tell what it asks
 */
export function nounsIn(code: string): string[] {
  const held = /(?:=|\()\s*(?:\w+\.)?store\s*[;,)]|\bstore\[/.exec(
    code.replaceAll(/\} = (?:\w+\.)?store;/g, ""),
  );
  if (held) throw new Error(`the store is passed on, not asked: ${held[0]}`);
  const named = [...code.matchAll(/\bstore\s*\.(\w+)/g)].map(([, noun = ""]) => noun);
  const apart = [...code.matchAll(/\{([^{}]*)\} = (?:\w+\.)?store;/g)].flatMap(([, names = ""]) =>
    names.split(",").map((name) => name.split(":")[0]?.trim() ?? ""),
  );
  return [...named, ...apart].filter((noun) => noun !== "" && noun !== COMMIT);
}

import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";

/** A module of the site, as far as it matters to what is said in it. */
export type Module = {
  readonly text: string;
  /** What is here as soon as it is. */
  readonly imports: readonly string[];
  /** What comes later, when it is asked for. */
  readonly brings: readonly string[];
};
export type Site = ReadonlyMap<string, Module>;

const SOURCE = /\.(?:svelte|ts)$/;
const TEST = /\.(?:test|testing)\.ts$|\/service-worker\//;

const STATIC = /^\s*(?:import|export)\s+(?!type\b)[^;"]*?\bfrom\s+"([^"]+)"/gm;
const DYNAMIC = /\bimport\("([^"]+)"\)/g;

/** Whatever is written for nobody to see: an example in a comment is no sentence that is said. */
const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[^]*?\*\//g, "").replaceAll(/<!--[^]*?-->/g, "").replaceAll(/^\s*\/\/.*$/gm, ""); // prettier-ignore

/** The modules under a folder by their paths in it, with what each imports of the others. */
export function siteIn(folder: string): Site {
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
    (name) => SOURCE.test(name) && !TEST.test(`/${name}`),
  );
  const known = new Set(names);
  return new Map(
    names.map((name) => {
      const text = withoutComments(readFileSync(join(folder, name), "utf8"));
      const found = (pattern: RegExp): string[] =>
        [...text.matchAll(pattern)].flatMap(([, from = ""]) => {
          const path = resolved(name, from);
          return path !== undefined && known.has(path) ? [path] : [];
        });
      return [name, { text, imports: found(STATIC), brings: found(DYNAMIC) }];
    }),
  );
}

function resolved(name: string, from: string): string | undefined {
  if (from === "#lib") return "lib/index.ts";
  if (from.startsWith("#lib/")) return `lib/${from.slice(5)}`;
  return from.startsWith(".") ? relative(".", join(dirname(name), from)) : undefined;
}

/** A module and all that is here once it is. */
export function closureOf(site: Site, name: string): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [name];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    waiting.push(...(site.get(next)?.imports ?? []));
  }
  return found;
}

import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { type Room, ROOMS } from "../src/lib/room.ts";
import { SELDOM } from "./together.ts";

export type Language = "ar" | "fr" | "zgh" | "en";
export type Chunk = {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  readonly dynamicImports?: readonly string[];
};
/** Each chunk of the build under its key: the source of an entry, or a name of the bundler's own. */
export type Manifest = Readonly<Record<string, Chunk>>;

const web = new URL("../", import.meta.url);
/** What Kit has built for the browser, before the adapter has copied it. */
export const client = new URL(".svelte-kit/output/client/", web);
const generated = ".svelte-kit/generated/build/client-optimized/";

export const readManifest = (): Manifest =>
  // Vite wrote it a moment ago; its shape is Vite's promise.
  JSON.parse(readFileSync(new URL(".vite/manifest.json", client), "utf8")) as Manifest;

/** The routes of the build, each with the numbers of its nodes: layouts, then the page. */
export function routes(): ReadonlyMap<string, readonly number[]> {
  const app = readFileSync(new URL(`${generated}app.js`, web), "utf8");
  const table = /export const dictionary = (\{[\s\S]*?\});/.exec(app)?.[1] ?? "{}";
  const found = [...table.matchAll(/"([^"]+)": \[~?(\d+)(?:,\[([\d,]*)\])?/g)];
  return new Map(
    found.map(([, route = "", page = "", layouts = ""]) => [
      route,
      [0, 1, ...layouts.split(",").filter(Boolean).map(Number), Number(page)],
    ]),
  );
}
/** The address of a route without its groups, as a room is told by. */
export const pathOf = (route: string): string => route.replaceAll(/\/\([^)]*\)/g, "") || "/";

/** What the site's own start asks for before any page. */
const ALWAYS = /runtime\/client\/(?:entry|payload|client-entry)\.js$|client-optimized\/app\.js$/;
const VOLUMES: Record<Room, string> = {
  lesson: "src/lib/catalogue/",
  learner: "src/lib/catalogue-learner/",
  office: "src/lib/catalogue-office/",
};
/** The fonts that the letters of a language ask for, by their files' first names. */
export const FONTS: Record<Language, readonly string[]> = {
  ar: ["latin", "arabic"],
  fr: ["latin"],
  en: ["latin"],
  zgh: ["latin", "tifinagh"],
};

/** The keys of the site's start and of these nodes. */
export const entriesOf = (manifest: Manifest, nodes: readonly number[]): readonly string[] => [
  ...Object.keys(manifest).filter((key) => ALWAYS.test(key)),
  ...nodes.flatMap((node) => askedFor(manifest, `${generated}nodes/${node}.js`)),
];

/** Kit's file for a page, with the list by which the app finds it, or what stands behind it where the app asks for that itself (`together.ts`). */
function askedFor(manifest: Manifest, node: string): readonly string[] {
  const isAsked = (key: string): boolean => manifest[key]?.dynamicImports?.includes(node) ?? false;
  if (isAsked(`${generated}app.js`)) return [node];
  const list = Object.keys(manifest).find((key) => key.endsWith(SELDOM));
  if (list && isAsked(list)) return [list, node];
  return manifest[node]?.imports ?? [];
}

/** The sentences that a room knows in a language: its own, and those of the rooms before it. */
export function sentencesOf(manifest: Manifest, room: Room, language: Language): readonly string[] {
  const volumes = ROOMS.slice(0, ROOMS.indexOf(room) + 1).map((name) => VOLUMES[name]);
  const found = Object.keys(manifest).filter((key) =>
    volumes.some((volume) => key.endsWith(`${volume}${language}.ts`)),
  );
  if (found.length !== volumes.length) throw new Error("the build lacks sentences");
  return found;
}

/** What Listen says in a language, which comes with the first tap. */
export const spokenOf = (manifest: Manifest, language: Language): readonly string[] =>
  Object.keys(manifest).filter((key) => key.endsWith(`src/lib/catalogue-voice/${language}.ts`));

/** What taking a course from a file says in a language. */
export const takingOf = (manifest: Manifest, language: Language): readonly string[] =>
  Object.keys(manifest).filter((key) => key.endsWith(`src/lib/catalogue-take/${language}.ts`));

/** What parts of the site that come later than a page say in a language, by their areas. */
export const wordsOf = (
  manifest: Manifest,
  language: Language,
  areas: readonly string[],
): readonly string[] =>
  Object.keys(manifest).filter((key) =>
    areas.some((area) => key.endsWith(`src/lib/catalogue-${area}/${language}.ts`)),
  );

/** Every chunk that these lead to by static imports, themselves among them. */
export function reachable(manifest: Manifest, from: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  const visit = (key: string): void => {
    if (found.has(key)) return;
    if (!manifest[key]) throw new Error(`the build has no ${key}`);
    found.add(key);
    for (const next of manifest[key].imports ?? []) visit(next);
  };
  for (const key of from) visit(key);
  return found;
}

export const filesOf = (manifest: Manifest, keys: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...keys].flatMap((key) => manifest[key]?.file ?? []));
export const stylesOf = (manifest: Manifest, keys: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...keys].flatMap((key) => manifest[key]?.css ?? []));

/** Squeezing is slow, and pages and languages share most of what is weighed. */
const squeezed = new Map<string, number>();

/** How many bytes these are on the wire. */
export function brotli(bytes: Uint8Array): number {
  const name = hash("sha256", bytes);
  const length = squeezed.get(name) ?? squeeze(bytes);
  squeezed.set(name, length);
  return length;
}

const squeeze = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

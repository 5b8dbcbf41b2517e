import { readdirSync, readFileSync } from "node:fs";
import { brotliCompressSync, constants } from "node:zlib";
import { type Room, ROOMS, roomOf } from "../src/lib/room.ts";

/** What a first visit to a route fetches by itself, in bytes of brotli, and how many files that is. */
export type Weight = {
  /** Entries, what they import, the pages' own, and the sentences of the room in one language. */
  readonly js: number;
  readonly css: number;
  /** The shell that every page is drawn in. */
  readonly html: number;
  /** The fonts that the letters of the language ask for. */
  readonly fonts: number;
  /** The part of `js` that is sentences. */
  readonly messages: number;
  readonly requests: number;
  /** The chunks themselves: a shared one by its group or name, an entry by its source. */
  readonly chunks: ReadonlySet<string>;
  /** The sources of what those chunks may ask for later. */
  readonly later: ReadonlySet<string>;
};
export type Language = "ar" | "fr" | "zgh" | "en";
type Chunk = {
  readonly file: string;
  readonly name?: string;
  readonly src?: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
  readonly dynamicImports?: readonly string[];
};
type Manifest = Readonly<Record<string, Chunk>>;

const web = new URL("../", import.meta.url);
/** What is served. Its files are those of Kit's own output, where Vite's manifest lies. */
const site = new URL("build/", web);
const manifestFile = new URL(".svelte-kit/output/client/.vite/manifest.json", web);
const generated = ".svelte-kit/generated/build/client-optimized/";

const readManifest = (): Manifest =>
  // Vite wrote it a moment ago; its shape is Vite's promise.
  JSON.parse(readFileSync(manifestFile, "utf8")) as Manifest;

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

/** What the site's own start asks for before any page. */
const ALWAYS = /runtime\/client\/(?:entry|payload|client-entry)\.js$|client-optimized\/app\.js$/;
const VOLUMES: Record<Room, string> = {
  lesson: "src/lib/catalogue/",
  learner: "src/lib/catalogue-learner/",
  office: "src/lib/catalogue-office/",
};
const FONTS: Record<Language, readonly string[]> = {
  ar: ["latin", "arabic"],
  fr: ["latin"],
  en: ["latin"],
  zgh: ["latin", "tifinagh"],
};

/** The weight of a route on a first visit in one language. Nothing of ours loads by itself later: the rest waits for a tap. */
export function weigh(route: string, language: Language = "ar"): Weight {
  const manifest = readManifest();
  const keys = Object.keys(manifest);
  const nodes = routes().get(route);
  if (!nodes) throw new Error(`no such route in the build: ${route}`);
  const room = roomOf(route.replaceAll(/\/\([^)]*\)/g, "") || "/");
  const volumes = ROOMS.slice(0, ROOMS.indexOf(room) + 1).map((name) => VOLUMES[name]);
  const sentences = keys.filter((key) =>
    volumes.some((volume) => key.endsWith(`${volume}${language}.ts`)),
  );
  if (sentences.length !== volumes.length) throw new Error("the build lacks sentences");
  const entries = [
    ...keys.filter((key) => ALWAYS.test(key)),
    ...nodes.map((node) => `${generated}nodes/${node}.js`),
  ];
  const pages = reachable(manifest, entries);
  const all = reachable(manifest, [...entries, ...sentences]);
  const styles = new Set([...all].flatMap((key) => manifest[key]?.css ?? []));
  const files = filesOf(manifest, all);
  const fonts = fontFiles(language);
  return {
    js: sum(files),
    css: sum(styles),
    html: weightOf("200.html"),
    fonts: fonts.reduce((bytes, font) => bytes + readFileSync(font).length, 0),
    messages: sum(files) - sum(filesOf(manifest, pages)),
    requests: 1 + files.size + styles.size + fonts.length,
    chunks: new Set([...all].map((key) => manifest[key]?.src ?? manifest[key]?.name ?? key)),
    later: new Set([...all].flatMap((key) => manifest[key]?.dynamicImports ?? [])),
  };
}

/** Every chunk that these lead to by static imports, themselves among them. */
function reachable(manifest: Manifest, from: readonly string[]): ReadonlySet<string> {
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

const filesOf = (manifest: Manifest, keys: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...keys].flatMap((key) => manifest[key]?.file ?? []));

/** Woff2 is brotli already, so a font weighs what its file weighs. */
function fontFiles(language: Language): readonly URL[] {
  const assets = new URL("_app/immutable/assets/", site);
  const files = readdirSync(assets);
  return FONTS[language].map((name) => {
    const file = files.find((each) => new RegExp(`^${name}\\.[\\w-]+\\.woff2$`).test(each));
    if (!file) throw new Error(`the build has no font ${name}`);
    return new URL(file, assets);
  });
}

/** Squeezing is slow, and most routes share most files. */
const weighed = new Map<string, number>();
const weightOf = (file: string): number => {
  const bytes = weighed.get(file) ?? brotli(readFileSync(new URL(file, site)));
  weighed.set(file, bytes);
  return bytes;
};
const sum = (files: ReadonlySet<string>): number =>
  [...files].reduce((bytes, file) => bytes + weightOf(file), 0);

const brotli = (bytes: Uint8Array): number =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

if (import.meta.main) {
  const kib = (bytes: number): string => (bytes / 1024).toFixed(1).padStart(6);
  console.log("   JS    CSS  fonts   HTML  requests  route (KiB, brotli, first visit in Arabic)");
  for (const route of routes().keys()) {
    const { js, css, fonts, html, requests } = weigh(route);
    console.log(
      `${kib(js)} ${kib(css)} ${kib(fonts)} ${kib(html)} ${String(requests).padStart(5)}     ${route}`,
    );
  }
}

import { readdirSync, readFileSync } from "node:fs";
import { roomOf } from "../src/lib/room.ts";
import {
  brotli,
  entriesOf,
  filesOf,
  FONTS,
  type Language,
  pathOf,
  reachable,
  readManifest,
  routes,
  sentencesOf,
  stylesOf,
} from "./graph.ts";
export { routes } from "./graph.ts";

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

/** What is served. Its files are those of Kit's own output, where Vite's manifest lies. */
const site = new URL("../build/", import.meta.url);

/** The weight of a route on a first visit in one language. Nothing of ours loads by itself later: the rest waits for a tap. */
export function weigh(route: string, language: Language = "ar"): Weight {
  const manifest = readManifest();
  const nodes = routes().get(route);
  if (!nodes) throw new Error(`no such route in the build: ${route}`);
  const sentences = sentencesOf(manifest, roomOf(pathOf(route)), language);
  const entries = entriesOf(manifest, nodes);
  const pages = reachable(manifest, entries);
  const all = reachable(manifest, [...entries, ...sentences]);
  const styles = stylesOf(manifest, all);
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
    later: new Set(
      [...all].flatMap((key) => manifest[key]?.dynamicImports ?? []).filter((key) => !all.has(key)),
    ),
  };
}

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

const weightOf = (file: string): number => brotli(readFileSync(new URL(file, site)));
const sum = (files: ReadonlySet<string>): number =>
  [...files].reduce((bytes, file) => bytes + weightOf(file), 0);

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

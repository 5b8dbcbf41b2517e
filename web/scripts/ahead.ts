import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { LANGUAGES } from "@twiza/contract/where";
import { buildSync } from "esbuild";
import {
  entriesOf,
  filesOf,
  type Manifest,
  reachable,
  readManifest,
  routes,
  sentencesOf,
  stylesOf,
} from "./graph.ts";

const COURSE = "^/learn/crs_\\w+";
/** The pages that a learner comes to from outside, and how many volumes of sentences each wants. */
const PAGES: readonly (readonly [path: string, words: 1 | 2, route: string])[] = [
  [`${COURSE}/les_`, 1, "/(learner)/learn/[courseId]/[lessonId]"],
  [`${COURSE}/quiz$`, 2, "/(learner)/learn/[courseId]/quiz"],
  [`${COURSE}$`, 2, "/(learner)/learn/[courseId]"],
  ["^/learn$", 2, "/(learner)/learn"],
  ["^/courses$", 2, "/(learner)/courses"],
];

/** What every page runs. Named before the boot, it is on its way while that still runs. */
const SCRIPTS = /<link href="[^"]+" rel="modulepreload">\s*/g;
/** The shell is the heaviest file, and has nothing to show before there is something to read: that goes before it on a slow line. */
const SHELL = /(\/nodes\/0\.[^"]+" rel="modulepreload")>/;

/**
 * Writes into the page that is served for every address what asks ahead (`src/boot/ahead.ts`), with the names of the files that the
 * build has just made, and lets the page's policy know it.
 * @throws Error when the page does not name the shell as it did
 */
export function writeAhead(file: string): void {
  const html = readFileSync(file, "utf8");
  const script = compiled(tableFor(readManifest(), html));
  const hash = `'sha256-${createHash("sha256").update(script).digest("base64")}'`;
  const named = (html.match(SCRIPTS) ?? []).join("").replace(SHELL, `$1 fetchpriority="low">`);
  if (!named.includes("fetchpriority"))
    throw new Error("The page no longer names the shell: review web/scripts/ahead.ts.");
  writeFileSync(
    file,
    html
      .replace(SCRIPTS, "")
      .replace("<script>", () => `${named.trim()}\n    <script>`)
      .replace("</script>", () => `</script><script>${script}</script>`)
      .replace("script-src 'self'", () => `script-src 'self' ${hash}`),
  );
}

function tableFor(manifest: Manifest, html: string) {
  const own = (file: string): string => file.replace("_app/immutable/", "");
  const filesFor = (route: string): readonly string[] => {
    const keys = reachable(manifest, entriesOf(manifest, routes().get(route) ?? []));
    const all = [...filesOf(manifest, keys), ...stylesOf(manifest, keys)];
    return all.filter((one) => !html.includes(one)).map(own);
  };
  const wordsIn = (language: (typeof LANGUAGES)[number]): readonly string[] => {
    const [lesson = ""] = sentencesOf(manifest, "lesson", language);
    const others = sentencesOf(manifest, "learner", language).filter((key) => key !== lesson);
    return [lesson, ...others].map((key) => own(manifest[key]?.file ?? ""));
  };
  return {
    words: Object.fromEntries(LANGUAGES.map((language) => [language, wordsIn(language)])),
    pages: PAGES.map(([path, words, route]) => [path, words, filesFor(route)]),
  };
}

function compiled(table: object): string {
  const built = buildSync({
    entryPoints: [new URL("../src/boot/ahead.ts", import.meta.url).pathname],
    bundle: true,
    minify: true,
    format: "iife",
    target: "es2020",
    define: { AHEAD: JSON.stringify(table) },
    write: false,
  });
  return (built.outputFiles[0]?.text ?? "").trim();
}

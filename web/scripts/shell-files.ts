import { existsSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";
import { roomOf } from "../src/lib/room.ts";
import type { ShellFiles } from "../src/service-worker/shell-files.ts";
import {
  brotli,
  client,
  entriesOf,
  filesOf,
  FONTS,
  type Language,
  type Manifest,
  pathOf,
  reachable,
  readManifest,
  routes,
  sentencesOf,
  spokenOf,
  takingOf,
  stylesOf,
  wordsOf,
} from "./graph.ts";

const LESSON = "/(learner)/learn/[courseId]/[lessonId]";
/**
 * Pages without scripts. The welcome is for whoever is new, and leads whoever is known on to her own: without network the page that
 * says so does the same.
 */
const WRITTEN = ["/", "/offline"];
/** What asks the server before it shows anything: without network a page says so. */
const ONLY_WITH_NETWORK = ["/ticket", "/card", "/handbook/[courseId]"];
/** Nothing for a learner: whoever uses it has its files kept by the page itself (`lib/observe/stay.ts`). */
const OBSERVER = "/observe";
/** For whoever holds somebody else's certificate: its files are kept by the page itself (`lib/check/stay.ts`). */
const CHECK = "/check";
/** Of few courses: whoever takes one that asks for work has its files kept by that course's pages (`lib/work/stay.ts`). */
const WORK = "/(work)/courses/[courseId]/work/[assignmentId]";
/**
 * What stays on the phone once it was used, and weighs on nobody else: downloading courses and handing them on, carrying for
 * others, enrolling, installing, reading in another language, drawing a certificate to be shared, adding a person, what the server says of a test, what asks it in Me, what
 * people judged, what she has shown that she can do, and what shows blocks and questions that few lessons hold; that last
 * lies also on every phone that keeps a course.
 */
const ONCE_USED =
  /lib\/(?:packs\/(?:Download|MyDownloads|downloads|HandOn)\b|blocks\/More\b|answers\/bring\b|judged\/bring\b|learner\/(?:ReadingChoice|card)\b|catalogue-(?:answers|blocks|carry|downloads|enrol|install|mine|outcome|passport|seen|ways-in)\/|carry\/(?:bring|ready)\b|learner\/bring-(?:enrol|install)\b|profiles\/bring-add\b|passport\/bring\b)|me\/mine\.ts$|quiz\/outcome\.ts$/;
/** For browsers that prove no signatures themselves, and for no other. */
const PROOF = "client/src/ed25519.ts";
/**
 * What a page or a language asks for is no part of another's; a card and the paper of a certificate are made by the server, so that nobody needs theirs before;
 * the list of pages that learners seldom see leads to what needs the network; the guide of those who write courses is nothing for a learner;
 * what work is handed in with is kept by itself; erasing somebody, or hearing of it, asks the server; and Kit's page of last resort is for when even an error cannot be shown.
 */
const BY_CHOICE =
  /error-template\.js$|twiza:seldom$|\/nodes\/\d+\.js$|lib\/catalogue[-\w]*\/\w+\.ts$|(?:ways-in\/CardPaper|tour\/come-ask|paper\/bring)\.(?:svelte|ts)$|lib\/(?:work|erase)\//;

/** Read from the build's own graph: who asks for what is never guessed. */
export function shellFiles(): ShellFiles {
  const manifest = readManifest();
  const all = routes();
  const nodesOf = (...wanted: readonly string[]) => wanted.flatMap((route) => all.get(route) ?? []);
  const learner = [...all.keys()].filter(
    (route) =>
      roomOf(pathOf(route)) !== "office" &&
      ![...WRITTEN, ...ONLY_WITH_NETWORK, OBSERVER, CHECK, WORK].includes(route),
  );
  const lesson = reachable(manifest, entriesOf(manifest, nodesOf(LESSON)));
  const pages = withLater(manifest, entriesOf(manifest, nodesOf(...learner)));
  const core = [...addressesOf(manifest, lesson), "/200.html"];
  const rest = [
    ...addressesOf(manifest, pages),
    ...stylesAt(manifest, nodesOf("/offline")),
    "/offline.html",
  ].filter((address) => !core.includes(address));
  const sentences = byLanguage((language) =>
    addressesOf(
      manifest,
      reachable(manifest, [
        ...sentencesOf(manifest, "learner", language),
        ...spokenOf(manifest, language),
        ...takingOf(manifest, language),
      ]),
    ).filter((address) => !core.includes(address) && !rest.includes(address)),
  );
  const later = Object.keys(manifest).filter((key) => ONCE_USED.test(key));
  const rarer = Object.keys(manifest).filter((key) =>
    /lib\/(?:blocks\/More|answers\/bring)\b/.test(key),
  );
  const courses = byLanguage((language) =>
    addressesOf(
      manifest,
      withLater(manifest, [...rarer, ...wordsOf(manifest, language, ["answers", "blocks"])]),
    ).filter((address) => !core.includes(address) && !rest.includes(address)),
  );
  const used = addressesOf(manifest, withLater(manifest, later)).filter(
    (address) => !core.includes(address) && !rest.includes(address),
  );
  const proof = addressesOf(
    manifest,
    new Set(Object.keys(manifest).filter((key) => key.endsWith(PROOF))),
  );
  const fonts = byLanguage((language) => fontsOf(manifest, language));
  const shared = weightOf([...core, ...rest]);
  return {
    pages: [...new Set([...learner, OBSERVER].map((route) => pathOf(route).split("/")[1] ?? ""))],
    core: [...new Set(core)],
    rest: [...new Set(rest)],
    used: [...new Set(used)],
    courses,
    proof,
    sentences,
    fonts,
    bytes: byLanguage(
      (language) => shared + weightOf([...sentences[language], ...fonts[language]]),
    ),
  };
}

const byLanguage = <T>(make: (language: Language) => T): Record<Language, T> => ({
  ar: make("ar"),
  fr: make("fr"),
  zgh: make("zgh"),
  en: make("en"),
});

/** These, what they import, and what they ask for at a tap. */
function withLater(manifest: Manifest, from: readonly string[]): ReadonlySet<string> {
  const now = reachable(manifest, from);
  const later = [...now]
    .flatMap((key) => manifest[key]?.dynamicImports ?? [])
    .filter(
      (key) =>
        !BY_CHOICE.test(key) && !ONCE_USED.test(key) && !key.endsWith(PROOF) && !now.has(key),
    );
  return later.length === 0 ? now : withLater(manifest, [...now, ...later]);
}

const rooted = (file: string): string => `/${file}`;
const addressesOf = (manifest: Manifest, keys: ReadonlySet<string>): readonly string[] =>
  [...filesOf(manifest, keys), ...stylesOf(manifest, keys)].map(rooted);

/** A page without scripts needs only the styles of its nodes. */
const stylesAt = (manifest: Manifest, nodes: readonly number[]): readonly string[] => {
  const keys = nodes.map((node) => entriesOf(manifest, [node]).at(-1) ?? "");
  return [...stylesOf(manifest, reachable(manifest, keys))].map(rooted);
};

function fontsOf(manifest: Manifest, language: Language): readonly string[] {
  const files = Object.values(manifest).flatMap(({ assets = [] }) => assets);
  return FONTS[language].map((name) => {
    const file = files.find((each) => each.includes(`/assets/${name}.`));
    if (!file) throw new Error(`the build has no font ${name}`);
    return rooted(file);
  });
}

/** Pages are left out: the adapter writes them later, and they are small. Woff2 is brotli already. */
function weightOf(addresses: readonly string[]): number {
  const files = addresses.map((address) => new URL(`.${address}`, client));
  return files
    .filter((file) => /\.\w+$/.test(file.pathname) && existsSync(file))
    .map((file) => ({ file, bytes: readFileSync(file) }))
    .reduce(
      (sum, { file, bytes }) =>
        sum + (file.pathname.endsWith(".woff2") ? bytes.length : brotli(bytes)),
      0,
    );
}

const NAME = "virtual:shell-files";

/**
 * Tells the service worker which version it is of, and which files are the learner's. Kit builds it after the client, so that the
 * graph is there; its own `$app/env` knows no version there.
 */
export const shell = (version: string): Plugin => ({
  name: "twiza-shell-files",
  applyToEnvironment: ({ name }) => name === "serviceWorker",
  resolveId: (id) => (id === NAME ? `\0${NAME}` : undefined),
  load(id) {
    if (id !== `\0${NAME}`) return undefined;
    return `export const version = "${version}"; export const files = ${JSON.stringify(shellFiles())};`;
  },
});

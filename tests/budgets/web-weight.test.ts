import { describe, expect, it } from "vitest";
import { readFileSync } from "node:fs";
import {
  brotli,
  client,
  entriesOf,
  filesOf,
  reachable,
  readManifest,
  sentencesOf,
  stylesOf,
} from "../../web/scripts/graph.ts";
import { routes, weigh, type Weight } from "../../web/scripts/weigh.ts";

const KIB = 1024;
const LESSON = "/(learner)/learn/[courseId]/[lessonId]";
const office = [...routes().keys()].filter((route) => route.startsWith("/(office)/"));
const learner = [...routes().keys()].filter((route) => route.startsWith("/(learner)/"));

/** All that a phone fetches before it asks the API for anything. */
const page = ({ html, css, js, fonts }: Weight): number => html + css + js + fonts;
/** The chunk of all that lies in `lib/office`, and the office's sentences. */
const isOffice = (chunk: string): boolean =>
  chunk === "office" || chunk.includes("lib/catalogue-office/");

describe("the first visit to a lesson", () => {
  describe.each([
    { language: "ar", fonts: 34, whole: 100 },
    { language: "fr", fonts: 16, whole: 80 },
    { language: "en", fonts: 16, whole: 80 },
    { language: "zgh", fonts: 26, whole: 90 },
  ] as const)("in $language", ({ language, fonts, whole }) => {
    const weight = weigh(LESSON, language);

    it("fetches at most 44 KiB of JavaScript, which with headers is 45", () => {
      expect(weight.js).toBeLessThanOrEqual(44 * KIB);
    });

    it("fetches at most 2 KiB of sentences, those of one language", () => {
      expect(weight.messages).toBeGreaterThan(0);
      expect(weight.messages).toBeLessThanOrEqual(2 * KIB);
    });

    it("fetches at most 8 KiB of styles and 10 KiB of markup", () => {
      expect(weight.css).toBeLessThanOrEqual(8 * KIB);
      expect(weight.html).toBeLessThanOrEqual(10 * KIB);
    });

    it(`fetches at most ${fonts} KiB of fonts, those of its letters`, () => {
      expect(weight.fonts).toBeLessThanOrEqual(fonts * KIB);
    });

    it(`weighs at most ${whole} KiB without its pictures and voices`, () => {
      expect(page(weight)).toBeLessThanOrEqual(whole * KIB);
    });

    it("takes at most 10 files before it asks for the lesson", () => {
      expect(weight.requests).toBeLessThanOrEqual(10);
    });
  });

  it("leaves for later only other pages and the list of those that learners seldom see, other sentences, the language sheet, blocks and questions that few lessons hold, what speaks, what sends, what goes wrong, what hears of an erasure, and the page of last resort", () => {
    const known =
      /\/nodes\/\d+\.js$|twiza:seldom$|lib\/catalogue[-\w]*\/\w+\.ts$|(?:LanguageSheet|Toasts|Troubles|blocks\/More)\.svelte$|answers\/bring\.ts$|voice\/engine\.svelte\.ts$|learner\/(?:sending|handed)\.ts$|erase\/heard\.ts$|client\/src\/(?:memory|phone-full|refresh)\.ts$|error-template\.js$/;
    const others = [...weigh(LESSON).later].filter((chunk) => !known.test(chunk));
    expect(others).toEqual([]);
  });
});

describe("questions that few lessons ask", () => {
  const manifest = readManifest();
  const keysOf = (sources: RegExp) => Object.keys(manifest).filter((key) => sources.test(key));

  it.each(["ar", "fr", "zgh", "en"])(
    "bring at most 12 KiB to a lesson in %s: what shows and marks each kind, its styles and its sentences",
    (language) => {
      const lesson = reachable(manifest, entriesOf(manifest, routes().get(LESSON) ?? []));
      const sources = new RegExp(`lib/(?:answers/bring|catalogue-answers/${language})\\.ts$`);
      const more = [...reachable(manifest, keysOf(sources))].filter((key) => !lesson.has(key));
      expect(more.length).toBeGreaterThanOrEqual(3);
      const files = [...filesOf(manifest, new Set(more)), ...stylesOf(manifest, new Set(more))];
      const bytes = files.map((file) => brotli(readFileSync(new URL(file, client))));
      expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(12 * KIB);
      expect(more.filter((key) => /office|studio|learner/.test(manifest[key]?.name ?? ""))).toEqual([]); // prettier-ignore
    },
  );
});

describe("the studio", () => {
  const LESSON_DESK = "/(office)/office/courses/[courseId]/lessons/[lessonId]";
  const manifest = readManifest();
  const keyOf = (source: string): string =>
    Object.keys(manifest).find((key) => key.endsWith(source)) ?? "";
  const isStudio = (key: string): boolean =>
    /lib\/(?:studio|catalogue-(?:studio|exchange|quality|talk))\/|packages\/exchange\//.test(key);

  it("opens a lesson with at most 180 KiB of JavaScript, with the editor and its words", () => {
    const all = reachable(manifest, [
      ...entriesOf(manifest, routes().get(LESSON_DESK) ?? []),
      ...sentencesOf(manifest, "office", "ar"),
      keyOf("lib/studio/LessonDesk.svelte"),
      keyOf("lib/catalogue-studio/ar.ts"),
    ]);
    const bytes = [...filesOf(manifest, all)].map((file) =>
      brotli(readFileSync(new URL(file, client))),
    );
    expect(bytes.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(180 * KIB);
  });

  it.each(learner)("is neither fetched nor asked for later by %s", (route) => {
    const { chunks, later } = weigh(route);
    expect([...chunks, ...later].filter(isStudio)).toEqual([]);
  });
});

describe("the office", () => {
  it.each(office)("opens %s with at most 150 KiB of JavaScript", (route) => {
    expect(weigh(route).js).toBeLessThanOrEqual(150 * KIB);
  });

  it("has chunks of its own, which every page of it fetches", () => {
    for (const route of office) expect([...weigh(route).chunks].some(isOffice)).toBe(true);
  });

  it.each(learner)("is not paid for by who opens %s", (route) => {
    expect([...weigh(route).chunks].filter(isOffice)).toEqual([]);
  });
});

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  type Block,
  isLanguage,
  type Language,
  LANGUAGES,
  type LessonBody,
  Manifest,
  Quiz,
} from "@twiza/contract";
import { MARKED_KINDS } from "@twiza/contract/marking";
import { placesOf } from "@twiza/core";
import { describe, expect, it } from "vitest";
import { buildCourse } from "./build.ts";
import { courseIdOf, readCourse } from "./course.ts";
import { wordsOfItem, wordsOfLesson } from "./spoken-words.ts";
import { hashOf, stableId } from "./stable-id.ts";
import { SPEAKERS, takeOf } from "./take.ts";

const COURSES = join(import.meta.dirname, "../courses");
const SPOKEN: unknown = JSON.parse(
  readFileSync(join(import.meta.dirname, "../voice/spoken.json"), "utf8"),
);
const WHOLE: readonly Language[] = ["fr", "ar", "en"];
const KIB = 1024;

const lettersOf = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, "");
const keysOf = (body: LessonBody | undefined) => body?.blocks.map(({ key, kind }) => [key, kind]);
const isKind =
  <K extends Block["kind"]>(kind: K) =>
  (block: Block): block is Extract<Block, { kind: K }> =>
    block.kind === kind;
const picturesOf = ({ blocks }: LessonBody) => blocks.filter(isKind("picture"));

describe.each(readdirSync(COURSES))("the course %s", (slug) => {
  const source = readCourse(join(COURSES, slug));
  const lessons = source.modules.flatMap((module) => module.lessons);
  const bodies = lessons.flatMap((lesson) => [...lesson.bodies.values()]);

  it("has five lessons or more of six blocks or more, and a bank of forty items or more of nine kinds, of which a sitting has twelve", () => {
    expect(lessons.length).toBeGreaterThanOrEqual(5);
    for (const { blocks } of bodies) expect(blocks.length).toBeGreaterThanOrEqual(6);
    expect(source.items.length).toBeGreaterThanOrEqual(40);
    expect(new Set(source.items.map(({ question }) => question)).size).toBe(MARKED_KINDS.length);
    expect(source.draw).toBe(12);
    expect(source.slug).toBe(slug);
  });

  it("asks at least twice about each competency that it names, and nearly every item shows one", () => {
    const named = source.items.flatMap(({ competencies = [] }) => competencies);
    const counts = [...new Set(named)].map((id) => named.filter((each) => each === id).length);
    expect(counts.length).toBeGreaterThanOrEqual(3);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    const shows = source.items.filter(({ competencies }) => competencies !== undefined);
    expect(shows.length).toBeGreaterThanOrEqual(source.items.length - 2);
  });

  it("is whole in French, Arabic and English, block by block and item by item", () => {
    for (const lesson of lessons)
      for (const language of WHOLE)
        expect(keysOf(lesson.bodies.get(language))).toEqual(keysOf(lesson.bodies.get("fr")));
    for (const { prompt, options } of source.items)
      for (const language of WHOLE)
        for (const text of [
          prompt,
          ...options.flatMap((option) => [option.text, option.pair ?? prompt]),
        ])
          expect(text[language]).toBeTruthy();
  });

  it("is begun in Tamazight: a whole lesson, and titles everywhere", () => {
    const written = lessons.filter((lesson) => lesson.bodies.has("zgh"));
    expect(written.length).toBeGreaterThanOrEqual(1);
    for (const lesson of written)
      expect(keysOf(lesson.bodies.get("zgh"))).toEqual(keysOf(lesson.bodies.get("fr")));
    const titles = [source, ...source.modules, ...lessons].map(({ title }) => title.zgh);
    for (const title of [...titles, source.summary.zgh, source.quizTitle.zgh])
      expect(title).toMatch(/^[\p{Script=Tifinagh}\p{P}\p{Zs}\d]+$/u);
  });

  it("is written in the letters of its languages", () => {
    const letters = {
      ar: /\p{Script=Arabic}/gu,
      zgh: /\p{Script=Tifinagh}/gu,
      fr: /\p{Script=Latin}/gu,
      en: /\p{Script=Latin}/gu,
    };
    for (const { language, title, blocks } of bodies) {
      const words = [
        title,
        ...blocks.filter(isKind("audio")).map(({ transcript }) => transcript),
      ].join(" ");
      const all = words.match(/\p{L}/gu)?.length ?? 0;
      expect((words.match(letters[language as Language])?.length ?? 0) / all).toBeGreaterThan(0.97);
    }
  });

  it("is light on a phone: 25 KiB a picture, 60 KiB a lesson without its voice", () => {
    const built = buildCourse(source, courseIdOf(source));
    for (const { media } of bodies.flatMap(picturesOf)) expect(media.bytes).toBeLessThan(25 * KIB);
    for (const lesson of built.manifest.modules.flatMap((module) => module.lessons))
      for (const language of LANGUAGES) {
        const body = lessons.find(({ id }) => id === lesson.id)?.bodies.get(language);
        const pictures = body
          ? picturesOf(body).reduce((sum, { media }) => sum + media.bytes, 0)
          : 0;
        expect((lesson.bodies[language]?.bytes ?? 0) + pictures).toBeLessThan(60 * KIB);
      }
  });

  it("shows a picture in every lesson and says what is on it", () => {
    for (const body of bodies) {
      expect(picturesOf(body).length).toBeGreaterThanOrEqual(1);
      for (const { alt } of picturesOf(body)) expect(alt.length).toBeGreaterThan(10);
    }
  });

  it("can be listened to in every language that has a voice, and the voice says what stands there", () => {
    for (const { key, bodies: translations } of lessons)
      for (const [language, { blocks }] of translations)
        for (const { media, seconds, transcript } of blocks.filter(isKind("audio"))) {
          const settings = SPEAKERS[language];
          if (settings) expect(media).toBeDefined();
          if (!settings || !media) continue;
          expect(media.bytes).toBeLessThan(120 * KIB);
          expect(seconds).toBeGreaterThan(5);
          expect(seconds).toBeLessThan(60);
          const name = `${slug}/media/${key}.${language}.ogg`;
          const spoken = hashOf(readFileSync(join(COURSES, name))) === media.hash;
          if (spoken) expect(SPOKEN).toHaveProperty([name], takeOf(settings, transcript));
        }
  });

  it("says in each recording of a place, sentence by sentence, what stands there", () => {
    for (const { key, bodies: translations, voices } of lessons)
      for (const [language, parts] of voices)
        for (const [place, { text, seconds, cues = [] }] of parts) {
          const body = isLanguage(language) ? translations.get(language) : undefined;
          expect(text).toBe(body && wordsOfLesson(body).get(place));
          const file = `${slug}/voice/${key}/${language}/${place.replaceAll("/", ".")}.ogg`;
          const settings = isLanguage(language) ? SPEAKERS[language] : undefined;
          if (settings) expect(SPOKEN).toHaveProperty([file], takeOf(settings, text));
          expect(cues.at(-1)?.until).toBe(seconds);
          const spoken = cues.map(({ from, to }) => text.slice(from, to)).join(" ");
          expect(lettersOf(spoken)).toBe(lettersOf(text));
        }
  });

  it("is what the contract asks of a course", () => {
    const { manifest, quiz } = buildCourse(source, courseIdOf(source));
    expect(Manifest.parse(manifest)).toEqual(manifest);
    expect(Quiz.parse(quiz)).toEqual(quiz);
    expect(manifest.quiz.itemCount).toBe(quiz.items.length);
    expect(manifest.legalReview).toBe(source.reviewRequired);
  });

  it("says in a note, in every lesson on the law, that the institution reviews it", () => {
    const notes = bodies.map(({ blocks }) =>
      blocks.filter(isKind("callout")).some(({ tone }) => tone === "note"),
    );
    expect(source.reviewRequired).toBe(slug === "create-and-govern-a-cooperative");
    if (source.reviewRequired) expect(notes).not.toContain(false);
  });
});

describe("the samples that are spoken whole", () => {
  const slug = "create-and-govern-a-cooperative";
  const source = readCourse(join(COURSES, slug));
  const [lesson] = source.modules.flatMap((module) => module.lessons);

  it.each(["ar", "fr", "en"] as const)(
    "are a first lesson in %s, every place of it",
    (language) => {
      const body = lesson?.bodies.get(language);
      const own = body?.blocks.filter(isKind("audio")).map(({ key }) => key) ?? [];
      const places = body ? placesOf(body).filter((place) => !own.includes(place)) : [];
      expect(places.length).toBeGreaterThan(20);
      expect([...(lesson?.voices.get(language)?.keys() ?? [])].sort()).toEqual([...places].sort());
    },
  );

  it.each(["fr", "ar"] as const)("and three items of the quiz in %s", (language) => {
    for (const key of ["q1", "q2", "q3"]) {
      const item = source.items.find(({ id }) => id === stableId("item", `${slug}/${key}`));
      const places = item && [...wordsOfItem(item, language).keys()];
      expect(Object.keys(item?.voices?.[language] ?? {}).sort()).toEqual(places?.sort());
    }
  });

  it("are in no language that no machine speaks: those wait for people", () => {
    for (const { voices } of source.modules.flatMap((module) => module.lessons))
      for (const language of voices.keys()) expect(["ar", "fr", "en"]).toContain(language);
  });
});

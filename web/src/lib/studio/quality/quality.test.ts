import { type Draft, DraftOutline, type Finding, LessonId, Media, ModuleId } from "@twiza/contract"; // prettier-ignore
import { describe, expect, it } from "vitest";
import type { LessonView } from "../lesson-view.ts";
import { courseId, lessonId, lessonOf, paragraph, textBlock } from "../studio.testing.ts";
import { findingsOfOutline, languagesOf, listed } from "./listed.ts";
import { lookOf, remarksNow, weightNow } from "./now.ts";
import { offlineLook } from "./offline.ts";

const other = LessonId.parse(`les_${"2".repeat(32)}`);
const moduleId = (digit: string) => ModuleId.parse(`mod_${digit.repeat(32)}`);
const none = { done: 0, outdated: 0, missing: 2 };
const line = (id: LessonId, arabic: number): Draft["lessons"][number] => ({
  id,
  title: { fr: "Peser" },
  minutes: 5,
  changedAt: "2026-03-01T08:00:00.000Z",
  blockCount: 1,
  standing: {
    ar: { done: arabic, outdated: 0, missing: 2 - arabic },
    fr: { done: 2, outdated: 0, missing: 0 },
    zgh: none,
    en: none,
  },
});
const draft: Draft = {
  outline: DraftOutline.parse({
    courseId,
    modules: [
      { id: moduleId("1"), title: { fr: "Un" }, lessonIds: [lessonId] },
      { id: moduleId("2"), title: {}, lessonIds: [other] },
      { id: moduleId("3"), title: {}, lessonIds: [] },
    ],
    bin: [],
    changedAt: "2026-03-01T08:00:00.000Z",
  }),
  sourceLanguage: "fr",
  lessons: [line(lessonId, 1), line(other, 0)],
  mayEdit: true,
};

describe("what was found is listed", () => {
  const found = (over: Partial<Finding>): Finding => ({
    code: "long_sentence",
    blocks: false,
    ...over,
  });
  const findings = [
    found({ lessonId, language: "fr", key: "a" }),
    found({ lessonId: other, language: "ar", code: "untranslated" }),
    found({ lessonId, language: "en", code: "untranslated" }),
    found({ code: "none_right", item: 2, blocks: true }),
    found({ lessonId, language: "fr", code: "empty", blocks: true }),
  ]; // prettier-ignore

  it("what blocks first, then by lesson, without languages that the course has no word in", () => {
    const [errors, warnings] = listed(findings, { draft });
    expect(errors?.groups.map(({ key }) => key)).toEqual(["test", lessonId]);
    expect(warnings?.groups.map(({ key }) => key)).toEqual([lessonId, other]);
    expect([errors?.count, warnings?.count]).toEqual([2, 2]);
    expect(languagesOf(draft)).toEqual(["ar", "fr"]);
  });

  it("in one language, with what belongs to none", () => {
    const counts = listed(findings, { draft, language: "ar" }).map(({ count }) => count);
    expect(counts).toEqual([1, 1]);
  });

  it("an added language counts as soon as a lesson says something in it", () => {
    const course = { ...draft, otherLanguages: [{ language: "wo", name: "Wolof" }] };
    expect(languagesOf(course)).toEqual(["ar", "fr"]);
    const [first, ...rest] = course.lessons;
    const said = { ...first?.standing, wo: { done: 1, outdated: 0, missing: 1 } };
    const begun = { ...line(lessonId, 1), standing: said };
    expect(languagesOf({ ...course, lessons: [begun, ...rest] })).toEqual(["ar", "fr", "wo"]);
  });

  it("modules without lessons or without a title are among it", () => {
    expect(findingsOfOutline(draft)).toEqual([
      { moduleId: moduleId("2"), code: "no_title", language: "fr", blocks: true },
      { moduleId: moduleId("3"), code: "no_lesson", blocks: false },
    ]);
  });
});

const media = (digit: string, bytes: number, type = "image/webp") =>
  Media.parse({ hash: digit.repeat(64), type, bytes });
const picture = { kind: "picture" as const, alt: "Une balance", media: media("a", 5000) };
const audio = { kind: "audio" as const, seconds: 3, transcript: "Un", media: media("b", 70_000, "audio/ogg") }; // prettier-ignore
const view = (texts: Record<string, object>): LessonView =>
  ({
    lesson: lessonOf("p", "s"),
    words: { fr: { courseId, lessonId, language: "fr", texts, seconds: [] } },
  }) as unknown as LessonView; // prettier-ignore
const said = (block: object) => ({ rev: 1, block });
const whole = view({
  title: said({ kind: "title", text: "Le prix" }),
  p: said({ ...picture, caption: " " }),
  s: said(audio),
});

describe("a lesson at this moment", () => {
  it("weighs its text as composing writes it, its pictures, and its sound apart", () => {
    const body = { format: 1, lessonId, language: "fr", title: "Le prix", blocks: [{ ...picture, key: "p" }, { ...audio, key: "s" }] }; // prettier-ignore
    const text = new TextEncoder().encode(JSON.stringify(body)).length;
    const tongues = { language: "fr", source: "fr" } as const;
    expect(weightNow(whole, tongues, [])).toEqual({ silent: text + 5000, whole: text + 75_000 });
  });

  it("weighs in a language that it lacks what her phone would fetch instead, and shows the source", () => {
    const french = weightNow(whole, { language: "fr", source: "fr" }, []);
    const tongues = { language: "ar", source: "fr" } as const;
    expect(weightNow(whole, tongues, [])).toEqual(french);
    const { isPartial, title, blocks } = lookOf(whole, tongues);
    expect([isPartial, title, blocks.length]).toEqual([true, "Le prix", 2]);
  });

  it("weighs in an added language what is on the desk in it", () => {
    const texts = {
      title: said({ kind: "title", text: "Njëg" }),
      p: said(picture),
      s: said(audio),
    };
    const wolof = { courseId, lessonId, language: "wo", texts, seconds: [] };
    const both = { ...whole, words: { ...whole.words, wo: wolof } } as unknown as LessonView;
    const body = { format: 1, lessonId, language: "wo", title: "Njëg", blocks: [{ ...picture, key: "p" }, { ...audio, key: "s" }] }; // prettier-ignore
    const text = new TextEncoder().encode(JSON.stringify(body)).length;
    expect(weightNow(both, { language: "wo", source: "fr" }, []).silent).toBe(text + 5000);
  });

  it("is told what could be better in it before anything is kept, in the language that is looked at", () => {
    const long = view({ p: said(textBlock("Je note. ".repeat(40))) });
    const about = { draft, host: "twiza.example" };
    expect(remarksNow(long, "fr", about)).toMatchObject([{ key: "p", code: "long_paragraph", figure: 80 }]); // prettier-ignore
    expect(remarksNow(long, "ar", about)).toEqual([]);
  });

  it("without network and sound has the words of what is heard, and tells of links that lead away", () => {
    const link = { ...textBlock("x"), key: "l", kind: "text" as const, doc: paragraph("x") };
    const away = structuredClone(link);
    const [first] = away.doc.content;
    if (first?.type === "paragraph")
      first.content = [
        { type: "text", text: "là", marks: [{ type: "link", attrs: { href: "https://odco.gov.ma" } }] },
      ]; // prettier-ignore
    const blocks = [{ ...audio, key: "s" }, away];
    const silent = offlineLook(blocks, true);
    expect(silent.links).toBe(1);
    expect(silent.blocks[0]).toEqual({ kind: "audio", key: "s", seconds: 3, transcript: "Un" });
    expect(offlineLook(blocks, false).blocks).toEqual(blocks);
    expect(offlineLook([link], true).links).toBe(0);
  });
});

import { CourseId, Hash, LessonBody, LessonId, PackIndex, VoiceSheet } from "@twiza/contract";
import { expect, it } from "vitest";
import { mediaBytesOf, packIndexOf, type WholeLesson } from "./pack.ts";

const hash = (digit: string): Hash => Hash.parse(digit.repeat(64));
const lessonId = (digit: string): LessonId => LessonId.parse(`les_${digit.repeat(32)}`);
const doc = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Sel" }] }] }; // prettier-ignore
const picture = { kind: "picture", key: "scale", alt: "x", media: { hash: hash("a"), type: "image/webp", bytes: 900 } }; // prettier-ignore
const audio = (digit: string) => ({ kind: "audio", key: "listen", seconds: 3, transcript: "x", media: { hash: hash(digit), type: "audio/ogg", bytes: 5000 } }); // prettier-ignore
const question = { kind: "question", key: "try", question: "choice", prompt: doc, options: [{ id: "a", text: "x", right: true }] }; // prettier-ignore

const body = (id: string, language: string, digit: string, ...blocks: object[]) => ({
  ...LessonBody.parse({ format: 1, lessonId: lessonId(id), language, title: "x", blocks }),
  hash: hash(digit),
  bytes: 700,
});
const sheet = (id: string, language: string, digit: string, voice: string) => ({
  ...VoiceSheet.parse({ format: 1, lessonId: lessonId(id), language, parts: { title: { media: { hash: hash(voice), type: "audio/ogg", bytes: 4000 }, seconds: 2, text: "x" } } }), // prettier-ignore
  hash: hash(digit),
  bytes: 300,
});
const whole = (id: string, rest: Omit<WholeLesson, "lesson">): WholeLesson => ({
  // Only its id is looked at.
  lesson: { id: lessonId(id) } as WholeLesson["lesson"],
  ...rest,
});

const manifest = {
  courseId: CourseId.parse(`crs_${"c".repeat(32)}`),
  hash: hash("f"),
  bytes: 4000,
};
const lessons = [
  whole("1", {
    bodies: [
      body("1", "fr", "1", picture, audio("b"), question),
      body("1", "ar", "2", picture, audio("c"), question),
    ],
    sheets: [sheet("1", "shi", "d", "e")],
  }),
  whole("2", { bodies: [body("2", "fr", "3", picture)], sheets: [] }),
];

it("what several pictures show and what is handed out lies in the pack too, and weighs", () => {
  const file = { kind: "file", key: "sheet", title: "x", media: { hash: hash("5"), type: "application/pdf", bytes: 7000 } }; // prettier-ignore
  const shown = (digit: string) => ({ id: `p${digit}`, alt: "x", media: { hash: hash(digit), type: "image/webp", bytes: 100 } }); // prettier-ignore
  const gallery = { kind: "gallery", key: "stall", view: "row", pictures: [shown("6"), shown("7")] }; // prettier-ignore
  const written = body("1", "fr", "1", file, gallery);
  const { files } = PackIndex.parse(packIndexOf(manifest, [whole("1", { bodies: [written], sheets: [] })])); // prettier-ignore
  expect(files.map(({ hash: name, kind }) => `${name[0] ?? ""} ${kind}`)).toEqual([
    "1 lesson",
    "5 file",
    "6 picture",
    "7 picture",
  ]);
  expect(mediaBytesOf(written)).toBe(7200);
});

it("a pack lists every file of a version once, with the lessons and languages that want it", () => {
  const index = PackIndex.parse(packIndexOf(manifest, lessons));
  const rows = index.files.map(({ hash: name, kind, lessonIds, languages, spoken }) =>
    [name[0], kind, lessonIds.length, languages.join(), spoken.join()].join(" ").trim(),
  );
  expect(rows).toEqual([
    "1 lesson 1 fr",
    "a picture 2 fr,ar",
    "b audio 1 fr",
    "2 lesson 1 ar",
    "c audio 1 ar",
    "d sheet 1  shi",
    "e voice 1  shi",
    "3 lesson 1 fr",
  ]);
});

it("the same version gives the same list, byte for byte", () => {
  expect(JSON.stringify(packIndexOf(manifest, lessons))).toBe(
    JSON.stringify(packIndexOf(manifest, structuredClone(lessons))),
  );
});

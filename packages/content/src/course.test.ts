import { rmSync } from "node:fs";
import { LessonBody } from "@twiza/contract";
import { canonicalJson } from "@twiza/core";
import { afterEach, expect, it } from "vitest";
import { buildCourse } from "./build.ts";
import { courseIdOf, type CourseSource, readCourse } from "./course.ts";
import { ContentFaults } from "./fault.ts";
import { hashOf, stableId } from "./stable-id.ts";
import { courseFolder, SMALL_COURSE } from "./testing/small-course.ts";

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

type Change = (text: string) => string;
/** The small course with one file changed. */
function smallCourse(file = "course.json", change: Change = (text) => text): string {
  const folder = courseFolder({ ...SMALL_COURSE, [file]: change(SMALL_COURSE[file] ?? "") });
  folders.push(folder);
  return folder;
}
const read = (file?: string, change?: Change): CourseSource =>
  readCourse(smallCourse(file, change));
const build = (source = read()) => buildCourse(source, courseIdOf(source));

function faultsOf(folder: string): string[] {
  try {
    readCourse(folder);
  } catch (error) {
    if (error instanceof ContentFaults) return error.faults.map(String);
    throw error;
  }
  return [];
}
const replace =
  (pattern: string | RegExp, by: string): Change =>
  (text) =>
    text.replace(pattern, by);

const AR = "lessons/01-weigh.ar.md";
const swapped: Change = (text) =>
  text.replace("- [ ]", "- [?]").replace("- [x]", "- [ ]").replace("- [?]", "- [x]");
const twoLessons = '"02-sell"\n';

it.each<[string, string, Change, RegExp]>([
  [
    "a translation that drops a block",
    AR,
    replace(/:::picture[^]*?:::\n/, ""),
    /ar\.md:11 block 2 is question “try” \(choice, 2 options, right: b\), in the original picture “jar”/,
  ],
  [
    "a translation with a block more",
    AR,
    (text) => `${text}\n:::text{#more}\nكلمة\n:::\n`,
    /ar\.md:20 block 4 is/,
  ],
  ["a practice question with another right option", AR, swapped, /ar\.md:13 block 3 is/],
  ["a picture that is missing", AR, replace("jar.svg", "no.svg"), /ar\.md:10 no file “no.svg”/],
  [
    "a picture from outside the folder",
    AR,
    replace("jar.svg", "../media/jar.svg"),
    /ar\.md:10 no file/,
  ],
  [
    "a lesson without its minutes",
    "lessons/01-weigh.fr.md",
    replace("minutes: 5\n", ""),
    /fr\.md:1 no minutes/,
  ],
  [
    "a quiz that lacks a question",
    "quiz.ar.md",
    replace(/:::question\{#q2[^]*$/, ""),
    /^quiz\.ar\.md:1 question “q2” of quiz\.fr\.md is missing/,
  ],
  [
    "a quiz with another answer",
    "quiz.ar.md",
    replace("18", "81"),
    /^quiz\.ar\.md:12 “q2” asks otherwise/,
  ],
  [
    "a quiz with another right option",
    "quiz.ar.md",
    swapped,
    /^quiz\.ar\.md:5 “q1” asks otherwise/,
  ],
  [
    "a quiz with a question of its own",
    "quiz.ar.md",
    replace("#q2", "#mine"),
    /^quiz\.ar\.md:12 no question “mine”/,
  ],
  [
    "a quiz that tells a story",
    "quiz.fr.md",
    (text) => `${text}\n:::text{#a}\nMots.\n:::\n`,
    /^quiz\.fr\.md:16 a quiz holds only/,
  ],
  [
    "a lesson that is not written",
    "course.json",
    replace("02-sell", "03-new"),
    /^lessons\/03-new\.fr\.md:1 lesson “03-new”/,
  ],
  [
    "a lesson that no module names",
    "lessons/04-lost.fr.md",
    () => "x",
    /^lessons\/04-lost\.fr\.md:1 no module has it/,
  ],
  [
    "a language that is none of ours",
    "lessons/01-weigh.de.md",
    () => "x",
    /^lessons\/01-weigh\.de\.md:1/,
  ],
  [
    "a pass mark above a hundred",
    "course.json",
    replace(": 70", ": 170"),
    /^course\.json:12 passMarkPercent/,
  ],
  [
    "a lesson named twice",
    "course.json",
    replace(twoLessons, '"02-sell", "02-sell"\n'),
    /^course\.json:\d+ “02-sell” stands twice/,
  ],
  [
    "a course file that is cut off",
    "course.json",
    (text) => text.slice(0, 200),
    /^course\.json:1 .*comma or a quotation mark/,
  ],
  [
    "a picture that runs a script",
    "media/jar.svg",
    replace("<path", "<script>1</script><path"),
    /^media\/jar\.svg:1 “<script”/,
  ],
  [
    "a picture that listens",
    "media/jar.svg",
    replace("<path", "<path onload='x()'"),
    /^media\/jar\.svg:1 “onload=/,
  ],
  [
    "a picture that asks another server",
    "media/jar.svg",
    replace("<path", '<image href="https://a.b/c.png"/><path'),
    /^media\/jar\.svg:1 /,
  ],
])("%s is refused with its file and line", (_, file, change, fault) => {
  expect(faultsOf(smallCourse(file, change))).toContainEqual(expect.stringMatching(fault));
});

it("a course without a fault is read, and a folder without a course is refused", () => {
  expect(faultsOf(smallCourse())).toEqual([]);
  expect(faultsOf("/nowhere")).toEqual(["course.json:1 no course.json in this folder"]);
});

it("a lesson may lack a language: it has no body there and keeps its title", () => {
  const lesson = read().modules[0]?.lessons[1];
  expect([...(lesson?.bodies.keys() ?? [])]).toEqual(["ar", "fr"]);
  expect(lesson?.title).toEqual({ ar: "الوزن", fr: "Peser", zgh: "ⴰⵣⵏⵣⵉ" });
});

it("an item is one question in all its languages, each with its own unit where they differ", () => {
  const [first, second] = read().items;
  expect(first).toMatchObject({
    id: stableId("item", "salt/q1"),
    options: [
      { id: "a", text: { fr: "Oui", ar: "نعم" }, right: true },
      { id: "b", text: { fr: "Non", ar: "لا" }, right: false },
    ],
  });
  expect(second?.prompt).toEqual({
    fr: "Un sac de sel coûte 18 DH. (DH)",
    ar: "كيس من الملح ثمنه 18 درهما. (درهم)",
  });
  expect(second?.number).toEqual({ value: 18, tolerance: 0 });
  const same = read("quiz.ar.md", replace('unit="درهم"', 'unit="DH"')).items[1];
  expect(same?.number).toEqual({ value: 18, tolerance: 0, unit: "DH" });
  expect(same?.prompt.fr).toBe("Un sac de sel coûte 18 DH.");
});

it("ids come from the course's slug and the author's keys, so that a new version keeps them", () => {
  const before = read();
  const after = read("lessons/01-weigh.fr.md", replace("sac", "kilo"));
  expect(after.modules[0]?.lessons.map(({ id }) => id)).toEqual([
    stableId("lesson", "salt/01-weigh"),
    stableId("lesson", "salt/02-sell"),
  ]);
  expect(courseIdOf(after)).toBe(courseIdOf(before));
});

it("the same course has the same bytes, and JSON with its keys in another order too", () => {
  const hashes = () => build().files.map(({ hash }) => hash);
  expect(hashes()).toEqual(hashes());
  expect(canonicalJson({ b: [{ d: 1, c: null }], a: "ⵜ" })).toEqual(
    canonicalJson({ a: "ⵜ", b: [{ c: null, d: 1 }] }),
  );
});

it("changing one sentence changes that lesson's body in that language and nothing else", () => {
  const before = new Set(build().files.map(({ hash }) => hash));
  const changed = build(read("lessons/01-weigh.fr.md", replace("sac", "kilo"))).files;
  expect(changed.filter(({ hash }) => !before.has(hash))).toHaveLength(1);
  expect(changed).toHaveLength(build().files.length);
});

it("every file is named by its bytes, and what the manifest promises of a body is true", () => {
  const { manifest, files } = build();
  const byHash = new Map<string, Uint8Array>(files.map(({ hash, bytes }) => [hash, bytes]));
  for (const [hash, bytes] of byHash) expect(hashOf(bytes)).toBe(hash);
  for (const lesson of manifest.modules.flatMap((module) => module.lessons))
    for (const { hash, bytes, mediaBytes } of [lesson.bodies.fr, lesson.bodies.ar].filter(
      (body) => body !== undefined,
    )) {
      const blob = byHash.get(hash);
      expect(blob?.length).toBe(bytes);
      const body = LessonBody.parse(JSON.parse(new TextDecoder().decode(blob)));
      expect([body.lessonId, body.blocks.length]).toEqual([lesson.id, lesson.blockCount]);
      const [picture] = body.blocks.filter((block) => block.kind === "picture");
      expect(byHash.get(picture?.media.hash ?? "")?.length).toBe(mediaBytes);
    }
});

it("no public file holds an item of the graded quiz or its answer", () => {
  const { manifest, quiz, files } = build();
  const texts = [canonicalJson(manifest), ...files.map(({ bytes }) => bytes)].map((bytes) =>
    new TextDecoder().decode(bytes),
  );
  for (const { id } of quiz.items) expect(texts.filter((text) => text.includes(id))).toEqual([]);
});

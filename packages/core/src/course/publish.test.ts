import { Manifest } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { differenceOf, isChanged, isComplete } from "./publish.ts";

const hex = (letter: string) => letter.repeat(32);
const body = (letter: string) => ({ hash: letter.repeat(64), bytes: 10, mediaBytes: 0 });
const lesson = (letter: string, over: object = {}) => ({
  id: `les_${hex(letter)}`,
  title: { fr: letter },
  minutes: 5,
  blockCount: 3,
  bodies: { fr: body(letter) },
  ...over,
});
const module = (digit: string, ...lessons: object[]) => ({
  id: `mod_${hex(digit)}`,
  title: { fr: digit },
  lessons,
});
const LIVE = [module("1", lesson("a"), lesson("b")), module("2", lesson("c"))];
const manifest = (modules: readonly object[] = LIVE, over: object = {}): Manifest =>
  Manifest.parse({
    format: 1,
    courseId: `crs_${hex("0")}`,
    title: { fr: "Gérer" },
    summary: { fr: "Gérer" },
    sourceLanguage: "fr",
    legalReview: false,
    passMarkPercent: 70,
    triesAllowed: 3,
    quiz: { title: { fr: "Quiz" }, itemCount: 4 },
    modules,
    ...over,
  });
const CHECKLIST = {
  id: `chk_${hex("1")}`,
  title: { fr: "Presser" },
  task: { fr: "Pressez." },
  leastPercent: 60,
  criteria: [
    { id: "a", text: { fr: "Trie" } },
    { id: "b", text: { fr: "Lave" } },
  ],
};
const content = (of: Manifest, quiz = "q1") => ({ manifest: of, quiz });
const SAME = {
  lessonsAdded: 0,
  lessonsChanged: 0,
  lessonsRemoved: 0,
  settingsChanged: false,
  quizChanged: false,
  checklistsChanged: false,
  assignmentsChanged: false,
};

describe("what publishing would change", () => {
  const live = content(manifest());

  it("is nothing when the draft says the same", () => {
    const difference = differenceOf(content(manifest()), live);
    expect(difference).toEqual(SAME);
    expect(isChanged(difference)).toBe(false);
  });

  it("is everything the first time", () => {
    expect(differenceOf(live, undefined)).toEqual({
      lessonsAdded: 3,
      lessonsChanged: 0,
      lessonsRemoved: 0,
      settingsChanged: true,
      quizChanged: true,
      checklistsChanged: false,
      assignmentsChanged: false,
    });
  });

  it.each([
    ["a lesson more", [module("1", lesson("a"), lesson("b"), lesson("d")), module("2", lesson("c"))], { lessonsAdded: 1 }],
    ["a lesson less", [module("1", lesson("a")), module("2", lesson("c"))], { lessonsRemoved: 1 }],
    ["another lesson instead", [module("1", lesson("a"), lesson("d")), module("2", lesson("c"))], { lessonsAdded: 1, lessonsRemoved: 1 }],
    ["a lesson written anew", [module("1", lesson("a"), lesson("b", { bodies: { fr: body("f") } })), module("2", lesson("c"))], { lessonsChanged: 1 }],
    ["a translation more", [module("1", lesson("a", { bodies: { fr: body("a"), ar: body("e") } }), lesson("b")), module("2", lesson("c"))], { lessonsChanged: 1 }],
    ["a lesson's new title", [module("1", lesson("a", { title: { fr: "A" } }), lesson("b")), module("2", lesson("c"))], { lessonsChanged: 1 }],
    ["lessons in another order", [module("1", lesson("b"), lesson("a")), module("2", lesson("c"))], { settingsChanged: true }],
    ["a lesson moved to another module", [module("1", lesson("a")), module("2", lesson("b"), lesson("c"))], { settingsChanged: true }],
    ["modules in another order", [module("2", lesson("c")), module("1", lesson("a"), lesson("b"))], { settingsChanged: true }],
  ])("is said exactly of %s", (_, modules, change) => {
    const difference = differenceOf(content(manifest(modules)), live);
    expect(difference).toEqual({ ...SAME, ...change });
    expect(isChanged(difference)).toBe(true);
  }); // prettier-ignore

  it.each([
    { title: { fr: "Mieux gérer" } },
    { summary: { fr: "Mieux gérer" } },
    { passMarkPercent: 71 },
    { triesAllowed: 4 },
    { legalReview: true },
    { sourceLanguage: "ar" },
  ])("is a setting for %j", (over) => {
    const difference = differenceOf(content(manifest(LIVE, over)), live);
    expect(difference).toEqual({ ...SAME, settingsChanged: true });
    expect(isChanged(difference)).toBe(true);
  });

  it("is the quiz when only its blob differs", () => {
    const difference = differenceOf(content(manifest(), "q2"), live);
    expect(difference).toEqual({ ...SAME, quizChanged: true });
    expect(isChanged(difference)).toBe(true);
  });

  it.each([
    ["one more", [CHECKLIST, { ...CHECKLIST, id: `chk_${hex("2")}` }]],
    ["another order of what is looked for", [{ ...CHECKLIST, criteria: CHECKLIST.criteria.toReversed() }]],
    ["none any more", undefined],
  ])("is the checklists alone for %s", (_, checklists) => {
    const seen = content(manifest(LIVE, { checklists: [CHECKLIST] }));
    const difference = differenceOf(content(manifest(LIVE, checklists && { checklists })), seen);
    expect(difference).toEqual({ ...SAME, checklistsChanged: true });
    expect(isChanged(difference)).toBe(true);
    expect(differenceOf(seen, seen)).toEqual(SAME);
  }); // prettier-ignore

  it("mirrored, adds what it removed", () => {
    const draft = content(manifest([module("1", lesson("a"), lesson("d"), lesson("e"))]));
    const there = differenceOf(draft, live);
    const back = differenceOf(live, draft);
    expect([back.lessonsAdded, back.lessonsRemoved]).toEqual([
      there.lessonsRemoved,
      there.lessonsAdded,
    ]);
    expect([back.lessonsChanged, back.settingsChanged]).toEqual([
      there.lessonsChanged,
      there.settingsChanged,
    ]);
  });
});

describe("a course can go live", () => {
  it("when each lesson is there in the language it was written in", () => {
    expect(isComplete(manifest())).toBe(true);
  });

  it("not when a checklist cannot be read in that language", () => {
    const over = (more: object) => manifest(LIVE, { checklists: [{ ...CHECKLIST, ...more }] });
    expect(isComplete(over({}))).toBe(true);
    for (const name of ["title", "task"])
      expect(isComplete(over({ [name]: { ar: "الكبس" } })), name).toBe(false);
    const criteria = [{ id: "a", text: { ar: "تفرز" } }];
    expect(isComplete(over({ criteria }))).toBe(false);
  });

  it.each([
    ["a lesson has no body", [module("1", lesson("a", { bodies: {} }), lesson("b"))]],
    ["a lesson exists in translation only", [module("1", lesson("a", { bodies: { ar: body("a") } }))]],
  ])("not when %s", (_, modules) => expect(isComplete(manifest(modules))).toBe(false)); // prettier-ignore
});

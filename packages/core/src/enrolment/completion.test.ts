import { type Enrolment, Manifest } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { completionOf } from "./completion.ts";

const hex = (letter: string) => letter.repeat(32);
const lesson = (letter: string) => ({
  id: `les_${hex(letter)}`,
  title: { fr: `Leçon ${letter}` },
  minutes: 5,
  blockCount: 3,
  bodies: {},
});
const MANIFEST = Manifest.parse({
  format: 1,
  courseId: `crs_${hex("0")}`,
  title: { fr: "Gérer" },
  summary: { fr: "Gérer" },
  sourceLanguage: "fr",
  legalReview: false,
  passMarkPercent: 70,
  triesAllowed: 3,
  quiz: { title: { fr: "Quiz" }, itemCount: 4 },
  modules: [
    { id: `mod_${hex("1")}`, title: { fr: "M1" }, lessons: [lesson("a"), lesson("b")] },
    { id: `mod_${hex("2")}`, title: { fr: "M2" }, lessons: [lesson("c")] },
  ],
});
const ALL = ["a", "b", "c"];

type Way = Pick<Enrolment, "progress" | "quiz">;
const way = (done: readonly string[], quiz: Way["quiz"]): Way => ({
  progress: {
    lessons: Object.fromEntries(
      done.map((letter) => [`les_${hex(letter)}`, { reached: 3, done: true }]),
    ),
    days: [],
  },
  quiz,
});
const unfinished = (letter: string) => ({
  code: "lesson.unfinished",
  lessonId: `les_${hex(letter)}`,
  title: { fr: `Leçon ${letter}` },
});
const notPassed = (bestPercent: number, triesLeft: number) => ({
  code: "quiz.not_passed",
  bestPercent,
  passMarkPercent: 70,
  triesLeft,
});

describe("a course", () => {
  it.each([70, 71, 100])("is earned with every lesson finished and %i of 70 percent", (best) => {
    expect(completionOf(MANIFEST, way(ALL, { tries: 1, bestPercent: best }))).toEqual({
      state: "earned",
    });
  });

  it("is earned whatever the tries: the last one counts too", () => {
    expect(completionOf(MANIFEST, way(ALL, { tries: 9, bestPercent: 70 })).state).toBe("earned");
  });

  it.each([
    ["nothing done", [], { tries: 0 }, [...ALL.map(unfinished), { code: "quiz.not_taken" }]],
    ["the quiz begun, not handed in", ALL, { tries: 1 }, [{ code: "quiz.not_taken" }]],
    ["one lesson missing", ["a", "c"], { tries: 1, bestPercent: 90 }, [unfinished("b")]],
    ["one percent short", ALL, { tries: 1, bestPercent: 69 }, [notPassed(69, 2)]],
    ["no tries left", ALL, { tries: 3, bestPercent: 0 }, [notPassed(0, 0)]],
    ["more tries than allowed since", ALL, { tries: 5, bestPercent: 0 }, [notPassed(0, 0)]],
    ["both missing", ["b"], { tries: 2, bestPercent: 10 }, [unfinished("a"), unfinished("c"), notPassed(10, 1)]],
    ["another course's lesson", ["d"], { tries: 1, bestPercent: 90 }, ALL.map(unfinished)],
  ] as const)("is under way with %s, and says exactly what is missing", (_, done, quiz, blockers) => {
    expect(completionOf(MANIFEST, way(done, quiz))).toEqual({ state: "under_way", blockers });
  }); // prettier-ignore

  it("is not earned by reaching the end of a lesson without finishing it", () => {
    const reached = way(ALL, { tries: 1, bestPercent: 90 });
    const lessons = Object.fromEntries(
      Object.keys(reached.progress.lessons).map((id) => [id, { reached: 3, done: false }]),
    );
    expect(completionOf(MANIFEST, { ...reached, progress: { lessons, days: [] } })).toEqual({
      state: "under_way",
      blockers: ALL.map(unfinished),
    });
  });

  it("with a pass mark of nothing still asks for the quiz", () => {
    const easy = { ...MANIFEST, passMarkPercent: 0 };
    expect(completionOf(easy, way(ALL, { tries: 0 })).state).toBe("under_way");
    expect(completionOf(easy, way(ALL, { tries: 1, bestPercent: 0 })).state).toBe("earned");
  });
});

import {
  type AssignmentId,
  type ChecklistId,
  type Enrolment,
  Manifest,
  type ObservationId,
  type SubmissionId,
} from "@twiza/contract";
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
const SKILL = `chk_${hex("5")}` as ChecklistId;
const WORK = `asg_${hex("7")}` as AssignmentId;
const HANDED_ONCE = `sub_${hex("8")}` as SubmissionId;
const SEEN_ONCE = `obs_${hex("6")}` as ObservationId;

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

  it.each([
    [undefined, "skill.not_seen"],
    ["not_passed", "skill.not_passed"],
    ["waiting", "skill.not_confirmed"],
  ] as const)("a skill that is %s stands in the way by its name", (state, code) => {
    const title = { en: "Press the oil" };
    const checklist = { id: SKILL, title, task: title, leastPercent: 80, criteria: [{ id: "a", text: title }] }; // prettier-ignore
    const manifest = { ...MANIFEST, checklists: [checklist] };
    const done = way(ALL, { tries: 1, bestPercent: 90 });
    const standing = { observationId: SEEN_ONCE, at: "2026-01-01T00:00:00.000Z", met: 1, of: 1 };
    const observed = state && { [SKILL]: { ...standing, state } };
    expect(completionOf(manifest, { ...done, ...(observed ? { observed } : {}) })).toEqual({
      state: "under_way",
      blockers: [{ code, checklistId: SKILL, title }],
    });
    const passed = { [SKILL]: { ...standing, state: "passed" as const } };
    expect(completionOf(manifest, { ...done, observed: passed }).state).toBe("earned");
  });

  it.each([
    [undefined, "work.not_handed_in"],
    [{ state: "waiting", waiting: 1, tries: 0 }, "work.not_marked"],
    [{ state: "not_passed", percent: 40, waiting: 0, tries: 1 }, "work.not_passed"],
    [{ state: "not_passed", percent: 40, waiting: 1, tries: 1 }, "work.not_marked"],
  ] as const)("work that is %j stands in the way by its name", (standing, code) => {
    const title = { en: "Price it" };
    const levels = [0, 100].map((percent) => ({ percent, text: title }));
    const settings = { takes: ["text" as const], leastPercent: 50, triesAllowed: 2 };
    const criteria = [{ id: "a", weight: 1, title, levels }];
    const assignment = { id: WORK, title, task: title, ...settings, criteria };
    const manifest = { ...MANIFEST, assignments: [assignment] };
    const done = way(ALL, { tries: 1, bestPercent: 90 });
    const of = { submissionId: HANDED_ONCE, at: "2026-01-01T00:00:00.000Z", number: 1 };
    const handed = standing && { [WORK]: { ...of, ...standing } };
    expect(completionOf(manifest, { ...done, ...(handed ? { handed } : {}) })).toEqual({
      state: "under_way",
      blockers: [{ code, assignmentId: WORK, title }],
    });
    const passed = { ...of, state: "passed" as const, percent: 80, waiting: 1, tries: 1 };
    expect(completionOf(manifest, { ...done, handed: { [WORK]: passed } }).state).toBe("earned");
  });

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

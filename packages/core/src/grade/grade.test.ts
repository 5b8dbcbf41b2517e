import { type ChecklistId, type Enrolment, Manifest, type ObservationId } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { completionOf } from "../enrolment/completion.ts";
import { gradeOf } from "./grade.ts";

const hex = (letter: string) => letter.repeat(32);
const SKILL = `chk_${hex("5")}` as ChecklistId;
const lesson = (letter: string) => ({
  ...{ id: `les_${hex(letter)}`, title: { fr: letter }, minutes: 5, blockCount: 3, bodies: {} },
});
const manifestWith = (grading?: Manifest["grading"]) =>
  Manifest.parse({
    ...{ format: 1, courseId: `crs_${hex("0")}`, title: { fr: "Laver" }, summary: { fr: "Laver" } },
    ...{ sourceLanguage: "fr", legalReview: false, passMarkPercent: 70, triesAllowed: 3 },
    quiz: { title: { fr: "Quiz" }, itemCount: 4 },
    modules: [{ id: `mod_${hex("1")}`, title: { fr: "M" }, lessons: [lesson("a"), lesson("b"), lesson("c")] }], // prettier-ignore
    checklists: [
      {
        ...{ id: SKILL, title: { fr: "Rincer" }, task: { fr: "Rincez" }, leastPercent: 50 },
        criteria: [{ id: "1", text: { fr: "Eau froide" } }],
      },
    ],
    ...(grading ? { grading } : {}),
  });
const half: Pick<Enrolment, "progress" | "quiz"> = {
  progress: { lessons: { [`les_${hex("a")}`]: { reached: 3, done: true } } },
  quiz: { tries: 1, bestPercent: 40 },
};
const said = { reason: "Oral", byName: "Mounia", at: "2026-03-01T08:00:00.000Z" };
const part = (grade: ReturnType<typeof gradeOf>, name: string) =>
  grade.parts.find((each) => each.part === name);

describe("a grade", () => {
  it("is whole percentages rounded down, with what they count", () => {
    const grade = gradeOf(manifestWith(), half);
    expect(part(grade, "lessons")).toMatchObject({ percent: 33, worked: { count: 1, of: 3 } });
    expect(part(grade, "quiz")).toMatchObject({ state: "not_passed", worked: { count: 1, of: 3 } });
    expect(part(grade, SKILL)).toMatchObject({ state: "missing", meets: false });
    expect(grade.percent).toBeUndefined();
  });

  it("of a person wins over what is worked out, which stays beside it", () => {
    const grades = { quiz: { percent: 70, ...said }, [SKILL]: { exempt: true as const, ...said } };
    const grade = gradeOf(manifestWith(), { ...half, grades });
    expect(part(grade, "quiz")).toMatchObject({ state: "overridden", percent: 70, meets: true, worked: { percent: 40 } }); // prettier-ignore
    expect(part(grade, SKILL)).toMatchObject({ state: "exempt", meets: true, given: said });
    const lowered = gradeOf(manifestWith(), {
      ...half,
      grades: { quiz: { percent: 69, ...said } },
    });
    expect(part(lowered, "quiz")?.meets).toBe(false);
  });

  it("of lessons that a person put too low names the figure, not lessons that would change nothing", () => {
    const grades = { lessons: { percent: 50, ...said } };
    const completion = completionOf(manifestWith(), { ...half, grades });
    expect(completion.state === "under_way" && completion.blockers[0]).toEqual({ code: "grade.too_low", percent: 50, leastPercent: 100 }); // prettier-ignore
  });

  it("keeps a test passed that was passed in a version before, whatever the least is now", () => {
    const passed = { ...half, quiz: { ...half.quiz, passed: true as const } };
    const grade = gradeOf(manifestWith({ categories: [], least: { quiz: 90 } }), passed);
    expect(part(grade, "quiz")?.meets).toBe(true);
  });

  it("counts nothing of a skill that she has not confirmed", () => {
    const standing = { observationId: `obs_${hex("6")}` as ObservationId, at: said.at, met: 1, of: 1 }; // prettier-ignore
    const observed = { [SKILL]: { state: "waiting" as const, ...standing } };
    const categories = [{ id: "a", title: { fr: "A" }, weightPercent: 100, parts: [SKILL] }];
    const grade = gradeOf(manifestWith({ categories }), { ...half, observed });
    expect([grade.percent, part(grade, SKILL)?.state]).toEqual([0, "under_way"]);
  });

  it("asks for everything where a changed course has left its rules nothing to ask by", () => {
    const gone = `chk_${hex("9")}`;
    const categories = [{ id: "a", title: { fr: "A" }, weightPercent: 100, parts: [gone] }];
    const least = { lessons: 0, quiz: 0, [SKILL]: 0 };
    const grade = gradeOf(manifestWith({ categories, least, passPercent: 50 }), half);
    expect(grade.passed).toBe(false);
  });
});

import { CourseCommand, DraftOutline } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import {
  lessonSlots,
  lessonTo,
  moduleSlots,
  moduleTo,
  moduleTwice,
  newIdOf,
  placeOf,
  slotOfLesson,
  slotOfModule,
} from "./outline.ts";
import { courseId } from "./studio.testing.ts";

const id = (prefix: string, digit: string): string => `${prefix}_${digit.repeat(32)}`;
const [one, two] = [id("mod", "1"), id("mod", "2")];
const [a, b, c] = [id("les", "a"), id("les", "b"), id("les", "c")];
const outline = DraftOutline.parse({
  courseId,
  modules: [
    { id: one, title: { fr: "Un" }, lessonIds: [a, b] },
    { id: two, title: {}, lessonIds: [c] },
  ],
  bin: [],
  changedAt: "2026-03-01T08:00:00.000Z",
});

describe("a lesson", () => {
  it("may lie at the beginning of each module and behind each other lesson", () => {
    expect(lessonSlots(outline, b)).toEqual([`in:${one}`, a, `in:${two}`, c]);
    expect(slotOfLesson(outline, a)).toBe(`in:${one}`);
    expect(slotOfLesson(outline, b)).toBe(a);
  });
  it.each([
    [`in:${two}`, { moduleId: two }, 1, 2],
    [c, { moduleId: two, after: c }, 2, 2],
    [`in:${one}`, { moduleId: one }, 1, 2],
  ])("comes to %s by one command of the contract", (slot, wanted, position, total) => {
    const command = lessonTo(outline, b, slot);
    expect(command).toEqual({ do: "moveLesson", id: b, ...wanted });
    expect(CourseCommand.safeParse(command).success).toBe(true);
    expect(placeOf(outline, b, slot)).toMatchObject({ position, total });
  });
});

describe("a module", () => {
  it("may lie before all others or behind one of them, and comes there by one command", () => {
    expect(moduleSlots(outline, two)).toEqual(["", one]);
    expect([slotOfModule(outline, one), slotOfModule(outline, two)]).toEqual(["", one]);
    for (const command of [moduleTo(two, ""), moduleTo(one, two)])
      expect(CourseCommand.safeParse(command).success).toBe(true);
    expect(moduleTo(two, "")).not.toHaveProperty("after");
  });
  it("that is made here has a name that the contract takes", () => {
    const made = newIdOf("mod", () => "019b0000-0000-7000-8000-000000000001");
    expect(CourseCommand.safeParse({ do: "addModule", id: made }).success).toBe(true);
  });
});

it("a module is made twice by as many commands as it needs, each of which the contract takes", () => {
  let last = 0;
  const newId = () => `${(last += 1).toString(16).padStart(8, "0")}-0000-7000-8000-000000000000`;
  const many = Array.from({ length: 8 }, (_, at) => id("les", `${at}`));
  const [module] = outline.modules;
  const long = DraftOutline.parse({ ...outline, modules: [{ ...module, lessonIds: many }] });
  const commands = moduleTwice(long, { id: one, as: two }, newId);
  expect(commands.map((command) => command.do === "duplicateModule" && command.lessons.length)).toEqual([6, 2]); // prettier-ignore
  for (const command of commands) expect(CourseCommand.safeParse(command).success).toBe(true);
  const empty = DraftOutline.parse({ ...outline, modules: [{ ...module, lessonIds: [] }] });
  expect(moduleTwice(empty, { id: one, as: two }, newId)).toMatchObject([{ lessons: [] }]);
});

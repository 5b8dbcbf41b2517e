import { type CourseCommand, DRAFT_LIMITS, type DraftOutline, ModuleId } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Arranging,
  isOutlineFull,
  namedIn,
  withCourseCommand,
  withoutPastLessons,
} from "./outline.ts";
import { act, courseId, lessonId, NOW } from "./testing/lesson.ts";

const moduleId = (digit: string): ModuleId => ModuleId.parse(`mod_${digit.repeat(32)}`);
/** `1:abc 2:de` is two modules with their lessons. */
const outline = (order: string): DraftOutline => ({
  courseId,
  modules: order.split(" ").map((part) => {
    const [module = "", lessons = ""] = part.split(":");
    return {
      id: moduleId(module),
      title: { fr: module },
      lessonIds: Array.from(lessons, lessonId),
    };
  }),
  bin: [],
  changedAt: NOW,
});
const nameOf = (id: string): string => id.at(-1) ?? "";
const orderOf = ({ modules }: DraftOutline): string =>
  modules.map(({ id, lessonIds }) => `${nameOf(id)}:${lessonIds.map(nameOf).join("")}`).join(" ");
const binOf = ({ bin }: DraftOutline): string =>
  bin
    .map((entry) =>
      entry.kind === "lesson"
        ? nameOf(entry.lessonId)
        : `${nameOf(entry.module.id)}:${entry.module.lessonIds.map(nameOf).join("")}`,
    )
    .join(" ");

const after = (start: DraftOutline, commands: readonly CourseCommand[]): Arranging =>
  commands.reduce<Arranging>((state, command) => withCourseCommand(state, command, act()), {
    outline: start,
    made: new Map(),
    copied: new Map(),
  });

const add = (id: string, to: string, behind?: string): CourseCommand => ({
  do: "addLesson",
  id: lessonId(id),
  moduleId: moduleId(to),
  ...(behind ? { after: lessonId(behind) } : {}),
  title: { fr: id },
  template: "empty",
});
const move = (id: string, to: string, behind?: string): CourseCommand => ({
  do: "moveLesson",
  id: lessonId(id),
  moduleId: moduleId(to),
  ...(behind ? { after: lessonId(behind) } : {}),
});
const lesson = (act: "removeLesson" | "restoreLesson", id: string): CourseCommand => ({ do: act, id: lessonId(id) }); // prettier-ignore
const module = (act: "removeModule" | "restoreModule", id: string): CourseCommand => ({ do: act, id: moduleId(id) }); // prettier-ignore
const modules = (act: "addModule" | "moveModule", id: string, behind?: string): CourseCommand => ({
  do: act,
  id: moduleId(id),
  ...(behind ? { after: moduleId(behind) } : {}),
});
/** `ax by`: lesson a as x, b as y. */
const copyModule = (id: string, as: string, lessons: string): CourseCommand => ({
  do: "duplicateModule",
  id: moduleId(id),
  as: moduleId(as),
  lessons: lessons
    .split(" ")
    .filter(Boolean)
    .map(([from = "", to = ""]) => ({ id: lessonId(from), as: lessonId(to) })),
});
const copy = (id: string, as: string): CourseCommand => ({ do: "duplicateLesson", id: lessonId(id), as: lessonId(as) }); // prettier-ignore

describe("the order of a course", () => {
  it.each<[string, CourseCommand[], string, string]>([
    ["a lesson comes first in its module", [add("f", "1")], "1:fab 2:cd", ""],
    ["a lesson comes behind another", [add("f", "1", "a")], "1:afb 2:cd", ""],
    ["behind one that is elsewhere it comes last", [add("f", "1", "c")], "1:abf 2:cd", ""],
    ["a lesson that is there is not added", [add("a", "2")], "1:ab 2:cd", ""],
    ["a lesson in the bin is not added", [lesson("removeLesson", "a"), add("a", "2")], "1:b 2:cd", "a"],
    ["a lesson of a module that was thrown away goes along", [module("removeModule", "1"), add("f", "1")], "2:cd", "1:abf"],
    ["a lesson of a module that is gone comes last", [add("f", "9")], "1:ab 2:cdf", ""],
    ["a lesson moves within its module", [move("a", "1", "b")], "1:ba 2:cd", ""],
    ["a lesson moves to another module", [move("a", "2", "c")], "1:b 2:cad", ""],
    ["a lesson moves before all", [move("d", "2")], "1:ab 2:dc", ""],
    ["to a module that is gone it does not move", [move("a", "9")], "1:ab 2:cd", ""],
    ["what was removed does not move", [lesson("removeLesson", "a"), move("a", "2")], "1:b 2:cd", "a"],
    ["a lesson comes back to the end of its module", [lesson("removeLesson", "a"), lesson("restoreLesson", "a")], "1:ba 2:cd", ""],
    ["where its module is gone it comes back to the last", [lesson("removeLesson", "a"), module("removeModule", "1"), lesson("restoreLesson", "a")], "2:cda", "1:b"],
    ["a module takes its lessons along, and brings them back", [module("removeModule", "1"), module("restoreModule", "1")], "2:cd 1:ab", ""],
    ["a module is removed once", [module("removeModule", "1"), module("removeModule", "1")], "2:cd", "1:ab"],
    ["a module comes first", [modules("addModule", "3")], "3: 1:ab 2:cd", ""],
    ["a module comes behind another", [modules("addModule", "3", "1")], "1:ab 3: 2:cd", ""],
    ["a module in the bin is not added", [module("removeModule", "1"), modules("addModule", "1")], "2:cd", "1:ab"],
    ["a module moves", [modules("moveModule", "1", "2")], "2:cd 1:ab", ""],
    ["a copy stands behind its lesson", [copy("a", "f")], "1:afb 2:cd", ""],
    ["a copy under a name that is there is none", [copy("a", "c")], "1:ab 2:cd", ""],
    ["what was removed has no copy", [lesson("removeLesson", "a"), copy("a", "f")], "1:b 2:cd", "a"],
    ["a copy of a module stands behind it, with its lessons in their order", [copyModule("1", "3", "ae bf")], "1:ab 3:ef 2:cd", ""],
    ["a long module is copied in several steps", [copyModule("1", "3", "ae"), copyModule("1", "3", "bf")], "1:ab 3:ef 2:cd", ""],
    ["a copy that was thrown away between two steps stays so", [copyModule("1", "3", "ae"), module("removeModule", "3"), copyModule("1", "3", "bf")], "1:ab 2:cd", "3:e"],
    ["a lesson that is elsewhere by now is not in the copy", [move("a", "2"), copyModule("1", "3", "ae bf")], "1:b 3:f 2:acd", ""],
    ["a lesson under a name that is there has no copy", [copyModule("1", "3", "ac bf")], "1:ab 3:f 2:cd", ""],
    ["a module that is gone has no copy", [copyModule("9", "3", "ae")], "1:ab 2:cd", ""],
    ["a module is no copy of itself", [copyModule("1", "1", "ae")], "1:ab 2:cd", ""],
  ])("%s", (_, commands, order, bin) => {
    const { outline: done } = after(outline("1:ab 2:cd"), commands);
    expect([orderOf(done), binOf(done)]).toEqual([order, bin]);
  }); // prettier-ignore

  it("a module is renamed in the languages that are given", () => {
    const rename = { do: "renameModule", id: moduleId("1"), title: { ar: "واحد" } } as const;
    const { outline: done } = after(outline("1:a"), [rename]);
    expect(done.modules[0]?.title).toEqual({ fr: "1", ar: "واحد" });
  });

  it("copies of copies are of what is stored, copies of what is new are new", () => {
    const state = after(outline("1:ab"), [copy("a", "c"), copy("c", "d"), add("e", "1"), copy("e", "f")]); // prettier-ignore
    expect([...state.copied].map((pair) => pair.map(nameOf).join(" of "))).toEqual([
      "c of a",
      "d of a",
    ]);
    expect([...state.made.keys()].map(nameOf)).toEqual(["e", "f"]);
    expect(state.made.get(lessonId("f"))).toMatchObject({ id: lessonId("f"), title: { fr: "e" } });
  });

  const id = fc.constantFrom("a", "b", "c", "d", "e", "f");
  const home = fc.constantFrom("1", "2", "3");
  const behind = fc.constantFrom(undefined, "a", "b", "c", "f");
  const behindModule = fc.constantFrom(undefined, "1", "2", "3");
  const command = fc.oneof(
    fc.tuple(id, home, behind).map((it) => add(...it)),
    fc.tuple(id, home, behind).map((it) => move(...it)),
    fc.tuple(id, id).map((it) => copy(...it)),
    fc.tuple(home, home, fc.constantFrom("", "ae", "ae bf", "cf de")).map((it) => copyModule(...it)),
    fc.tuple(fc.constantFrom("removeLesson" as const, "restoreLesson" as const), id).map((it) => lesson(...it)),
    fc.tuple(fc.constantFrom("removeModule" as const, "restoreModule" as const), home).map((it) => module(...it)),
    fc.tuple(fc.constantFrom("addModule" as const, "moveModule" as const), home, behindModule).map((it) => modules(...it)),
  ); // prettier-ignore

  it("is the same after each command twice as after each once, and no lesson is ever lost or there twice", () => {
    fc.assert(
      fc.property(fc.array(command, { maxLength: 12 }), (commands) => {
        const start = outline("1:ab 2:cd");
        const once = after(start, commands);
        const twice = after(
          start,
          commands.flatMap((each) => [each, each]),
        );
        expect(twice).toEqual(once);
        const named = namedIn(once.outline);
        expect(new Set(named).size).toBe(named.length);
        expect(named).toEqual(expect.arrayContaining(namedIn(start)));
        for (const each of [...once.made.keys(), ...once.copied.keys()])
          expect(named).toContain(each);
      }),
      { numRuns: 500 },
    );
  });
});

describe("the bin of a course", () => {
  const OLD = "2026-01-01T00:00:00.000Z";
  const NEW = "2026-02-20T00:00:00.000Z";
  const thrown = (at: string, id: string) =>
    ({ ...act(at), kind: "lesson", lessonId: lessonId(id), moduleId: moduleId("1") }) as const;

  it("forgets what has lain in it longer than a month", () => {
    const start = { ...outline("1:a"), bin: [thrown(OLD, "b"), thrown(NEW, "c")] };
    const { outline: tidied, gone } = withoutPastLessons(start, NOW);
    expect([binOf(tidied), gone.map(nameOf)]).toEqual(["c", ["b"]]);
  });

  it("forgets a large module little by little, and nothing when nothing is old", () => {
    const module = { ...outline("2:0123456789").modules[0], id: moduleId("2"), title: {}, lessonIds: Array.from("0123456789", lessonId) }; // prettier-ignore
    const start: DraftOutline = {
      ...outline("1:a"),
      bin: [{ ...act(OLD), kind: "module", module }, thrown(OLD, "b")],
    };
    const first = withoutPastLessons(start, NOW);
    expect([binOf(first.outline), first.gone.map(nameOf).join("")]).toEqual(["2:89 b", "01234567"]);
    const second = withoutPastLessons(first.outline, NOW);
    expect([binOf(second.outline), second.gone.map(nameOf).join("")]).toEqual(["", "89b"]);
    expect(withoutPastLessons(second.outline, NOW).outline).toBe(second.outline);
  });
});

it("a course is full beyond its modules, its lessons and its bin", () => {
  const hex = (at: number) => at.toString(16).padStart(32, "0");
  const many = Array.from({ length: DRAFT_LIMITS.lessons + 1 }, (_, at) => `les_${hex(at)}`);
  const [module] = outline("1:a").modules;
  if (!module) throw new Error("an outline without its module");
  const of = (over: Partial<DraftOutline>) => isOutlineFull({ ...outline("1:a"), ...over });
  expect(of({})).toBe(false);
  expect(of({ modules: Array.from({ length: DRAFT_LIMITS.modules + 1 }, () => module) })).toBe(
    true,
  );
  expect(of({ modules: [{ ...module, lessonIds: many as typeof module.lessonIds }] })).toBe(true);
  const bin = Array.from({ length: DRAFT_LIMITS.bin + 1 }, () => ({ ...act(), kind: "module" as const, module })); // prettier-ignore
  expect(of({ bin })).toBe(true);
});

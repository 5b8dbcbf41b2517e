import { type DraftOutline, ModuleId } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { copiedInto } from "./copied-into.ts";
import { withCourseCommand } from "./outline.ts";
import { act, courseId, lessonId, NOW } from "./testing/lesson.ts";

const moduleId = (digit: string): ModuleId => ModuleId.parse(`mod_${digit.repeat(32)}`);
const outline = (order: string): DraftOutline => ({
  courseId,
  modules: order.split(" ").map((part) => {
    const [module = "", lessons = ""] = part.split(":");
    return { id: moduleId(module), title: { fr: module }, lessonIds: Array.from(lessons, lessonId) };
  }),
  bin: [],
  changedAt: NOW,
}); // prettier-ignore
const nameOf = (id: string): string => id.at(-1) ?? "";
const orderOf = ({ modules }: DraftOutline): string =>
  modules.map(({ id, title, lessonIds }) => `${nameOf(id)}${title.fr ?? ""}:${lessonIds.map(nameOf).join("")}`).join(" "); // prettier-ignore
/** `ae bf`: a as e, b as f. */
const pairs = (text: string) =>
  text.split(" ").map(([id = "", as = ""]) => ({ id: lessonId(id), as: lessonId(as) }));
const into = (to: string, like?: string) => ({ moduleId: moduleId(to), ...(like ? { like: moduleId(like) } : {}) }); // prettier-ignore
const here = outline("1:c 2:d");
const other = outline("8:ab 9:0");

describe("lessons of another course", () => {
  it.each([
    ["come to the end of a module", into("1"), "ae bf", "11:cef 22:d"],
    ["come to the last one where theirs is gone", into("7"), "ae", "11:c 22:de"],
    ["come in a module of the name that they had", into("7", "8"), "ae bf", "11:c 22:d 78:ef"],
    ["come not twice", into("1"), "ac be", "11:ce 22:d"],
    ["come not when they are gone", into("1"), "3e bf", "11:cf 22:d"],
  ])("%s", (_, to, copies, order) => {
    const once = copiedInto(here, other, { to, lessons: pairs(copies) });
    expect(orderOf(once.outline)).toBe(order);
    const twice = copiedInto(once.outline, other, { to, lessons: pairs(copies) });
    expect(twice.outline).toBe(once.outline);
    expect(twice.copied.size).toBe(0);
  });

  it("come in several steps into one module, and in none once it was thrown away", () => {
    const to = into("7", "8");
    const first = copiedInto(here, other, { to, lessons: pairs("ae") });
    expect(orderOf(copiedInto(first.outline, other, { to, lessons: pairs("bf") }).outline)).toBe(
      "11:c 22:d 78:ef",
    );
    const away = withCourseCommand(
      { outline: first.outline, made: new Map(), copied: new Map() },
      { do: "removeModule", id: moduleId("7") },
      act(),
    );
    expect(copiedInto(away.outline, other, { to, lessons: pairs("bf") }).outline).toBe(away.outline);
  }); // prettier-ignore
});

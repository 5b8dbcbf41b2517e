import {
  type DraftOutline,
  type DraftWords,
  Hash,
  type LessonBody,
  type LessonId,
  Manifest,
  ModuleId,
} from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { namedIn } from "./outline.ts";
import type { Lesson } from "./place.ts";
import { composesTo, isAllIn, restoredOutline } from "./restored.ts";
import { act, courseId, lesson, lessonId, NOW, said, words } from "./testing/lesson.ts";

const moduleId = (digit: string): ModuleId => ModuleId.parse(`mod_${digit.repeat(32)}`);
const hash = Hash.parse("a".repeat(64));
const pointer = { hash, bytes: 1, mediaBytes: 0 };
type Module = DraftOutline["modules"][number];

/** `1:abc` is a module with its lessons; with a name of its own behind `=`. */
const moduleFrom = (part: string): Module => {
  const [order = "", name] = part.split("=");
  const [module = "", lessons = ""] = order.split(":");
  const title = name === "" ? {} : { fr: name ?? module };
  return { id: moduleId(module), title, lessonIds: Array.from(lessons, lessonId) };
};
const modulesFrom = (order: string): Module[] => order.split(" ").filter(Boolean).map(moduleFrom);
/** Behind the live modules what lies in the bin: single lessons with the module that they come back to, or modules. */
const draft = (order: string, bin = ""): DraftOutline => ({
  courseId,
  modules: modulesFrom(order),
  bin: bin
    .split(" ")
    .filter(Boolean)
    .map((part) => {
      const [lesson = "", to] = part.split(">");
      return to === undefined
        ? { ...act(), kind: "module" as const, module: moduleFrom(part) }
        : { ...act(), kind: "lesson" as const, lessonId: lessonId(lesson), moduleId: moduleId(to) };
    }),
  changedAt: NOW,
});
const version = (order: string): Manifest =>
  Manifest.parse({
    format: 1,
    courseId,
    title: { fr: "Peser" },
    summary: { fr: "Peser" },
    sourceLanguage: "fr",
    legalReview: false,
    passMarkPercent: 50,
    triesAllowed: 3,
    quiz: { title: { fr: "Test" }, itemCount: 1 },
    modules: modulesFrom(order).map(({ lessonIds, ...module }) => ({
      ...module,
      lessons: lessonIds.map((id) => ({
        id,
        title: { fr: "Peser" },
        minutes: 10,
        blockCount: 1,
        bodies: { fr: pointer },
      })),
    })),
  });

const nameOf = (id: string): string => id.at(-1) ?? "";
const told = ({ id, title, lessonIds }: Module): string =>
  `${nameOf(id)}:${lessonIds.map(nameOf).join("")}=${title.fr ?? ""}`;
const orderOf = ({ modules }: DraftOutline): string =>
  modules.map(({ id, lessonIds }) => `${nameOf(id)}:${lessonIds.map(nameOf).join("")}`).join(" ");
const binOf = ({ bin }: DraftOutline): string =>
  bin
    .map((entry) =>
      entry.kind === "lesson"
        ? `${nameOf(entry.lessonId)}>${nameOf(entry.moduleId)}`
        : told(entry.module),
    )
    .join(" ");

const restored = (before: DraftOutline, wanted: Manifest, live?: Manifest): DraftOutline =>
  restoredOutline(before, wanted, { act: act(), live, newModuleId: () => moduleId("f") });

describe("the order of a version as a draft", () => {
  it.each<[string, DraftOutline, Manifest, string]>([
    ["is the version's", draft("1:ba"), version("1:ab"), ""],
    ["throws away a lesson that came later", draft("1:abc"), version("1:ab"), "c>1"],
    ["throws away a module with all that came later", draft("1:a 2:cb"), version("1:ab"), "2:c=2"],
    ["throws away the name of a module that has no lesson left", draft("1:a 2:b"), version("1:ab"), "2:=2"],
    ["takes a lesson back from the bin", draft("1:a", "b>1 c>1"), version("1:ab"), "c>1"],
    ["takes a lesson back out of a module in the bin", draft("1:a", "2:bc"), version("1:ab"), "2:c=2"],
    ["takes a module back and leaves single what it did not have", draft("1:a", "2:bc"), version("1:a 2:b"), "c>2"],
    ["leaves the name that a module had meanwhile", draft("1:a=Tare"), version("1:a"), "f:=Tare"],
    ["leaves it with the lessons that came under it", draft("1:ab=Tare"), version("1:a"), "f:b=Tare"],
    ["leaves nothing of a module that has neither", draft("1:a 2:="), version("1:a"), ""],
  ])("%s", (_, before, wanted, bin) => {
    const after = restored(before, wanted);
    expect(after.modules).toEqual(restored(draft(""), wanted).modules);
    expect(binOf(after)).toBe(bin);
  }); // prettier-ignore

  it("leaves no name that is live, where it can be read for ever", () => {
    const after = restored(draft("1:a=Tare"), version("1:a"), version("1:a=Tare"));
    expect([orderOf(after), binOf(after)]).toEqual(["1:a", ""]);
  });

  it("loses no lesson and doubles none, whatever was moved and thrown away before, and is the same when it comes twice", () => {
    const some = fc.shuffledSubarray(Array.from("abcde"));
    const order = fc
      .tuple(some, fc.nat(5), fc.nat(5))
      .map(([ids, one, two]) => [
        ids.slice(0, one),
        ids.slice(one, one + two),
        ids.slice(one + two),
      ])
      .map((parts) => parts.map((part) => part.join("")));
    fc.assert(
      fc.property(order, order, ([one = "", two = "", lost = ""], wantedParts) => {
        const before = draft(`1:${one} 2:${two}`, lost ? `${lost[0]}>1 3:${lost.slice(1)}` : "");
        const wanted = wantedParts
          .flatMap((ids, at) => (ids ? [`${at + 1}:${ids}`] : []))
          .join(" ");
        fc.pre(wanted !== "");
        const after = restored(before, version(wanted));
        const named = namedIn(after);
        expect(orderOf(after)).toBe(wanted);
        expect(new Set(named).size).toBe(named.length);
        expect(named).toEqual(expect.arrayContaining<LessonId>(namedIn(before)));
        expect(restored(after, version(wanted))).toEqual(after);
        const modules = [...after.modules, ...after.bin.flatMap((it) => ("module" in it ? it.module : []))]; // prettier-ignore
        expect(new Set(modules.map(({ id }) => id)).size).toBe(modules.length);
      }),
    );
  });
});

const [module] = version("1:1").modules;
const entry = module?.lessons[0] ?? expect.unreachable();
const doc = { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text: "Un" }] }] } as const; // prettier-ignore
const body: LessonBody = {
  format: 1,
  lessonId: entry.id,
  language: "fr",
  title: "Peser",
  blocks: [{ key: "scale", kind: "text", doc: structuredClone(doc) as never }],
};
const past = { entry, bodies: [body], source: "fr" } as const;
const placed = (over: Partial<Lesson> = {}): Lesson => {
  const whole = lesson("scale", over);
  return { ...whole, places: whole.places.map((place) => ({ ...place, rev: 4 })) };
};
const texts = { title: { rev: 3, block: { kind: "title", text: "Peser" } }, scale: { rev: 9, block: said("Un") } } as const; // prettier-ignore
const french = (over: Partial<DraftWords> = {}): DraftWords => ({
  ...words({ ...texts }),
  ...over,
});
const second = { id: "00000000-0000-8000-8000-000000000000", key: "scale", block: said("Deux"), by: "Salma", at: NOW }; // prettier-ignore
const english = words({ title: { rev: 1, block: { kind: "title", text: "Weigh" } }, scale: { rev: 1, block: said("One") } }, { language: "en" }); // prettier-ignore
const thrown = { ...act(), place: { key: "old", kind: "text", rev: 1, against: {} } } as const;

describe("a lesson beside what a version has of it", () => {
  it.each<[string, Lesson, DraftWords[], boolean, boolean]>([
    ["says the same, however often it was written", placed(), [french()], true, true],
    ["has another block in its bin", placed({ bin: [thrown] }), [french()], true, false],
    ["takes longer", placed({ minutes: 11 }), [french()], false, false],
    ["has another title", placed({ title: { fr: "Mesurer" } }), [french()], false, false],
    ["has a title in a language more", placed({ title: { fr: "Peser", en: "Weigh" } }), [french()], false, false],
    ["says something else", placed(), [french({ texts: { ...texts, scale: { rev: 1, block: said("Deux") } } })], false, false],
    ["lacks words", placed(), [french({ texts: { title: texts.title } })], false, false],
    ["has words beside it that nobody has chosen between", placed(), [french({ seconds: [second] })], false, false],
    ["has half of a translation", placed(), [french(), { ...english, texts: { scale: { rev: 1, block: said("One") } } }], true, false],
    ["has a translation more", placed({ title: { fr: "Peser", en: "Weigh" } }), [french(), english], false, false],
  ])("%s", (_, is, said, composes, isAll) => {
    const whole = { lesson: is, words: new Map(said.map((each) => [each.language, each])) };
    expect(composesTo(whole, past)).toBe(composes);
    expect(isAllIn(whole, past)).toBe(isAll);
  }); // prettier-ignore
});

import type { DraftBlock, Draft } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { paragraph, textBlock } from "../studio/studio.testing.ts";
import { placeOf } from "./places.ts";
import { type Known, type Looked, nextOf, STEPS, stepsOf, type Todo } from "./steps.ts";

const media = { hash: "a".repeat(64), type: "image/webp", bytes: 9 } as never;
const WORDS = textBlock("Choisissez un jour sec et calme.");
const picture = (more: object = {}): DraftBlock => ({ kind: "picture", alt: "", ...more });
const question = (...answers: readonly (readonly [string, boolean])[]): DraftBlock => ({
  ...{ kind: "question", question: "choice", prompt: paragraph("Quand ?") },
  options: answers.map(([text, right], at) => ({ id: `o${String(at)}`, text, right })),
});
const ASKED = question(["Sec", true], ["Pluie", false]);
const lesson = (...blocks: readonly DraftBlock[]): Looked => ({
  id: "les_1",
  blocks: blocks.map((block, at) => ({ key: `b${String(at)}`, kind: block.kind as never, block })),
});
const outline = (...modules: readonly object[]) => ({ modules }) as unknown as Draft["outline"];
const MODULE = { id: "mod_1", title: { fr: "Tondre" }, lessonIds: ["les_1"] };

type More = Partial<Omit<Known, "desk">> & { readonly desk?: object };
const known = ({ desk = {}, ...more }: More = {}): Known => ({
  desk: {
    ...{ id: "crs_1" as never, title: { fr: "Tondre" } },
    draft: { summary: { fr: "Sans blesser." } },
    ...desk,
  },
  draft: { outline: outline(MODULE), sourceLanguage: "fr" },
  ...{ lessons: [lesson(WORDS)], items: 0, isPreviewed: false },
  ...more,
});
const doneOf = (of: Known | undefined) =>
  stepsOf(of).flatMap(({ name, isDone }) => (isDone ? [name] : []));
const todoOf = (of: Known | undefined, name: (typeof STEPS)[number]): Todo | undefined =>
  stepsOf(of).find((step) => step.name === name)?.todo;

describe("the way to a first published lesson", () => {
  it("begins with a course for who has none", () => {
    expect(doneOf(undefined)).toEqual([]);
    expect(nextOf(stepsOf(undefined))).toMatchObject({ name: "course", todo: "begin" });
  });

  it.each<[string, More, Todo]>([
    ["what it is about", { desk: { draft: { summary: {} } } }, "summary"],
    ["a module", { draft: { outline: outline(), sourceLanguage: "fr" } }, "module"],
    ["a name for its module", { draft: { outline: outline({ ...MODULE, title: { ar: "الجز" } }), sourceLanguage: "fr" } }, "name"], // prettier-ignore
  ])("asks of a course for %s", (_, more, todo) => {
    expect(nextOf(stepsOf(known(more)))).toMatchObject({ name: "course", todo });
  });

  it("ticks what is done in whatever order, and comes back to what was left out", () => {
    const later = known({ lessons: [lesson(ASKED)], items: 3, isPreviewed: true });
    expect(doneOf(later)).toEqual(["course", "practice", "preview", "test"]);
    expect(nextOf(stepsOf(later))).toMatchObject({ name: "words", todo: "add" });
  });

  it.each<[string, DraftBlock, readonly string[]]>([
    ["words that say something", WORDS, ["words"]],
    ["in Arabic", textBlock("اختر يوما جافا وهادئا للجز"), ["words"]],
    ["in Tifinagh", textBlock("ⵙⵜⵢ ⴰⵙⵙ ⵉⵇⵇⵓⵔⵏ ⵃⵎⴰ ⴰⴷ ⵜⵍⵙⴷ"), ["words"]],
    ["no greeting", textBlock("Bonjour à tous !"), []],
    ["no row of points", textBlock(". . . . . . ."), []],
    ["a picture with its words", picture({ media, alt: "Un mouton" }), ["picture"]],
    ["one that only decorates", picture({ media, decorative: true }), ["picture"]],
    ["none without words", picture({ media }), []],
    ["none without a picture", picture({ alt: "Un mouton" }), []],
    ["a recording with its words", { kind: "audio", media, seconds: 4, transcript: "Écoutez." }, ["picture"]], // prettier-ignore
    ["no voice that is still to come", { kind: "audio", seconds: 0, transcript: "Écoutez." }, []],
    ["a question with a right answer", ASKED, ["practice"]],
    ["none without a right answer", question(["Sec", false], ["Pluie", false]), []],
    ["none with one answer", question(["Sec", true]), []],
    ["none with an empty answer", question(["Sec", true], ["", false]), []],
  ])("knows by a block: %s", (_, block, steps) => {
    const done = doneOf(known({ lessons: [lesson(block)] }));
    expect(done.filter((name) => ["words", "picture", "practice"].includes(name))).toEqual(steps);
  });

  it("asks for the words of a picture that is chosen", () => {
    expect(todoOf(known({ lessons: [lesson(picture({ media }))] }), "picture")).toBe("alt");
  });

  it.each<[object | undefined, Todo]>([
    [undefined, "publish"],
    [{ mayAsk: true }, "ask"],
    [{ mayAsk: true, review: { state: "waiting" } }, "wait"],
    [{ mayAsk: true, review: { state: "approved" } }, "publish"],
    [{ mayAsk: true, review: { state: "void" } }, "ask"],
  ])("publishes where nobody, or somebody, approves first: %j", (approval, todo) => {
    expect(todoOf(known({ desk: { approval } }), "publish")).toBe(todo);
  });

  it("is at its end with the first version, whatever else is lacking", () => {
    const out = stepsOf(known({ desk: { version: 1 } }));
    expect(out.map(({ name }) => name)).toEqual(STEPS);
    expect(nextOf(out)).toBeUndefined();
  });
});

describe("the place of a step", () => {
  const about = { courseId: "crs_1", source: "fr" } as const;
  const places = (of: Known) => stepsOf(of).map((step) => placeOf(step, about));

  it("is the block that is there to be filled in, or the button that adds one", () => {
    const of = known({ lessons: [lesson(picture())] });
    expect(places(of).slice(1, 3)).toEqual([
      { path: "/office/courses/crs_1/lessons/les_1", find: '[data-tour="add"]:last-child button', isTapped: true }, // prettier-ignore
      { path: "/office/courses/crs_1/lessons/les_1", find: '[id="b0"] .written button', isTapped: false }, // prettier-ignore
    ]);
  });

  it("is on the page of the course while there is no lesson, and in its test for what counts", () => {
    const paths = places(known({ lessons: [] })).map(({ path }) => path);
    expect(new Set(paths)).toEqual(new Set(["/office/courses/crs_1", "/office/courses/crs_1/test"])); // prettier-ignore
  });
});

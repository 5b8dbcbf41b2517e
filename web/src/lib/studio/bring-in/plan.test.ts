import { type Draft, DraftBlock, type DraftOutline, type Media } from "@twiza/contract";
import type { ImportedPicture } from "@twiza/exchange/docx";
import { describe, expect, it } from "vitest";
import { textBlock } from "../studio.testing.ts";
import { alreadyIn } from "./already.ts";
import { arrangementOf, takenBack } from "./arrange.ts";
import { type Choices, type Plan, planOf } from "./plan.ts";
import type { ReadBlock } from "./reading.ts";
import { seated } from "./seated.ts";

const courseId = `crs_${"1".repeat(32)}`;
const picture = (bytes: Uint8Array<ArrayBuffer>): ImportedPicture => ({
  kind: "picture",
  bytes,
  type: "image/png",
  name: "image1.png",
  alt: "Un puits",
});
const well = Uint8Array.of(1);
const text = (words: string) => textBlock(words) as Extract<ReturnType<typeof textBlock>, { kind: "text" }>; // prettier-ignore
const document = {
  courseId,
  fingerprint: "f".repeat(64),
  lessons: [
    { title: "Un", blocks: [text("a"), picture(well)] },
    { title: "Deux", blocks: [picture(well), picture(Uint8Array.of(1))] },
    { title: "Trois", blocks: [text("c")] },
  ],
};
const choices = (over: Partial<Choices> = {}): Choices => ({
  language: "fr",
  round: 0,
  into: { title: " Le\tsel " },
  lessons: document.lessons.map(({ title }) => ({ title, isTaken: true })),
  ...over,
});
const plan = (over: Partial<Choices> = {}): Plan => planOf(document, choices(over));

type Modules = readonly { readonly id: string; readonly lessonIds: readonly string[] }[];
/** A draft with these modules, and others in its bin. */
const draftOf = (modules: Modules, bin: Modules = []): Draft => {
  const asModule = (module: Modules[number]) => ({ ...module, title: {} });
  const outline = {
    courseId,
    modules: modules.map(asModule),
    bin: bin.map((module) => ({ kind: "module", module: asModule(module), at: "", by: "" })),
    changedAt: "",
  };
  // Only its order is looked at here.
  return { outline: outline as unknown as DraftOutline, sourceLanguage: "fr", lessons: [], mayEdit: true }; // prettier-ignore
};
const own = ({ module, lessons }: Plan) => ({ id: module.id, lessonIds: lessons.map(({ id }) => id) }); // prettier-ignore
const before = { id: "mod_0", lessonIds: ["les_0"] };
const already = (draft: Draft, language: "fr" | "ar" = "fr") => {
  const { fingerprint, lessons } = document;
  return alreadyIn(draft, { fingerprint, courseId, language, count: lessons.length });
};

it("pictures of a question come into the library once each, and stand in their places", () => {
  const [map, salt] = [Uint8Array.of(2), Uint8Array.of(3)];
  const image = (bytes: Uint8Array<ArrayBuffer>, name: string) => ({ bytes, type: "image/png" as const, name }); // prettier-ignore
  const question: ReadBlock = {
    kind: "question",
    question: "choice",
    prompt: text("Lequel ?").doc,
    options: [
      { id: "a", text: "Le sel", right: true, picture: image(salt, "sel.png") },
      { id: "b", text: "L’eau", right: false },
      { id: "c", text: "Aucun", right: false, picture: image(map, "carte.png") },
    ],
    picture: { image: image(map, "carte.png"), alt: "Un étal" },
  };
  const lessons = [{ title: "Un", blocks: [question] }];
  const [planned] = planOf({ ...document, lessons }, choices()).lessons[0]?.blocks ?? [];
  expect(planned?.block).not.toHaveProperty("picture");
  const { brings = [] } = planned ?? {};
  expect(brings.map(({ wish }) => wish.alt)).toEqual(["Un étal", "Le sel", "Un étal"]);
  expect(new Set(brings.map(({ wish }) => wish.intentId)).size).toBe(2);
  const mediumOf = (digit: string) => ({ hash: digit.repeat(64), type: "image/webp", bytes: 9 }) as Media; // prettier-ignore
  const whole = brings.reduce(
    (block, { file, seat }) => seated(block, mediumOf(file.bytes === map ? "2" : "3"), seat),
    planned?.block ?? text(""),
  );
  expect(whole).toMatchObject({
    picture: { media: mediumOf("2"), alt: "Un étal" },
    options: [{ picture: mediumOf("3") }, {}, { picture: mediumOf("2") }],
  });
  expect(DraftBlock.safeParse(whole).error).toBeUndefined();
});

describe("the names of what is brought in", () => {
  it("are the same whenever the same document is brought into the same course, and of the form that the server wants", () => {
    expect(plan()).toEqual(plan());
    const { module, lessons } = plan();
    expect(module.id).toMatch(/^mod_[0-9a-f]{32}$/);
    expect(module.title).toBe("Le sel");
    for (const { id, blocks } of lessons) {
      expect(id).toMatch(/^les_[0-9a-f]{32}$/);
      for (const { key } of blocks) expect(key).toMatch(/^[a-z][a-z0-9-]{0,39}$/);
    }
  });

  it("do not depend on which lessons are left out, or what they are called", () => {
    const lessons = [{ title: "", isTaken: false }, { title: " Autre ", isTaken: true }, { title: "Trois", isTaken: true }]; // prettier-ignore
    const [second, third] = plan({ lessons }).lessons;
    expect([second?.id, third?.id]).toEqual(
      plan()
        .lessons.slice(1)
        .map(({ id }) => id),
    );
    expect(second?.title).toBe("Autre");
    expect(second?.blocks).toEqual(plan().lessons[1]?.blocks);
  });

  it("are others in another language, another course and another round", () => {
    const others = [
      plan(),
      plan({ language: "ar" }),
      plan({ round: 1 }),
      planOf({ ...document, courseId: `crs_${"2".repeat(32)}` }, choices()),
    ];
    expect(new Set(others.map(({ module }) => module.id)).size).toBe(4);
    expect(new Set(others.map(({ lessons }) => lessons[0]?.id)).size).toBe(4);
  });

  it("of pictures: one for each picture, however often it is shown", () => {
    const intents = plan().lessons.flatMap(({ blocks }) =>
      blocks.flatMap(({ brings }) => (brings ?? []).map(({ wish }) => wish.intentId)),
    );
    expect(intents[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(intents[1]).toBe(intents[0]);
    expect(intents[2]).not.toBe(intents[0]);
  });
});

describe("what of a document is in the course already", () => {
  const first = own(plan());
  const again = own(plan({ round: 1 }));
  it.each([
    ["nothing", [before], [], { round: 0, free: 0, lessons: ["none", "none", "none"] }],
    ["some of it", [before, { ...first, lessonIds: first.lessonIds.slice(1) }], [], { round: 0, free: 1, lessons: ["none", "there", "there"] }],
    ["some of it, and some was thrown away", [{ id: "mod_9", lessonIds: first.lessonIds.slice(2) }], [{ id: "mod_8", lessonIds: first.lessonIds.slice(0, 1) }], { round: 0, free: 1, lessons: ["binned", "none", "there"] }],
    ["what was taken back as a whole is brought anew", [before], [first], { round: 1, free: 1, lessons: ["none", "none", "none"] }],
    ["what was taken back and brought anew goes on", [again], [first], { round: 1, free: 2, lessons: ["there", "there", "there"] }],
    ["a module of it that stands empty is no reason to go on", [{ ...first, lessonIds: [] }], [], { round: 1, free: 1, lessons: ["none", "none", "none"] }],
  ])("%s", (_, modules, bin, what) => {
    expect(already(draftOf(modules, bin))).toEqual(what);
  }); // prettier-ignore

  it("in another language it is another", () => {
    expect(already(draftOf([first]), "ar").lessons).toEqual(["none", "none", "none"]);
  });
});

describe("what is asked of the course", () => {
  it("a new module at the end, and its lessons one behind the other", () => {
    const whole = plan();
    const { module, lessons } = whole;
    const acts = arrangementOf(whole, draftOf([before]), lessons);
    expect(acts.map((act) => ("after" in act ? [act.do, act.after] : [act.do]))).toEqual([
      ["addModule", "mod_0"],
      ["renameModule"],
      ["addLesson"],
      ["addLesson", lessons[0]?.id],
      ["addLesson", lessons[1]?.id],
    ]);
    expect(acts.slice(2).every((act) => "moduleId" in act && act.moduleId === module.id)).toBe(
      true,
    );
  });

  it("in a module that is there, behind its last lesson", () => {
    const into = plan({ into: { moduleId: "mod_0" } });
    const [act] = arrangementOf(into, draftOf([before]), into.lessons);
    expect(act).toMatchObject({ do: "addLesson", moduleId: "mod_0", after: "les_0" });
  });

  it("only what it does not know, and never another name for what it knows", () => {
    const whole = plan();
    const { lessons } = whole;
    const there = { ...own(whole), lessonIds: lessons.slice(0, 2).map(({ id }) => id) };
    const acts = arrangementOf(whole, draftOf([there]), lessons);
    expect(acts).toMatchObject([{ do: "addLesson", id: lessons[2]?.id, after: lessons[1]?.id }]);
  });

  it("taken back, its module goes as a whole; where something else is in it, only its own lessons go", () => {
    const whole = own(plan());
    expect(takenBack(draftOf([before, whole]), plan())).toEqual([[{ do: "removeModule", id: whole.id }]]); // prettier-ignore
    const mixed = { ...whole, lessonIds: [...whole.lessonIds, "les_7"] };
    const [acts] = takenBack(draftOf([before, mixed]), plan());
    expect(acts).toEqual(whole.lessonIds.map((id) => ({ do: "removeLesson", id })));
    expect(takenBack(draftOf([before], [whole]), plan())).toEqual([]);
  });
});

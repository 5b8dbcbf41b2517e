import { learners, staff } from "@twiza/content";
import {
  AUDIO_LANGUAGES,
  BIN_DAYS,
  type DraftBlock,
  type Language,
  LANGUAGES,
  LessonBody,
  type LessonCommand,
  Manifest,
  type OpenLesson,
  VoiceSheet,
} from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { newLessonId } from "../house/new-ids.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let at: Landmarks;
/** Another course of hers, which nobody publishes here. */
let other: string;
let trainer: Visitor;
let admin: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  trainer = await house.as(staff.trainer.contact);
  admin = await house.as(staff.administrator.contact);
  const { courses } = await trainer.do("listCourses", {});
  other = found(courses.find(({ id, mayEdit }) => mayEdit && id !== at.course.courseId)).id;
});
afterAll(() => house.close());

type Place = { readonly courseId: string; readonly lessonId: string };
type Text = { readonly key: string; readonly base: number; readonly block: DraftBlock };
type Saved = { language?: Language; commands?: LessonCommand[]; texts?: Text[] };
const bodyOf = ({ language = "fr", commands = [], texts = [] }: Saved) => ({ intentId: newIntent(), language, commands, texts }); // prettier-ignore
const save = (who: Visitor, params: Place, saved: Saved) =>
  who.do("saveDraftLesson", { params, body: bodyOf(saved) });
const open = (who: Visitor, params: Place, language: Language = "fr") =>
  who.do("readDraftLesson", { params, query: { language } });
const arrange = (who: Visitor, courseId: string, ...commands: object[]) =>
  who.do("arrangeDraft", { params: { courseId }, body: { intentId: newIntent(), commands: commands as never } }); // prettier-ignore
const compose = (who: Visitor, courseId: string) =>
  who.do("composeDraft", { params: { courseId }, body: { intentId: newIntent() } });
const blockersOf = async (who: Visitor, courseId: string) =>
  (await compose(who, courseId)).faults.filter(({ blocks }) => blocks);
const manifestOf = async (courseId: string): Promise<string> => {
  const { organisationId } = at.open;
  const kept = await house.server.deps.store.courses.byId(organisationId, courseId as never);
  return found(kept).value.draft.content.manifest;
};
const content = async (hash: string): Promise<unknown> =>
  (await house.anyone.fetch(`/content/${hash}`)).json();
const said = (text: string): DraftBlock => ({
  kind: "text",
  doc: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
});
const title = (text: string): DraftBlock => ({ kind: "title", text });
const textIn = ({ words }: OpenLesson, key: string) => words[0]?.texts[key];

/** A lesson of an empty template at the end of the first module. */
async function newLesson(who: Visitor, courseId: string, name = "Peser"): Promise<Place> {
  const lessonId = newLessonId();
  const { outline } = await who.do("readDraft", { params: { courseId } });
  const [module] = outline.modules;
  const place = { moduleId: module?.id, after: module?.lessonIds.at(-1) };
  await arrange(who, courseId, {
    do: "addLesson",
    id: lessonId,
    ...place,
    title: { fr: name },
    template: "empty",
  });
  return { courseId, lessonId };
}

describe("a course that nobody has touched", () => {
  it("composes to the very manifest that it has, also when each of its lessons is written anew from its words", async () => {
    const { courses } = await admin.do("listCourses", {});
    expect(courses).toHaveLength(4);
    for (const { id: courseId } of courses) {
      const before = await manifestOf(courseId);
      expect(await blockersOf(admin, courseId)).toEqual([]);
      expect(await manifestOf(courseId)).toBe(before);
      const { lessons, sourceLanguage } = await admin.do("readDraft", { params: { courseId } });
      for (const { id: lessonId, title: named, standing } of lessons) {
        const params = { courseId, lessonId };
        const there = LANGUAGES.filter((language) => standing[language]?.missing === 0);
        expect(there).toContain(sourceLanguage);
        for (const language of there) {
          // Something else and back: both the lesson and the words have rows now.
          for (const [base, words] of ["Autre", named[language] ?? ""].entries()) {
            const texts = [{ key: "title", base: base + 1, block: title(words) }];
            await save(admin, params, { language, texts });
          }
        }
      }
      expect(await blockersOf(admin, courseId)).toEqual([]);
      expect(await manifestOf(courseId)).toBe(before);
    }
  });

  it("is read without anything being written, and told how far each language is", async () => {
    const params = { courseId: at.changed.courseId };
    const before = await countWritten(house);
    const draft = await trainer.do("readDraft", { params });
    expect(draft).toMatchObject({ sourceLanguage: "fr", mayEdit: false });
    const owner = await house.as(staff.secondTrainer.contact);
    expect(await owner.do("readDraft", { params })).toMatchObject({ mayEdit: true });
    const auditor = await house.as(staff.auditor.contact);
    expect(await auditor.do("readDraft", { params })).toMatchObject({ mayEdit: false });
    expect(draft.lessons.map(({ id }) => id)).toEqual(
      draft.outline.modules.flatMap(({ lessonIds }) => lessonIds),
    );
    for (const { id: lessonId } of draft.lessons)
      await open(auditor, { ...params, lessonId }, "ar");
    expect(await countWritten(house)).toEqual(before);
  });
});

it("a trainer writes a lesson, has it translated, publishes it, and a learner reads it", async () => {
  const { courseId } = at.course;
  const place = await newLesson(trainer, courseId);
  const { faults: early } = await compose(trainer, courseId);
  expect(early[0]).toMatchObject({ lessonId: place.lessonId, code: "no_block", blocks: true });

  const earlier = await house.as(learners.beginner.contact);
  await earlier.do("enrol", { body: { intentId: newIntent(), courseId } });
  const before = await manifestOf(courseId);
  const add = { do: "add", key: "scale", kind: "text", after: "" } as const;
  const first = await save(trainer, place, {
    commands: [add],
    texts: [{ key: "scale", base: 0, block: said("La balance est juste.") }],
  });
  expect(first.lesson.places).toEqual([{ key: "scale", kind: "text", rev: 1, against: {} }]);
  await save(trainer, place, {
    language: "ar",
    texts: [
      { key: "title", base: 0, block: title("الوزن") },
      { key: "scale", base: 0, block: said("الميزان مضبوط.") },
    ],
  });
  await save(trainer, place, {
    language: "zgh",
    texts: [{ key: "scale", base: 0, block: said("ⴰⵎⵉⵣⴰⵏ.") }],
  });
  const { lessons } = await trainer.do("readDraft", { params: { courseId } });
  const line = lessons.find(({ id }) => id === place.lessonId);
  expect(line).toMatchObject({
    title: { fr: "Peser", ar: "الوزن" },
    blockCount: 1,
    standing: {
      fr: { done: 2, outdated: 0, missing: 0 },
      ar: { done: 2, outdated: 0, missing: 0 },
      zgh: { done: 1, outdated: 0, missing: 1 },
    },
  });

  const { faults, composedAt } = await compose(trainer, courseId);
  const { lessonId } = place;
  expect(composedAt).toBeDefined();
  expect(faults.filter((fault) => fault.lessonId === lessonId)).toEqual([
    { lessonId, language: "zgh", key: "title", code: "untranslated", blocks: false },
    { lessonId, language: "en", code: "untranslated", blocks: false },
  ]);
  expect(await manifestOf(courseId)).not.toBe(before);
  const published = { intentId: newIntent(), note: "Une leçon de plus." };
  await trainer.do("publishCourse", { params: { courseId }, body: published });

  const learner = await house.as(learners.eligible.contact);
  await learner.do("enrol", { body: { intentId: newIntent(), courseId } });
  const { manifest } = await learner.do("readEnrolment", { params: { courseId } });
  const { modules } = Manifest.parse(await content(manifest));
  const entry = modules.flatMap((module) => module.lessons).find(({ id }) => id === lessonId);
  expect(Object.keys(entry?.bodies ?? {})).toEqual(["ar", "fr"]);
  const body = LessonBody.parse(await content(entry?.bodies.ar?.hash ?? ""));
  expect(body).toMatchObject({ title: "الوزن", blocks: [{ key: "scale", kind: "text" }] });

  // Where a lesson lies is told with its course, by the version that whoever asks is on.
  const asked = { params: { courseId }, query: { lessonId } };
  const bodies = { ar: entry?.bodies.ar?.hash, fr: entry?.bodies.fr?.hash };
  expect((await house.anyone.do("readOutline", asked)).bodies).toEqual(bodies);
  expect((await learner.do("readEnrolment", asked)).bodies).toEqual(bodies);
  const older = await earlier.do("readEnrolment", asked);
  expect(older).toMatchObject({ version: 1 });
  expect(older).not.toHaveProperty("bodies");
});

it("two authors meet in one block, and neither loses a word", async () => {
  const place = await newLesson(trainer, at.course.courseId);
  const add = { do: "add", key: "salt", kind: "text", after: "" } as const;
  const text = (base: number, words: string) => [{ key: "salt", base, block: said(words) }];
  await save(trainer, place, { commands: [add], texts: text(0, "Le sel.") });
  await save(trainer, place, { texts: text(1, "Le sel pèse.") });
  const met = await save(admin, place, { texts: text(1, "Le sel coûte.") });
  expect(textIn(met, "salt")?.block).toEqual(said("Le sel pèse."));
  const [second] = (await open(trainer, place)).words[0]?.seconds ?? [];
  expect(second).toMatchObject({ by: staff.administrator.name, block: said("Le sel coûte.") });
  const { faults } = await compose(trainer, place.courseId);
  expect(faults).toContainEqual({ lessonId: place.lessonId, language: "fr", key: "salt", code: "undecided", blocks: true }); // prettier-ignore
  // The same wish again, its answer lost, and the same words as another wish: still one beside the other.
  await save(admin, place, { texts: text(1, "Le sel coûte.") });
  const settle = { do: "settle", id: second?.id ?? "" } as const;
  const settled = await save(trainer, place, {
    commands: [settle],
    texts: text(2, "Le sel pèse et coûte."),
  });
  expect(settled.words[0]?.seconds).toEqual([]);
  expect(textIn(settled, "salt")).toEqual({ rev: 3, block: said("Le sel pèse et coûte.") });
  expect(await blockersOf(trainer, place.courseId)).toEqual([]);
});

it("what two authors save at the same moment is all there", async () => {
  const place = await newLesson(trainer, other);
  const keys = Array.from({ length: 8 }, (_, index) => `block-${index}`);
  await Promise.all(
    keys.map((key, index) =>
      save(index % 2 ? admin : trainer, place, {
        commands: [{ do: "add", key, kind: "text", after: "" }],
        texts: [{ key, base: 0, block: said(key) }],
      }),
    ),
  );
  const { lesson, words } = await open(trainer, place);
  expect(lesson.places.map(({ key }) => key).sort()).toEqual(keys);
  expect(Object.keys(words[0]?.texts ?? {}).sort()).toEqual([...keys, "title"]);
});

it("a save that comes again is told how the lesson is by then, and does nothing", async () => {
  const place = await newLesson(trainer, other);
  const body = bodyOf({ texts: [{ key: "title", base: 1, block: title("Mesurer") }] });
  const first = await trainer.do("saveDraftLesson", { params: place, body });
  await save(trainer, place, { texts: [{ key: "title", base: 2, block: title("Compter") }] });
  const again = await trainer.do("saveDraftLesson", { params: place, body });
  expect(first.lesson.title).toEqual({ fr: "Mesurer" });
  expect(again.lesson.title).toEqual({ fr: "Compter" });
  expect(again.words[0]?.seconds).toEqual([]);
  const another = { ...body, commands: [{ do: "minutes" as const, minutes: 3 }] };
  expect(await trainer.refused("saveDraftLesson", { params: place, body: another })).toBe("intent.reused"); // prettier-ignore
});

it("a block and a lesson are thrown away, taken back with all their words, and doubled", async () => {
  const { courseId } = at.course;
  const [line] = (await trainer.do("readDraft", { params: { courseId } })).lessons;
  const place = { courseId, lessonId: line?.id ?? "" };
  const whole = await open(trainer, place);
  const arabic = await open(trainer, place, "ar");
  const [, second] = whole.lesson.places;
  const key = second?.key ?? "";
  const thrown = await save(trainer, place, { commands: [{ do: "remove", key }] });
  expect(thrown.lesson.bin).toMatchObject([{ place: { key } }]);
  await compose(trainer, courseId);
  const back = await save(trainer, place, { commands: [{ do: "restore", key }] });
  expect(back.lesson.places).toEqual(whole.lesson.places);
  expect((await open(trainer, place, "ar")).words).toEqual(arabic.words);

  const doubled = await save(trainer, place, { commands: [{ do: "duplicate", key, as: "again" }] });
  expect(textIn(doubled, "again")?.block).toEqual(textIn(whole, key)?.block);
  const copied = textIn(await open(trainer, place, "ar"), "again");
  expect(copied?.block).toEqual(textIn(arabic, key)?.block);

  const as = newLessonId();
  const { lessons } = await arrange(trainer, courseId, { do: "duplicateLesson", id: place.lessonId, as }); // prettier-ignore
  const [first, copy] = lessons;
  expect(copy).toMatchObject({ id: as, title: first?.title, standing: first?.standing });
  const opened = await open(trainer, { courseId, lessonId: as }, "ar");
  expect(opened.words[0]?.texts).toEqual((await open(trainer, place, "ar")).words[0]?.texts);

  await arrange(trainer, courseId, { do: "removeLesson", id: place.lessonId });
  await compose(trainer, courseId);
  const gone = Manifest.parse(await content(await manifestOf(courseId)));
  const ids = (of: Manifest) => of.modules.flatMap((module) => module.lessons.map(({ id }) => id));
  expect(ids(gone)).not.toContain(place.lessonId);
  await arrange(trainer, courseId, { do: "restoreLesson", id: place.lessonId });
  await save(trainer, place, { commands: [{ do: "remove", key: "again" }] });
  expect(await blockersOf(trainer, courseId)).toEqual([]);
  const returned = Manifest.parse(await content(await manifestOf(courseId)));
  expect(ids(returned)).toContain(place.lessonId);
  const entry = returned.modules.flatMap((module) => module.lessons).find(({ id }) => id === place.lessonId); // prettier-ignore
  expect(entry?.voices).toEqual(
    Manifest.parse(await content(at.course.manifest)).modules[0]?.lessons[0]?.voices,
  );
});

it("the recordings of a block that is gone go with it and no others, so that the course can be published, and come back with it", async () => {
  const { courseId } = at.course;
  const { lessons } = await trainer.do("readDraft", { params: { courseId } });
  const before = Manifest.parse(await content(await manifestOf(courseId)));
  const spoken = before.modules.flatMap((module) => module.lessons).filter(({ voices }) => voices);
  const [entry] = spoken;
  expect(AUDIO_LANGUAGES.some((language) => entry?.voices?.[language])).toBe(true);
  const place = { courseId, lessonId: entry?.id ?? "" };
  expect(lessons.map(({ id }) => id)).toContain(place.lessonId);
  const { lesson } = await open(trainer, place);
  const remove = lesson.places.map(({ key }) => ({ do: "remove", key }) as const).slice(1);
  await save(trainer, place, { commands: remove });
  await compose(trainer, courseId);
  const shorter = Manifest.parse(await content(await manifestOf(courseId)));
  const left = shorter.modules.flatMap((module) => module.lessons).find(({ id }) => id === entry?.id); // prettier-ignore
  expect(Object.keys(left?.voices ?? {})).toEqual(Object.keys(entry?.voices ?? {}));
  for (const pointer of Object.values(left?.voices ?? {})) {
    const { hash, seconds } = found(pointer);
    const { parts } = VoiceSheet.parse(await content(hash));
    expect(Object.keys(parts).map((part) => part.split("/")[0])).toContain("title");
    for (const part of Object.keys(parts))
      expect(["title", lesson.places[0]?.key]).toContain(part.split("/")[0]);
    expect(seconds).toBe(Object.values(parts).reduce((sum, part) => sum + part.seconds, 0));
  }
  await trainer.do("publishCourse", {
    params: { courseId },
    body: { intentId: newIntent(), note: "Plus court." },
  });
  await save(trainer, place, {
    commands: remove.toReversed().map(({ key }) => ({ do: "restore", key })),
  });
  await compose(trainer, courseId);
  const after = Manifest.parse(await content(await manifestOf(courseId)));
  const whole = after.modules
    .flatMap((module) => module.lessons)
    .find(({ id }) => id === entry?.id);
  expect(whole).toEqual(entry);
});

it("a picture that nobody has brought here does not get to learners", async () => {
  const place = await newLesson(trainer, other);
  const media = { hash: "0".repeat(64), type: "image/webp", bytes: 900 } as never;
  await save(trainer, place, {
    commands: [{ do: "add", key: "scale", kind: "picture", after: "" }],
    texts: [{ key: "scale", base: 0, block: { kind: "picture", media, alt: "Une balance" } }],
  });
  expect((await compose(trainer, place.courseId)).faults).toContainEqual({ lessonId: place.lessonId, language: "fr", key: "scale", code: "no_picture", blocks: true }); // prettier-ignore
  await arrange(trainer, place.courseId, { do: "removeLesson", id: place.lessonId });
});

it("nobody writes in another's course, and a lesson that nobody has made is not there", async () => {
  const { courseId } = at.changed;
  const [line] = (await trainer.do("readDraft", { params: { courseId } })).lessons;
  const params = { courseId, lessonId: line?.id ?? "" };
  expect(await trainer.refused("saveDraftLesson", { params, body: bodyOf({}) })).toBe("not_found");
  const body = { intentId: newIntent() };
  expect(await trainer.refused("composeDraft", { params, body })).toBe("not_found");
  const commands = [{ do: "removeModule" as const, id: at.moduleId }];
  expect(await trainer.refused("arrangeDraft", { params, body: { ...body, commands } })).toBe("not_found"); // prettier-ignore
  const nowhere = { courseId: at.course.courseId, lessonId: newLessonId() };
  expect(await trainer.refused("saveDraftLesson", { params: nowhere, body: bodyOf({}) })).toBe("not_found"); // prettier-ignore
  expect(await trainer.refused("readDraftLesson", { params: nowhere, query: { language: "fr" } })).toBe("not_found"); // prettier-ignore
});

it("a lesson takes a hundred blocks and not one more, and nothing of what is too much is kept", async () => {
  const place = await newLesson(trainer, other);
  const add = (index: number) =>
    ({ do: "add", key: `b${index}`, kind: "text", after: "" }) as const;
  for (const from of [0, 50])
    await save(trainer, place, { commands: Array.from({ length: 50 }, (_, at) => add(from + at)) });
  const body = bodyOf({ commands: [add(100)] });
  expect(await trainer.refused("saveDraftLesson", { params: place, body })).toBe("draft.full");
  expect((await open(trainer, place)).lesson.places).toHaveLength(100);
  const long = (key: string) => ({ key, base: 0, block: said("x".repeat(3990)) });
  const texts = Array.from({ length: 30 }, (_, at) => long(`b${at}`));
  await save(trainer, place, { texts: texts.slice(0, 15) });
  await save(trainer, place, { texts: texts.slice(15) });
  const more = bodyOf({ texts: ["b30", "b31", "b32"].map(long) });
  expect(await trainer.refused("saveDraftLesson", { params: place, body: more })).toBe(
    "draft.full",
  );
  expect(Object.keys((await open(trainer, place)).words[0]?.texts ?? {})).toHaveLength(31);
});

it("a link in a list in a step is not too deep, and a title under another key is refused", async () => {
  const place = await newLesson(trainer, other);
  const link = { type: "link", attrs: { href: "https://example.org" } } as const;
  const paragraph = { type: "paragraph", content: [{ type: "text", text: "Ici", marks: [link] }] } as const; // prettier-ignore
  const list = {
    type: "bulletList",
    content: [{ type: "listItem", content: [paragraph] }],
  } as const;
  const steps = { kind: "steps", steps: [{ type: "doc", content: [list] }] } as never;
  const { lesson } = await save(trainer, place, { texts: [{ key: "way", base: 0, block: steps }] });
  expect(lesson.places).toMatchObject([{ key: "way", kind: "steps", rev: 1 }]);
  for (const text of [{ key: "way", base: 1, block: title("x") }, { key: "title", base: 1, block: said("x") }]) // prettier-ignore
    expect(await trainer.refused("saveDraftLesson", { params: place, body: bodyOf({ texts: [text] }) })).toBe("request.invalid"); // prettier-ignore
});

describe("after a month in the bin", () => {
  let now = new Date();
  const clock = { now: () => now };
  it("a lesson leaves for good with its words, at the next change of the order", async () => {
    const later = await openHouse({ clock });
    const author = await later.as(staff.trainer.contact);
    const { courses } = await later.anyone.do("listCatalogue", { query: {} });
    const courseId = courses.find(({ title: { en } }) => en?.startsWith("Create"))?.courseId ?? "";
    const place = await newLesson(author, courseId);
    await save(author, place, { texts: [{ key: "salt", base: 0, block: said("Le sel.") }] });
    await arrange(author, courseId, { do: "removeLesson", id: place.lessonId });
    now = new Date(now.getTime() + (BIN_DAYS + 1) * 86_400_000);
    const back = await later.as(staff.trainer.contact);
    expect((await back.do("readDraft", { params: { courseId } })).outline.bin).toHaveLength(1);
    const id = newLessonId();
    const { outline } = await back.do("readDraft", { params: { courseId } });
    const moduleId = outline.modules[0]?.id ?? "";
    const add = { do: "addLesson", id, moduleId, title: {}, template: "practical" };
    const { outline: tidied, lessons } = await arrange(back, courseId, add);
    expect(tidied.bin).toEqual([]);
    expect(lessons.find((line) => line.id === id)?.blockCount).toBe(6);
    expect(await back.refused("readDraftLesson", { params: place, query: { language: "fr" } })).toBe("not_found"); // prettier-ignore
    await later.close();
  });
});

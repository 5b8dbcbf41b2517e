import { staff } from "@twiza/content";
import {
  type DraftBlock,
  type DraftFault,
  type Item,
  LessonBody,
  Manifest,
  PackIndex,
} from "@twiza/contract";
import { MARKED_KINDS } from "@twiza/contract/marking";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse } from "../house/house.ts";
import { newCourseId, newLessonId } from "../house/new-ids.ts";
import { publishFirst } from "../house/new-trainer.ts";
import { beginNine, type NineKinds } from "../house/nine-kinds.ts";
import { bringPicture } from "../house/pictures.ts";

let house: House;
let nine: NineKinds;
beforeAll(async () => {
  house = await openHouse();
  nine = await beginNine(house);
  const { courseId, items } = nine;
  await nine.trainer.do("bringItems", { params: { courseId }, body: { ...wish(), items: [...items], draw: 5 } }); // prettier-ignore
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
type Question = Extract<DraftBlock, { kind: "question" }>;
const doc = (text: string) => ({ type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] }); // prettier-ignore
const json = async (hash: string): Promise<unknown> =>
  (await house.anyone.fetch(`/content/${hash}`)).json();

/** A graded item as a question of practice in one of its languages. */
function practiceOf({ id: _, voices: _v, ...item }: Item, language: "fr" | "ar"): Question {
  const said = (text: Readonly<Record<string, string | undefined>> | undefined) => text?.[language] ?? text?.["fr"] ?? ""; // prettier-ignore
  const { prompt, options, feedback, hint, picture, ...rest } = item;
  return {
    ...{ kind: "question", ...rest, prompt: doc(said(prompt)) },
    options: options.map(({ text, pair, feedback: why, ...option }, at) => ({
      ...option,
      ...{ id: `o-${at}`, text: said(text) },
      ...(pair ? { pair: said(pair) } : {}),
      ...(why ? { feedback: said(why) } : {}),
    })),
    ...(feedback ? { feedback: said(feedback) } : {}),
    ...(hint ? { hint: said(hint) } : {}),
    ...(picture ? { picture: { media: picture.media, alt: said(picture.alt) } } : {}),
  };
}
const keyOf = ({ question }: Item): string => `ask-${question}`;

/** A new lesson of these questions, in French. */
async function lessonOf(blocks: Readonly<Record<string, Question>>): Promise<string> {
  const { trainer, courseId } = nine;
  const lessonId = newLessonId();
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  const add = { do: "addLesson", id: lessonId, moduleId: found(outline.modules[0]).id, title: { fr: "S’exercer" }, template: "empty" } as const; // prettier-ignore
  await trainer.do("arrangeDraft", { params: { courseId }, body: { ...wish(), commands: [add] } });
  await save(lessonId, "fr", blocks, true);
  return lessonId;
}
async function save(lessonId: string, language: "fr" | "ar", blocks: Readonly<Record<string, Question>>, isNew: boolean) {
  const keys = Object.keys(blocks);
  const commands = keys.map((key, at) => ({ do: "add" as const, key, kind: "question" as const, after: keys[at - 1] ?? "" }));
  const texts = Object.entries(blocks).map(([key, block]) => ({ key, base: 0, block }));
  const body = { ...wish(), language, commands: isNew ? commands : [], texts };
  return nine.trainer.do("saveDraftLesson", { params: { courseId: nine.courseId, lessonId }, body });
} // prettier-ignore
const faultsIn = async (lessonId: string): Promise<DraftFault[]> => {
  const { faults } = await nine.trainer.do("composeDraft", { params: { courseId: nine.courseId }, body: wish() }); // prettier-ignore
  return faults.filter((fault) => fault.lessonId === lessonId);
};
const removeLesson = (lessonId: string) =>
  nine.trainer.do("arrangeDraft", { params: { courseId: nine.courseId }, body: { ...wish(), commands: [{ do: "removeLesson", id: lessonId }] } }); // prettier-ignore

describe("questions of practice", () => {
  it("of every kind are written, translated, published with their pictures in the pack, copied and restored whole", async () => {
    const { trainer, courseId, items, picture } = nine;
    const french = Object.fromEntries(items.map((item) => [keyOf(item), practiceOf(item, "fr")]));
    const lessonId = await lessonOf(french);
    const place = { courseId, lessonId };
    // The translation does not say where things lie, nor what is shown beside options: that is the source’s.
    const arabic = Object.fromEntries(
      items.map((item) => {
        const { picture: shows, ...block } = practiceOf(item, "ar");
        const options = block.options.map(({ spot: _, picture: _p, ...option }) => option);
        return [keyOf(item), { ...block, options, ...(shows ? { picture: shows } : {}) }];
      }),
    );
    await save(lessonId, "ar", arabic, false);
    const title = { key: "title", base: 0, block: { kind: "title" as const, text: "تمرن" } };
    await trainer.do("saveDraftLesson", { params: place, body: { ...wish(), language: "ar", commands: [], texts: [title] } }); // prettier-ignore
    expect((await faultsIn(lessonId)).filter(({ blocks }) => blocks)).toEqual([]);
    const { version } = await publishFirst(trainer, nine);

    const bodies = await publishedBodies(courseId, lessonId);
    const shape = (blocks: LessonBody["blocks"]) =>
      blocks.map((block) => (block.kind === "question" ? block : expect.unreachable()));
    const [fr, ar] = [shape(bodies.fr), shape(bodies.ar)];
    expect(fr.map(({ key: _, ...block }) => block)).toEqual(Object.values(french));
    expect(ar.map(({ question }) => question)).toEqual([...MARKED_KINDS]);
    const seen = (blocks: typeof fr) =>
      blocks.map((block) => [
        block.picture?.media,
        block.options.map(({ picture: shows, spot }) => [shows, spot]),
      ]);
    expect(seen(ar)).toEqual(seen(fr));
    expect(ar[8]?.picture?.alt).toBe("نعجة");
    expect(bodies.files.find(({ hash }) => hash === picture.media.hash)).toMatchObject({
      kind: "picture",
      languages: expect.arrayContaining(["fr", "ar"]) as string[],
    });
    expect(bodies.mediaBytes).toBe(picture.media.bytes);

    // Another takes the place of one, and what was comes back whole, its draw too.
    const before = await trainer.do("readItems", { params: { courseId } });
    expect(before).toMatchObject({ draw: 5 });
    await removeLesson(lessonId);
    await trainer.do("arrangeItems", { params: { courseId }, body: { ...wish(), commands: [{ do: "draw" }, { do: "remove", id: found(before.items[0]).id }] } }); // prettier-ignore
    await trainer.do("restoreVersion", { params: { courseId }, body: { ...wish(), version: found(version) } }); // prettier-ignore
    expect(await trainer.do("readItems", { params: { courseId } })).toEqual(before);
    const wordsOf = async (of: string) => {
      const opened = await trainer.do("readDraftLesson", { params: { courseId: of, lessonId }, query: { language: "fr" } }); // prettier-ignore
      return Object.entries(found(opened.words[0]).texts).filter(([key]) => key !== "title");
    };
    const blocksOf = (texts: Awaited<ReturnType<typeof wordsOf>>) =>
      Object.fromEntries(texts.map(([key, { block }]) => [key, block]));
    expect(blocksOf(await wordsOf(courseId))).toEqual(french);

    const as = newCourseId();
    await trainer.do("copyCourse", { params: { courseId }, body: { ...wish(), as, title: { fr: "Le nôtre" } } }); // prettier-ignore
    expect(await trainer.do("readItems", { params: { courseId: as } })).toEqual(before);
    expect(blocksOf(await wordsOf(as))).toEqual(french);
    await removeLesson(lessonId);
  });

  const of = (kind: Item["question"], over: Partial<Question>): Question => ({
    ...practiceOf(found(nine.items.find(({ question }) => question === kind)), "fr"),
    ...over,
  });
  const without = (kind: Item["question"], part: "pair" | "spot" | "gap"): Question => {
    const block = of(kind, {});
    return { ...block, options: block.options.map(({ [part]: _, ...option }) => option) };
  };
  it.each<[string, DraftFault["code"], () => Question]>([
    ["a match of which a half is missing", "no_pair", () => without("match", "pair")],
    ["a place that is nowhere on its picture", "no_spot", () => without("hotspot", "spot")],
    ["places of no picture", "no_picture", () => { const { picture: _, ...block } = of("hotspot", {}); return block; }],
    ["words for no gap", "gap_astray", () => without("cloze", "gap")],
    ["a gap that nothing fills", "gap_astray", () => of("cloze", { prompt: doc("[[a]] [[b]] [[c]]") })],
    ["more steps than can be put in order", "many_options", () => of("order", { options: Array.from({ length: 9 }, (_, at) => ({ id: `o-${at}`, text: `Pas ${at}`, right: true })) })],
    ["a step twice", "same_options", () => of("order", { options: ["a", "b"].map((id) => ({ id, text: "Trier", right: true })) })],
    ["words to write of which none is right", "none_right", () => of("short", { options: [{ id: "a", text: "peau", right: false }] })],
  ])("with %s keep the course from being published", async (_, code, made) => {
    const lessonId = await lessonOf({ ask: made() });
    expect(await faultsIn(lessonId)).toMatchObject([{ code, blocks: true, key: "ask" }]);
    await removeLesson(lessonId);
  }); // prettier-ignore
});

/** What learners read of a lesson of the live version, and which files it wants. */
async function publishedBodies(courseId: string, lessonId: string) {
  const kept = found(await house.server.deps.store.courses.outline(courseId as never));
  const { content } = kept.entry.value;
  const manifest = Manifest.parse(await json(content.manifest));
  const entry = found(manifest.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lessonId)); // prettier-ignore
  const pointers = { fr: found(entry.bodies.fr), ar: found(entry.bodies.ar) };
  const read = async (hash: string) => LessonBody.parse(await json(hash)).blocks;
  const { files } = PackIndex.parse(await json(found(content.pack)));
  return {
    fr: await read(pointers.fr.hash),
    ar: await read(pointers.ar.hash),
    mediaBytes: pointers.fr.mediaBytes,
    files: files.filter(({ lessonIds }) => lessonIds.some((id) => id === lessonId)),
  };
}

describe("a picture of the test", () => {
  it("counts as used, in the draft and live; is replaced with the others, and removed only when nothing shows it", async () => {
    const { trainer, courseId, picture } = nine;
    const by = await bringPicture(house, staff.trainer.contact, { width: 48, height: 31 });
    const params = { mediaId: picture.id };
    await publishFirst(trainer, nine);
    const { courses, removable } = await trainer.do("readMediaUses", { params });
    const use = found(courses.find((course) => course.courseId === courseId));
    expect(use).toMatchObject({ itemCount: 2, mayEdit: true });
    expect(use.versions[0]).toMatchObject({ live: true, itemCount: 2 });
    expect(removable).toBe(false);
    expect(await trainer.refused("removeMedia", { params, body: wish() })).toBe("media.used");

    const asked = { params, body: { ...wish(), by: by.id } };
    const replaced = await trainer.do("replaceMedia", asked);
    expect(replaced.left).toBe(0);
    expect(await trainer.do("replaceMedia", asked)).toEqual(replaced);
    const { items } = await trainer.do("readItems", { params: { courseId } });
    const text = JSON.stringify(items);
    expect([text.includes(picture.media.hash), text.includes(by.media.hash)]).toEqual([false, true]); // prettier-ignore
    const after = (await trainer.do("readMediaUses", { params })).courses.find((course) => course.courseId === courseId); // prettier-ignore
    expect(after).toMatchObject({ itemCount: 0 });
    expect(after?.versions[0]).toMatchObject({ live: true, itemCount: 2 });
  });

  it("of a course of others stays, and is told", async () => {
    const second = await house.as(staff.secondTrainer.contact);
    const { items } = await nine.trainer.do("readItems", { params: { courseId: nine.courseId } });
    const shown = found(found(items.find(({ question }) => question === "hotspot")).picture).media;
    const library = await second.do("listMedia", { query: {} });
    const own = found(library.items.find(({ media }) => media.hash === shown.hash));
    const by = await bringPicture(house, staff.secondTrainer.contact, { width: 49, height: 31 });
    const body = { ...wish(), by: by.id };
    const reply = await second.do("replaceMedia", { params: { mediaId: own.id }, body });
    expect(reply.left).toBeGreaterThan(0);
    const after = await nine.trainer.do("readItems", { params: { courseId: nine.courseId } });
    expect(after.items).toEqual(items);
  });

  it("must be here before an item that shows it is written, by itself or with others", async () => {
    const { trainer, courseId, items } = nine;
    const item = found(items.find(({ question }) => question === "hotspot"));
    const astray = { ...found(item.picture).media, hash: "e".repeat(64) };
    const id = `itm_${newIntent().replaceAll("-", "")}`;
    const broken = { ...item, id, picture: { ...found(item.picture), media: astray } } as Item;
    const saved = { params: { courseId, itemId: broken.id }, body: { ...wish(), item: broken } };
    expect(await trainer.refused("saveItem", saved)).toBe("upload.missing");
    const brought = { params: { courseId }, body: { ...wish(), items: [broken] } };
    expect(await trainer.refused("bringItems", brought)).toBe("upload.missing");
  });
});

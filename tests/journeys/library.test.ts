import { readFileSync } from "node:fs";
import { staff } from "@twiza/content";
import { BIN_DAYS, type Language, type LibraryItem } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { bring, bringPicture, lessonWith } from "../house/pictures.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let trainer: Visitor;
let second: Visitor;
let admin: Visitor;
/** A course of the trainer's own, and one of the second trainer's. */
let hers: string;
let others: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  second = await house.as(staff.secondTrainer.contact);
  admin = await house.as(staff.administrator.contact);
  const ownOf = async (who: Visitor) =>
    found((await who.do("listCourses", {})).courses.find(({ mayEdit }) => mayEdit)).id;
  [hers, others] = [await ownOf(trainer), await ownOf(second)];
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
let made = 20;
/** Each of them is another one: the same bytes would be the same picture. */
const picture = () => bringPicture(house, staff.trainer.contact, { width: (made += 1), height: 9 });
const recording = async (name: string, language: string) => {
  const intentId = newIntent();
  const bytes = readFileSync(`packages/content/courses/keep-the-cash-book/media/07-to-the-year.${language}.ogg`); // prettier-ignore
  await bring(trainer, { house, intentId, type: "audio/ogg", bytes });
  return trainer.do("takeUpload", { body: { intentId, name } });
};
const usesOf = (who: Visitor, { id: mediaId }: Pick<LibraryItem, "id">) =>
  who.do("readMediaUses", { params: { mediaId } });
const remove = (who: Visitor, { id: mediaId }: Pick<LibraryItem, "id">, body = wish()) =>
  who.do("removeMedia", { params: { mediaId }, body });
const replace = (who: Visitor, from: LibraryItem, by: LibraryItem, body = wish()) =>
  who.do("replaceMedia", { params: { mediaId: from.id }, body: { ...body, by: by.id } });
/** What the audit trail says of something, latest first. */
const linesAbout = async ({ id }: Pick<LibraryItem, "id">) =>
  (await admin.do("listAudit", { query: {} })).entries.filter(({ subjectId }) => subjectId === id);
const wordsIn = async (place: { courseId: string; lessonId: string }, language: Language) => {
  const opened = await admin.do("readDraftLesson", { params: place, query: { language } });
  return { lesson: opened.lesson, words: found(opened.words[0]) };
};
const publish = async (who: Visitor, courseId: string) => {
  const { faults } = await who.do("composeDraft", { params: { courseId }, body: wish() });
  expect(faults.filter(({ blocks }) => blocks)).toEqual([]);
  const body = { ...wish(), note: "…" };
  return found((await who.do("publishCourse", { params: { courseId }, body })).version);
};
const inOrder = async (courseId: string, ...commands: object[]) =>
  trainer.do("arrangeDraft", { params: { courseId }, body: { ...wish(), commands: commands as never } }); // prettier-ignore

describe("the library", () => {
  it("is looked through by words, pictures and recordings apart, page by page", async () => {
    const { deps } = house.server;
    const one = await picture();
    const description = { kind: "words" as const, alt: { fr: "Séchoir à figues", ar: "مُجَفَّف" } };
    await trainer.do("describeMedia", {
      params: { mediaId: one.id },
      body: { ...wish(), description },
    });
    const spoken = await recording("voix des figues.ogg", "fr");
    // Five hundred more, as years bring them.
    const { value } = found(await deps.store.media.byId(await organisation(), one.id));
    for (let part = 0; part < 10; part++) {
      const writes = Array.from({ length: 50 }, () =>
        deps.store.media.put(
          {
            ...value,
            item: { ...value.item, id: deps.newId("media"), description: { kind: "decorative" } },
          },
          "absent",
        ),
      );
      expect(await deps.store.commit(writes)).toBe("done");
    }
    const find = async (query: { words?: string; kind?: "picture" | "audio" }) => {
      const ids: string[] = [];
      let after: string | undefined;
      let requests = 0;
      do {
        const page = await admin.do("listMedia", {
          query: { ...query, ...(after ? { after } : {}) },
        });
        ids.push(...page.items.map(({ id }) => id));
        after = page.next;
        requests += 1;
      } while (after !== undefined);
      return { ids, requests };
    };
    expect(await find({ words: "sechoir FIGUES" })).toEqual({ ids: [one.id], requests: 1 });
    expect((await find({ words: "figues" })).ids).toEqual([spoken.id, one.id]);
    expect((await find({ words: "مجفف", kind: "picture" })).ids).toEqual([one.id]);
    expect((await find({ kind: "audio" })).ids).toContain(spoken.id);
    expect((await find({ kind: "picture" })).ids).not.toContain(spoken.id);
    expect((await find({ words: "nowhere" })).ids).toEqual([]);
  });
});

const organisation = async () => {
  const { people } = house.server.deps.store;
  const accountId = found(await people.byContact(staff.trainer.contact as never));
  return found(found(await people.person(accountId)).memberships[0]).organisationId;
};

describe("where it is used", () => {
  it("names course, lesson, block and languages, of drafts, of what is live and of earlier versions", async () => {
    const [shown, other] = [await picture(), await picture()];
    expect(await usesOf(trainer, shown)).toEqual({ courses: [], removable: true });
    const place = await lessonWith(trainer, hers, { media: shown.media, languages: ["ar", "fr"] });
    const draft = {
      lessonId: place.lessonId,
      title: { fr: "Peser" },
      key: "shown",
      languages: ["ar", "fr"],
      binned: false,
    };
    const before = await usesOf(trainer, shown);
    expect(before).toMatchObject({
      courses: [{ courseId: hers, mayEdit: true, drafts: [draft], versions: [] }],
      removable: false,
    });
    expect((await usesOf(second, shown)).courses[0]?.mayEdit).toBe(false);
    const version = await publish(trainer, hers);
    const live = { version, live: true, lessonCount: 1, itemCount: 0 };
    expect((await usesOf(trainer, shown)).courses[0]?.versions).toEqual([live]);

    expect(await replace(trainer, shown, other)).toEqual({ replaced: 1, left: 0 });
    const after = await usesOf(trainer, shown);
    expect(after.courses).toMatchObject([{ drafts: [], versions: [live] }]);
    expect(after.removable).toBe(false);
    expect(await trainerRefused("removeMedia", shown)).toBe("media.used");
    await publish(trainer, hers);
    expect(await usesOf(trainer, shown)).toMatchObject({
      courses: [{ drafts: [], versions: [{ ...live, live: false }] }],
      removable: true,
    });
    // Earlier versions keep what they show, though the library has it no more.
    await remove(trainer, shown);
    expect((await house.anyone.fetch(`/content/${shown.media.hash}`)).status).toBe(200);
  });

  it("also counts what lies in a bin, and tells it apart", async () => {
    const shown = await picture();
    const place = await lessonWith(trainer, hers, { media: shown.media, languages: ["ar"] });
    await trainer.do("saveDraftLesson", {
      params: place,
      body: { ...wish(), language: "ar", commands: [{ do: "remove", key: "shown" }], texts: [] },
    });
    const binned = { courses: [{ drafts: [{ key: "shown", binned: true }] }], removable: false };
    expect(await usesOf(trainer, shown)).toMatchObject(binned);
    await inOrder(hers, { do: "removeLesson", id: place.lessonId });
    expect(await usesOf(trainer, shown)).toMatchObject(binned);
  });

  it("knows what untouched courses show without one word of theirs being read twice", async () => {
    const shown = await picture();
    await lessonWith(trainer, hers, { media: shown.media, languages: ["ar"] });
    await usesOf(trainer, shown);
    const before = await countWritten(house);
    expect((await usesOf(trainer, shown)).courses).toHaveLength(1);
    expect(await countWritten(house)).toEqual(before);
  });
});

const trainerRefused = (name: "removeMedia" | "restoreMedia", { id }: Pick<LibraryItem, "id">) =>
  trainer.refused(name, { params: { mediaId: id }, body: wish() });

describe("replacing", () => {
  it("reaches every draft that she writes, in all its languages, once, and makes no translation old", async () => {
    const [from, by] = [await recording("old.ogg", "ar"), await recording("new.ogg", "fr")];
    if (by.kind !== "audio") throw new Error("no recording");
    const own = await lessonWith(trainer, hers, { media: from.media, languages: ["ar", "fr"] });
    const foreign = await lessonWith(second, others, { media: from.media, languages: ["fr"] });
    const before = await wordsIn(own, "fr");
    const body = wish();
    const [one, again] = await Promise.all([
      replace(trainer, from, by, body),
      replace(trainer, from, by, body),
    ]);
    expect(again).toEqual(one);
    expect(one.left).toBe(1);
    // Asked for twice at once, and done once: one lesson, one line, which says where and by what.
    const [line, ...further] = await linesAbout(from);
    expect(further).toEqual([]);
    expect(line).toMatchObject({ action: "media.replaced", subjectName: "old.ogg" });
    expect(line?.note).toMatch(/^new[.]ogg · .+ · Peser$/);
    const after = await wordsIn(own, "fr");
    expect(after.words.texts["shown"]).toEqual({
      rev: 2,
      block: { kind: "audio", media: by.media, seconds: by.seconds, transcript: "…" },
    });
    expect(after.lesson.places).toEqual(before.lesson.places);
    expect((await wordsIn(foreign, "fr")).words.texts["shown"]?.block).toMatchObject({
      media: from.media,
    });
    // Whoever was writing in it meanwhile finds both.
    const stale = { key: "shown", base: 1, block: { kind: "audio" as const, media: from.media, seconds: 2, transcript: "Encore" } }; // prettier-ignore
    const met = await trainer.do("saveDraftLesson", {
      params: own,
      body: { ...wish(), language: "fr", commands: [], texts: [stale] },
    });
    expect(met.words[0]?.seconds).toHaveLength(1);
    expect(await replace(admin, from, by)).toEqual({ replaced: 2, left: 0 });
    expect((await wordsIn(own, "fr")).words.seconds[0]?.block).toMatchObject({ media: by.media });
  });

  it("puts no picture in the place of a recording, and nothing of nobody's", async () => {
    const [spoken, shown] = [await recording("a.ogg", "ar"), await picture()];
    const ask = (by: string) =>
      trainer.refused("replaceMedia", {
        params: { mediaId: spoken.id },
        body: { ...wish(), by },
      });
    expect(await ask(shown.id)).toBe("media.other_kind");
    expect(await ask(`med_${"f".repeat(32)}`)).toBe("not_found");
  });
});

describe("removing", () => {
  it("leads to the bin, from where it comes back as it was; asked twice, it is done once", async () => {
    const shown = await picture();
    const body = wish();
    const [one, again] = [await remove(trainer, shown, body), await remove(trainer, shown, body)];
    expect(again).toEqual(one);
    expect(one).toMatchObject({ item: shown, removedByName: expect.any(String) as string });
    const listed = async () => (await trainer.do("listMedia", { query: {} })).items[0]?.id;
    expect(await listed()).not.toBe(shown.id);
    expect((await admin.do("listRemovedMedia", {})).removed[0]).toEqual(one);
    expect(await trainerRefused("removeMedia", shown)).toBe("not_found");
    const back = await admin.do("restoreMedia", { params: { mediaId: shown.id }, body: wish() });
    expect(back).toEqual(shown);
    expect(await listed()).toBe(shown.id);
    expect((await admin.do("listRemovedMedia", {})).removed).not.toContainEqual(one);
    const line = { subjectId: shown.id, subjectName: shown.name };
    expect(await linesAbout(shown)).toMatchObject([
      { ...line, action: "media.restored", actorName: staff.administrator.name },
      { ...line, action: "media.removed", actorName: staff.trainer.name },
    ]);
  });

  it("is final after the days of the bin: then it is neither listed nor taken back, and the next removal sweeps it", async () => {
    const { deps } = house.server;
    const [old, next] = [await picture(), await picture()];
    await remove(trainer, old);
    const library = await organisation();
    const kept = found(await deps.store.media.removedById(library, old.id));
    const removedAt = new Date(Date.now() - (BIN_DAYS + 1) * 86_400_000).toISOString();
    const { organisationId, item, by } = kept.value;
    await deps.store.commit([
      deps.store.media.restore({ organisationId, item, by }, kept.revision),
    ]);
    await deps.store.commit([deps.store.media.remove({ ...kept.value, removedAt }, 1)]);
    const ids = async () =>
      (await trainer.do("listRemovedMedia", {})).removed.map((it) => it.item.id);
    expect(await ids()).not.toContain(old.id);
    expect(await trainerRefused("restoreMedia", old)).toBe("not_found");
    await remove(trainer, next);
    expect(await deps.store.media.removedById(library, old.id)).toBeUndefined();
  });
});

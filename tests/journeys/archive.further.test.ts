import { createHash } from "node:crypto";
import { staff } from "@twiza/content";
import { LANGUAGES, Manifest, type OperationName } from "@twiza/contract";
import { found, readManifest, readQuiz } from "@twiza/core";
import { readArchive, writeArchive, writtenWords } from "@twiza/exchange/archive";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { namesFor } from "../../web/src/lib/studio/making/names.ts";
import type { Outside } from "../../web/src/lib/studio/making/outside.ts";
import { type LeftOut, lookedThrough, stepsOf } from "../../web/src/lib/studio/making/put-in.ts";
import { takenOut } from "../../web/src/lib/studio/making/take-out.ts";
import { checklistOf, putChecklist } from "../house/checklists.ts";
import { assignmentOf, putAssignment } from "../house/handing.ts";
import {
  type Answered,
  type Asked,
  type House,
  newIntent,
  openHouse,
  type Visitor,
} from "../house/house.ts";
import { bring, bringPicture, somePng } from "../house/pictures.ts";
import { newCourseId, newLessonId } from "../house/new-ids.ts";
import { addLanguage, WOLOF, writeIn } from "../house/other-language.ts";
import { bringVideo, videoBlock } from "../house/videos.ts";
import { countWritten } from "../house/written.ts";

let house: House;
/** Another Twiza, which has none of the sample courses. */
let elsewhere: House;
let admin: Visitor;
let hers: readonly string[];
beforeAll(async () => {
  house = await openHouse();
  elsewhere = await openHouse({ seeded: false });
  admin = await house.as(staff.administrator.contact);
  hers = (await admin.do("listCourses", {})).courses.map(({ id }) => id);
  for (const title of ["Presser", "Trier"])
    await putChecklist(admin, found(hers[1]), checklistOf(title, { photo: "required" }));
  for (const title of ["Une étiquette", "Un prix"])
    await putAssignment(admin, found(hers[1]), assignmentOf(title, { second: { apart: 10 } }));
});
afterAll(() => Promise.all([house.close(), elsewhere.close()]));

/** A refusal as the page's own client throws it. */
class Refusal extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
/** What the page works with, over real requests. */
function outsideOf(at: House, who: Visitor): Outside {
  let drawn = 0;
  const call = async <N extends OperationName>(name: N, asked: Asked<N>): Promise<Answered<N>> => {
    try {
      return await who.do(name, asked);
    } catch (error) {
      const [, code] = /"code":"([a-z_.]+)"/.exec(String(error)) ?? [];
      throw code ? new Refusal(code) : error;
    }
  };
  return {
    // The visitor's own signature is the client's but for reading, which makes no difference here.
    call: call as unknown as Outside["call"],
    isHere: async (hash) => (await at.anyone.fetch(`/content/${hash}`, { method: "HEAD" })).ok,
    content: async (hash) =>
      new Uint8Array(await (await at.anyone.fetch(`/content/${hash}`)).arrayBuffer()),
    // Only browsers draw: another picture stands for each drawing, and none for the first.
    pictureOf: async () => {
      drawn += 1;
      const bytes = new Uint8Array(somePng({ width: 40 + drawn, height: 30 }));
      return drawn === 1 ? undefined : { blob: new Blob([bytes]), type: "image/png" };
    },
    bring: async ({ blob, type }, wish) => {
      const bytes = new Uint8Array(await blob.arrayBuffer());
      await bring(who, { house: at, intentId: wish.intentId, type, bytes });
      return call("takeUpload", { body: wish });
    },
  };
}

const wish = () => ({ intentId: newIntent() });
const manifestOf = async (who: Visitor, courseId: string): Promise<Manifest> =>
  Manifest.parse((await who.do("readCourse", { params: { courseId } })).draft);
const archiveOf = async (courseId: string): Promise<Blob> =>
  writeArchive(await takenOut(outsideOf(house, admin), { courseId }));
const readFrom = (file: Blob) => readArchive(file, { wordsOf: writtenWords });
const hashOf = async (file: Blob): Promise<string> =>
  createHash("sha256")
    .update(new Uint8Array(await file.arrayBuffer()))
    .digest("hex");

type Putting = { readonly at?: House; readonly who?: Visitor; readonly again?: string; readonly breakAt?: number }; // prettier-ignore
/** Brings an archive in as the page does; `breakAt` is how many steps get through. */
async function putIn(file: Blob, { at = house, who = admin, again, breakAt }: Putting = {}) {
  const outside = outsideOf(at, who);
  const looked = await lookedThrough(await readFrom(file), outside);
  const names = await namesFor({ file: await hashOf(file), by: ["her"], again });
  const left: LeftOut[] = [...looked.leftOut];
  const steps = stepsOf(outside, { looked, names, isKnown: true, onleft: (one) => left.push(one) });
  for (const step of steps.slice(0, breakAt)) await step();
  return { courseId: names.courseId, looked, left, steps };
}
/** Its certificates hold so long. */
async function endAfter(courseId: string, certificate: NonNullable<Manifest["certificate"]>) {
  const { draft, revision } = await admin.do("readCourse", { params: { courseId } });
  const { title, summary, passMarkPercent, triesAllowed } = draft;
  const settings = { title, summary, passMarkPercent, triesAllowed, certificate };
  await admin.do("editCourse", {
    params: { courseId },
    body: { ...wish(), revision, ...settings },
  });
}
const compose = (who: Visitor, courseId: string) =>
  who.do("composeDraft", { params: { courseId }, body: wish() });

/** What its competencies are called is written anew where it is published, by the frameworks that are there. */
const unnamed = <T extends { competencies?: unknown }>({ competencies: _, ...rest }: T) => rest;

describe("a course as one file", () => {
  it("comes back as the very course that went out, but for its name: all languages, voices, test, checklists and assignments", async () => {
    // The one that has checklists and assignments too; the others are made of nothing else.
    const [, courseId = ""] = hers;
    await endAfter(courseId, { months: 24, renewal: true });
    await compose(admin, courseId);
    const original = await manifestOf(admin, courseId);
    expect(original.certificate).toEqual({ months: 24, renewal: true });
    const file = await archiveOf(courseId);
    const { courseId: copy, looked, left } = await putIn(file);
    expect([looked.coming, left]).toEqual([[], []]);
    const { faults } = await compose(admin, copy);
    expect(faults.filter(({ blocks }) => blocks)).toEqual([]);
    expect(await manifestOf(admin, copy)).toEqual({ ...unnamed(original), courseId: copy });
    const [quizA, quizB] = await Promise.all([quizOf(courseId), quizOf(copy)]);
    expect(quizB).toEqual(quizA);
    expect(await archiveOf(copy).then(hashOf)).toBe(await hashOf(file));
  });

  it("looked through writes nothing; brought in twice is one course, and again is another", async () => {
    const [courseId = ""] = hers;
    const file = await archiveOf(courseId);
    await putIn(file);
    const before = await countWritten(house);
    await lookedThrough(await readFrom(file), outsideOf(house, admin));
    await putIn(file);
    expect(await countWritten(house)).toEqual(before);
    const { courseId: once } = await putIn(file, { again: "2" });
    expect(once).not.toBe((await putIn(file)).courseId);
  });

  it("that broke off anywhere is brought to its end by beginning again", async () => {
    const [, courseId = ""] = hers;
    const file = await archiveOf(courseId);
    const { length } = (await putIn(file, { again: "whole" })).steps;
    const part = Math.floor(length / 2);
    const again = "in part";
    const { courseId: half } = await putIn(file, { again, breakAt: part });
    const whole = await putIn(file, { again });
    expect(whole.courseId).toBe(half);
    await compose(admin, half);
    const original = await manifestOf(admin, courseId);
    expect(await manifestOf(admin, half)).toEqual({ ...unnamed(original), courseId: half });
  });

  it("that is half here is no course that could be published", async () => {
    const [, , courseId = ""] = hers;
    const file = await archiveOf(courseId);
    const { courseId: half } = await putIn(file, { again: "half", breakAt: 2 });
    const { faults } = await compose(admin, half);
    expect(faults.filter(({ blocks }) => blocks).length).toBeGreaterThan(0);
    const body = { ...wish(), note: "Trop tôt." };
    expect(await admin.refused("publishCourse", { params: { courseId: half }, body })).toBe(
      "course.incomplete",
    );
  });

  it("carries what is unfinished as far as it is: what lacks, what is outdated, what stands between", async () => {
    const [courseId = ""] = hers;
    const { lessons } = await admin.do("readDraft", { params: { courseId } });
    const place = { courseId, lessonId: found(lessons[0]).id };
    const texts = [{ key: "title", base: 1, block: { kind: "title" as const, text: "Autre nom" } }];
    await admin.do("saveDraftLesson", { params: place, body: { ...wish(), language: "fr", commands: [{ do: "add", key: "new", kind: "question", after: "" }], texts } }); // prettier-ignore
    const { courseId: copy } = await putIn(await archiveOf(courseId), { again: "unfinished" });
    const [a, b] = await Promise.all(
      [courseId, copy].map((each) => admin.do("readDraft", { params: { courseId: each } })),
    );
    const standings = (draft: typeof a) => draft?.lessons.map(({ title, standing, blockCount }) => ({ title, standing, blockCount })); // prettier-ignore
    expect(standings(b)).toEqual(standings(a));
    expect(b?.lessons[0]?.standing.ar?.outdated).toBe(1);
  });
});

const quizOf = async (courseId: string) => {
  const { deps } = house.server;
  const { organisationId } = found((await admin.do("readMe", {})).memberships[0]);
  const kept = found(await deps.store.courses.byId(organisationId, courseId as never));
  return readQuiz(deps, kept.value.draft.content.quiz);
};

describe("in another Twiza", () => {
  /** Somebody with an institution of her own there. */
  async function founder(): Promise<Visitor> {
    const { deps } = elsewhere.server;
    const at = deps.clock.now().toISOString();
    const contact = "founder@elsewhere.org" as never;
    const account = { id: deps.newId("account"), contact, language: "en" as const, createdAt: at };
    const organisation = { id: deps.newId("organisation"), kind: "institution" as const, name: { en: "Elsewhere" }, createdAt: at }; // prettier-ignore
    const membership = { accountId: account.id, organisationId: organisation.id, organisationName: organisation.name, name: "Founder", contact, roles: ["trainer" as const], grantedAt: at }; // prettier-ignore
    await deps.store.commit([
      ...deps.store.people.create(account),
      ...deps.store.organisations.create(organisation),
      deps.store.people.putMembership(membership, "absent"),
    ]);
    return elsewhere.as(contact);
  }

  it("its recordings enter the library as every upload does, its drawings as pictures; what cannot be drawn is named", async () => {
    const [, courseId = ""] = hers;
    await compose(admin, courseId);
    const original = await manifestOf(admin, courseId);
    const file = await archiveOf(courseId);
    const who = await founder();
    const { courseId: copy, looked, left } = await putIn(file, { at: elsewhere, who });
    expect(looked.coming.length).toBeGreaterThan(0);
    expect(looked.leftOut).toEqual([]);
    expect(looked.drawings).toBeGreaterThan(1);
    expect(left.map(({ why }) => why)).toEqual(["drawing"]);
    const { items } = await who.do("listMedia", { query: { kind: "picture" } });
    expect(items).toHaveLength(looked.drawings - 1);
    const { faults } = await compose(who, copy);
    expect(new Set(faults.filter(({ blocks }) => blocks).map(({ code }) => code))).toEqual(
      new Set(["no_picture"]),
    );
    const draft = await who.do("readDraft", { params: { courseId: copy } });
    expect(draft.outline.modules.map(({ id, title }) => [id, title])).toEqual(
      original.modules.map(({ id, title }) => [id, title]),
    );
    for (const language of LANGUAGES)
      expect(draft.lessons.map(({ standing }) => standing[language]?.missing)).toEqual(
        (await admin.do("readDraft", { params: { courseId } })).lessons.map(
          ({ standing }) => standing[language]?.missing,
        ),
      );
    expect((await readManifest(elsewhere.server.deps, await draftManifest(copy))).quiz).toEqual(original.quiz); // prettier-ignore
  });

  const draftManifest = async (courseId: string) => {
    const who = await elsewhere.as("founder@elsewhere.org");
    const { organisationId } = found((await who.do("readMe", {})).memberships[0]);
    const kept = await elsewhere.server.deps.store.courses.byId(organisationId, courseId as never);
    return found(kept).value.draft.content.manifest;
  };
});

it("a video goes along with its sound and its captions, to another Twiza too, where it is looked into again", async () => {
  const item = await bringVideo(house, admin);
  const courseId = hers[0] ?? "";
  const { outline, sourceLanguage: language } = await admin.do("readDraft", {
    params: { courseId },
  });
  const lessonId = newLessonId();
  const add = { do: "addLesson", id: lessonId, moduleId: outline.modules[0]?.id ?? "", title: { [language]: "Trier" }, template: "empty" } as const; // prettier-ignore
  await admin.do("arrangeDraft", { params: { courseId }, body: { ...wish(), commands: [add] } });
  const block = videoBlock(item, ["On trie."]);
  const texts = [{ key: "geste", base: 0, block }];
  const commands = [{ do: "add" as const, key: "geste", kind: "video" as const, after: "" }];
  const params = { courseId, lessonId };
  await admin.do("saveDraftLesson", { params, body: { ...wish(), language, commands, texts } });
  const file = await archiveOf(courseId);
  const there = await elsewhere.as("founder@elsewhere.org");
  const { courseId: copy } = await putIn(file, { at: elsewhere, who: there });
  const { lessons } = await there.do("readDraft", { params: { courseId: copy } });
  const own = found(lessons.find(({ title }) => title[language] === "Trier"));
  const { words } = await there.do("readDraftLesson", { params: { courseId: copy, lessonId: own.id }, query: { language } }); // prettier-ignore
  expect(words[0]?.texts["geste"]?.block).toEqual(block);
  const { items } = await there.do("listMedia", { query: { kind: "video" } });
  expect(items[0]).toMatchObject({ media: item.media, seconds: 60 });
});

it("a course in a language that a manager has added goes to another Twiza with its words and its name, and comes back the same", async () => {
  await addLanguage(house, WOLOF);
  await addLanguage(house, { language: "ha-Arab", name: "هَوُسَ" });
  const [courseId = ""] = hers;
  await writeIn(admin, courseId, ["ha-Arab", "wo"]);
  const { lessons } = await admin.do("readDraft", { params: { courseId } });
  const [first, second] = lessons;
  const save = (lessonId: string, language: string, text: string) =>
    admin.do("saveDraftLesson", { params: { courseId, lessonId }, body: { ...wish(), language, commands: [], texts: [{ key: "title", base: 0, block: { kind: "title", text } }] } }); // prettier-ignore
  await save(found(first).id, "wo", "Xorom");
  await save(found(second).id, "ha-Arab", "غِشِيرِي");
  const file = await archiveOf(courseId);
  const before = await countWritten(house);
  const archived = await readFrom(file);
  expect(archived.otherLanguages?.map(({ language }) => language)).toEqual(["ha-Arab", "wo"]);
  expect(await countWritten(house)).toEqual(before);

  const { courseId: copy } = await putIn(file, { again: "wolof" });
  expect(await archiveOf(copy).then(hashOf)).toBe(await hashOf(file));

  // There, no manager has added anything.
  const there = await elsewhere.as("founder@elsewhere.org");
  expect((await there.do("listLanguages", {})).languages).toEqual([]);
  const { courseId: own } = await putIn(file, { at: elsewhere, who: there, again: "wolof" });
  const draft = await there.do("readDraft", { params: { courseId: own } });
  expect(draft.otherLanguages).toEqual(archived.otherLanguages);
  expect(draft.lessons.map(({ title }) => [title["wo"], title["ha-Arab"]]).slice(0, 2)).toEqual([["Xorom", undefined], [undefined, "غِشِيرِي"]]); // prettier-ignore

  // Chosen no longer, it is kept here and goes nowhere.
  await writeIn(admin, courseId, ["ha-Arab"]);
  const without = await readFrom(await archiveOf(courseId));
  expect(without.modules.flatMap((module) => module.lessons).some(({ title, words }) => title["wo"] ?? words["wo"])).toBe(false); // prettier-ignore
  await writeIn(admin, courseId, ["ha-Arab", "wo"]);
  expect(await archiveOf(courseId).then(hashOf)).toBe(await hashOf(file));
});

it("a course is not begun in a language that it does not name", async () => {
  const settings = { title: { fr: "Le sel" }, summary: {}, legalReview: false, passMarkPercent: 70, triesAllowed: 3 }; // prettier-ignore
  const body = { ...wish(), courseId: newCourseId(), ...settings, sourceLanguage: "wo", modules: [] }; // prettier-ignore
  const before = await countWritten(house);
  expect(await admin.refused("bringCourse", { body })).toBe("language.unknown");
  const named = (otherLanguages: object[]) => ({ body: { ...body, otherLanguages: otherLanguages as never } }); // prettier-ignore
  for (const wrong of [[WOLOF, WOLOF], [{ language: "fr", name: "Wolof" }], [{ language: "wo" }]])
    expect(await admin.refused("bringCourse", named(wrong))).toBe("request.invalid");
  expect(await countWritten(house)).toEqual(before);
  expect((await admin.do("bringCourse", named([WOLOF]))).title).toEqual({ fr: "Le sel" });
});

describe("a test with questions of every kind", () => {
  const settings = { title: { fr: "Le sel" }, summary: {}, sourceLanguage: "fr", legalReview: false, passMarkPercent: 70, triesAllowed: 3, modules: [] }; // prettier-ignore
  const said = (fr: string) => ({ fr });
  const itemId = (at: number) => `itm_${newIntent().replaceAll("-", "").slice(1)}${at}`;
  const option = (id: string, more: object = {}) => ({ id, text: said(id), right: true, ...more });
  const itemsWith = (media: object) => [
    { id: itemId(1), question: "hotspot", prompt: said("Où ?"), picture: { media, alt: said("Un étal") }, options: [option("a", { spot: { x: 1, y: 2 } }), option("b", { right: false, spot: { x: 3, y: 4 } })] }, // prettier-ignore
    { id: itemId(2), question: "match", prompt: said("Reliez."), credit: "part", options: [option("a", { pair: said("x") }), option("b", { pair: said("y") })] }, // prettier-ignore
    { id: itemId(3), question: "cloze", prompt: said("Le [[a]]."), hint: said("Il sale."), options: [option("a", { gap: "a" })] }, // prettier-ignore
    { id: itemId(4), question: "choice", prompt: said("Lequel ?"), options: [option("a", { picture: media }), option("b", { right: false })] }, // prettier-ignore
  ];
  const withoutPictures = (items: readonly object[]): unknown =>
    JSON.parse(JSON.stringify(items, (name, value: unknown) => (name === "media" || (name === "picture" && typeof value === "object" && value !== null && "hash" in value) ? undefined : value))); // prettier-ignore

  it("comes back with its keys, hints, pictures and how many are drawn, in another Twiza too; what cannot be answered without its picture is named", async () => {
    const { media } = await bringPicture(house, staff.administrator.contact, { width: 77, height: 50 }); // prettier-ignore
    const courseId = newCourseId();
    await admin.do("bringCourse", { body: { ...wish(), ...settings, courseId } });
    const items = itemsWith(media);
    const params = { courseId };
    await admin.do("bringItems", { params, body: { ...wish(), title: said("Test"), draw: 2, items } as never }); // prettier-ignore
    const file = await archiveOf(courseId);
    const { courseId: copy } = await putIn(file, { again: "kinds" });
    expect(await admin.do("readItems", { params: { courseId: copy } })).toEqual(await admin.do("readItems", { params })); // prettier-ignore

    const there = await elsewhere.as("founder@elsewhere.org");
    const { courseId: far, left } = await putIn(file, { at: elsewhere, who: there });
    expect(left).toEqual([]);
    const arrived = await there.do("readItems", { params: { courseId: far } });
    expect(arrived.draw).toBe(2);
    expect(withoutPictures(arrived.items)).toEqual(withoutPictures(items));
    const shown = [arrived.items[0]?.picture?.media, arrived.items[3]?.options[0]?.picture];
    const own = (await there.do("listMedia", { query: { kind: "picture" } })).items.map((one) => one.media.hash); // prettier-ignore
    for (const picture of shown) expect(own).toContain(picture?.hash);

    const looked = await lookedThrough(await readFrom(file), outsideOf(house, admin));
    const gone = { why: "large" as const, name: media.hash, bytes: media.bytes };
    const names = await namesFor({ file: await hashOf(file), by: ["her"], again: "blind" });
    const told: LeftOut[] = [];
    for (const step of stepsOf(outsideOf(house, admin), { looked: { ...looked, coming: [], leftOut: [gone] }, names, isKnown: false, onleft: (one) => told.push(one) })) await step(); // prettier-ignore
    expect(told).toEqual([{ why: "question", name: items[0]?.id, bytes: 0 }]);
    const rest = await admin.do("readItems", { params: { courseId: names.courseId } });
    expect(rest.items.map(({ id }) => id)).toEqual(items.slice(1).map(({ id }) => id));
    expect(rest.items[2]?.options[0]).not.toHaveProperty("picture");
  });
});

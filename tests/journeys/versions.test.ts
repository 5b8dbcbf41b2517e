import { staff } from "@twiza/content";
import {
  AUDIO_LANGUAGES,
  type DraftBlock,
  type Language,
  LANGUAGES,
  Manifest,
  type PastVersion,
} from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newLessonId } from "../house/new-ids.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let admin: Visitor;
let trainer: Visitor;
let courseIds: string[];
/** A course of the trainer's own. */
let hers: string;
beforeAll(async () => {
  house = await openHouse();
  admin = await house.as(staff.administrator.contact);
  trainer = await house.as(staff.trainer.contact);
  courseIds = (await admin.do("listCourses", {})).courses.map(({ id }) => id);
  const { courses } = await trainer.do("listCourses", {});
  hers = found(courses.find(({ mayEdit }) => mayEdit)).id;
});
afterAll(() => house.close());

type Place = { readonly courseId: string; readonly lessonId: string };
const NOTHING = { lessonsAdded: 0, lessonsChanged: 0, lessonsRemoved: 0, settingsChanged: false, quizChanged: false, checklistsChanged: false }; // prettier-ignore
const wish = () => ({ intentId: newIntent() });
const read = (courseId: string) => admin.do("readDraft", { params: { courseId } });
const desk = (courseId: string) => admin.do("readCourse", { params: { courseId } });
const look = (courseId: string, version: number, against?: number): Promise<PastVersion> =>
  admin.do("readVersion", {
    params: { courseId, version: String(version) },
    query: against === undefined ? {} : { against: String(against) },
  });
const restore = (courseId: string, version: number) =>
  admin.do("restoreVersion", { params: { courseId }, body: { ...wish(), version } });
const compose = (courseId: string) =>
  admin.do("composeDraft", { params: { courseId }, body: wish() });
const arrange = (courseId: string, ...commands: object[]) =>
  admin.do("arrangeDraft", { params: { courseId }, body: { ...wish(), commands: commands as never } }); // prettier-ignore
const contentOf = async (courseId: string) => {
  const { organisationId } = found(await house.server.deps.store.people.person(await accountOf())).memberships[0] ?? expect.unreachable(); // prettier-ignore
  const kept = await house.server.deps.store.courses.byId(organisationId, courseId as never);
  return found(kept).value.draft.content;
};
const accountOf = async () =>
  found(await house.server.deps.store.people.byContact(staff.administrator.contact as never));
const publish = async (courseId: string, note: string): Promise<number> => {
  const { faults } = await compose(courseId);
  expect(faults.filter(({ blocks }) => blocks)).toEqual([]);
  const body = { ...wish(), note };
  const { version } = await admin.do("publishCourse", { params: { courseId }, body });
  return found(version);
};
const open = async (place: Place, language: Language) => {
  const opened = await admin.do("readDraftLesson", { params: place, query: { language } });
  return { lesson: opened.lesson, words: opened.words[0] };
};
const title = (text: string): DraftBlock => ({ kind: "title", text });
const said = (text: string): DraftBlock => ({
  kind: "text",
  doc: { type: "doc", content: [{ type: "paragraph", content: [{ type: "text", text }] }] },
});
const save = (place: Place, language: Language, texts: object[], commands: object[] = []) =>
  admin.do("saveDraftLesson", { params: place, body: { ...wish(), language, texts: texts as never, commands: commands as never } }); // prettier-ignore

/** Another title, in a language in which the lesson has one. */
async function retitle(place: Place, language: Language, text: string): Promise<boolean> {
  const { words } = await open(place, language);
  const base = words?.texts["title"]?.rev;
  if (base === undefined) return false;
  await save(place, language, [{ key: "title", base, block: title(text) }]);
  return true;
}

async function newLesson(courseId: string, name: string): Promise<Place> {
  const lessonId = newLessonId();
  const moduleId = (await read(courseId)).outline.modules[0]?.id;
  await arrange(courseId, { do: "addLesson", id: lessonId, moduleId, title: { fr: name }, template: "empty" }); // prettier-ignore
  const add = { do: "add", key: "salt", kind: "text", after: "" };
  const place = { courseId, lessonId };
  await save(place, "fr", [{ key: "salt", base: 0, block: said("Le sel.") }], [add]);
  return place;
}
const binned = async (courseId: string): Promise<readonly string[]> => {
  const { outline, lessons } = await read(courseId);
  const live = new Set<string>(outline.modules.flatMap(({ lessonIds }) => lessonIds));
  return lessons.filter(({ id }) => !live.has(id)).flatMap((line) => line.title.fr ?? []);
};

it("publish, change everything, publish, restore the first version: it composes to that very content, and no word is lost", async () => {
  for (const courseId of courseIds) {
    const first = found((await desk(courseId)).version);
    const { manifest, quiz } = await contentOf(courseId).then(() =>
      versionContent(courseId, first),
    );
    const { lessons, outline } = await read(courseId);
    for (const { id: lessonId } of lessons)
      for (const language of LANGUAGES)
        await retitle({ courseId, lessonId }, language, `ⵣ ${language} ${lessonId.slice(-4)}`);
    await newLesson(courseId, "Saler");
    const [module] = outline.modules;
    await arrange(courseId, { do: "renameModule", id: module?.id, title: { fr: "Autrement" } }, { do: "moveModule", id: module?.id, after: outline.modules.at(-1)?.id }); // prettier-ignore
    const second = await publish(courseId, "Tout autrement.");
    // Beyond what is published: in one lesson words of which no version knows.
    const place = { courseId, lessonId: lessons[0]?.id ?? "" };
    await retitle(place, "fr", "Jamais publié");

    const { binned: count, unpublishedChanges } = await restore(courseId, first);
    expect(unpublishedChanges).toBe(true);
    expect((await read(courseId)).outline.modules).toEqual(outline.modules);
    expect((await compose(courseId)).faults.filter(({ blocks }) => blocks)).toEqual([]);
    expect(await contentOf(courseId)).toEqual({ manifest, quiz });
    // What is live can be read there for ever; what is nowhere else lies in the bin.
    expect((await binned(courseId)).toSorted()).toEqual(["Jamais publié", "Saler"]);
    expect(count).toBe(2);

    await restore(courseId, second);
    await compose(courseId);
    expect(await contentOf(courseId)).toEqual(await versionContent(courseId, second));
    expect((await binned(courseId)).toSorted()).toContain("Jamais publié");
  }
});

async function versionContent(courseId: string, version: number) {
  const kept = await house.server.deps.store.courses.version(courseId as never, version);
  const { manifest, quiz } = found(kept).value.content;
  return { manifest, quiz };
}

it("every lesson written anew in every language goes to the bin whole, however many there are, and comes back with all its words", async () => {
  const [courseId = ""] = courseIds;
  const first = found((await desk(courseId)).version);
  await restore(courseId, first);
  const before = await binned(courseId);
  const { lessons } = await read(courseId);
  expect(lessons.length).toBeGreaterThan(6);
  const live = (await read(courseId)).outline.modules.flatMap(({ lessonIds }) => lessonIds);
  const wrote = new Map<string, string[]>();
  for (const lessonId of live)
    for (const language of LANGUAGES)
      if (await retitle({ courseId, lessonId }, language, `ⵎ ${language} ${lessonId.slice(-4)}`))
        wrote.set(lessonId, [...(wrote.get(lessonId) ?? []), language]);
  const { binned: count } = await restore(courseId, first);
  expect(count).toBe(live.length);
  expect(await binned(courseId)).toHaveLength(before.length + live.length);
  await compose(courseId);
  expect(await contentOf(courseId)).toEqual(await versionContent(courseId, first));

  const draft = await read(courseId);
  for (const [lessonId, languages] of wrote) {
    const copy = draft.lessons.find((line) => line.title.fr === `ⵎ fr ${lessonId.slice(-4)}`);
    const place = { courseId, lessonId: found(copy).id };
    await arrange(courseId, { do: "restoreLesson", id: place.lessonId });
    for (const language of languages as Language[]) {
      const { lesson, words } = await open(place, language);
      expect(lesson.title[language]).toBe(`ⵎ ${language} ${lessonId.slice(-4)}`);
      const past = await open({ courseId, lessonId }, language);
      const { title: _, ...mine } = words?.texts ?? {};
      const { title: __, ...theirs } = past.words?.texts ?? {};
      if (language === "fr") expect(Object.keys(theirs).length).toBeGreaterThan(0);
      expect(mine).toEqual(theirs);
    }
  }
  expect((await compose(courseId)).faults.filter(({ blocks }) => blocks)).toEqual([]);
  await restore(courseId, first);
});

it("what nobody has chosen between goes to the bin undecided, and the version's own bin and words are as they were", async () => {
  const first = found((await desk(hers)).version);
  const [line] = (await read(hers)).lessons;
  const place = { courseId: hers, lessonId: found(line).id };
  const key = (await open(place, "fr")).lesson.places[0]?.key ?? "";
  const was = await open(place, "fr");
  const base = was.words?.texts[key]?.rev ?? 0;
  await save(place, "fr", [{ key, base, block: said("Un") }]);
  await trainer.do("saveDraftLesson", { params: place, body: { ...wish(), language: "fr", commands: [], texts: [{ key, base, block: said("Deux") }] } }); // prettier-ignore
  const there = new Set((await read(hers)).lessons.map(({ id }) => id));
  await restore(hers, first);
  const copy = found((await read(hers)).lessons.find(({ id }) => !there.has(id)));
  const kept = await open({ courseId: hers, lessonId: copy.id }, "fr");
  expect(kept.words?.texts[key]?.block).toEqual(said("Un"));
  expect(kept.words?.seconds).toMatchObject([{ by: staff.trainer.name, block: said("Deux") }]);
  expect((await open(place, "fr")).words?.texts[key]?.block).toEqual(was.words?.texts[key]?.block);
});

describe("restoring", () => {
  it("twice is once, and once more changes nothing", async () => {
    await newLesson(hers, "Peser");
    const body = { ...wish(), version: 1 };
    const first = await trainer.do("restoreVersion", { params: { courseId: hers }, body });
    const after = await countWritten(house);
    expect(await trainer.do("restoreVersion", { params: { courseId: hers }, body })).toEqual(first);
    expect(await countWritten(house)).toEqual(after);
    const draft = await read(hers);
    expect(await restore(hers, 1)).toMatchObject({ binned: 0 });
    expect(await read(hers)).toEqual(draft);
    const other = { ...body, version: 2 };
    expect(await trainer.refused("restoreVersion", { params: { courseId: hers }, body: other })).toBe("intent.reused"); // prettier-ignore
  });

  it("leaves a line in the audit trail, which names the version and where lies what was before", async () => {
    await newLesson(hers, "Rendre");
    await compose(hers);
    const { manifest } = await contentOf(hers);
    await restore(hers, 1);
    const { entries } = await admin.do("listAudit", { query: { action: "course.restored" } });
    expect(entries[0]).toMatchObject({ subjectId: hers, actorName: staff.administrator.name });
    const [version, lies = ""] = entries[0]?.note?.split(" ") ?? [];
    expect([version, lies]).toEqual(["1", manifest]);
    const was = Manifest.parse(await (await house.anyone.fetch(`/content/${lies}`)).json());
    expect(JSON.stringify(was)).toContain("Rendre");
  });

  it("is not for a course of another, for a version that is not there, or on top of what she has not seen", async () => {
    const { courses } = await trainer.do("listCourses", {});
    const foreign = found(courses.find(({ mayEdit }) => !mayEdit)).id;
    const body = { ...wish(), version: 1 };
    const refused = (courseId: string, over: object) =>
      trainer.refused("restoreVersion", { params: { courseId }, body: { ...body, ...wish(), ...over } }); // prettier-ignore
    expect(await refused(foreign, {})).toBe("not_found");
    expect(await refused(hers, { version: 999 })).toBe("not_found");
    const before = await read(hers);
    const { revision } = await desk(hers);
    expect(await refused(hers, { revision: revision - 1 })).toBe("stale_write");
    expect(await read(hers)).toEqual(before);
    await trainer.do("restoreVersion", { params: { courseId: hers }, body: { ...body, revision } });
  });

  it("loses nothing of what is saved and moved at the same moment", async () => {
    const place = await newLesson(hers, "Ensemble");
    const moduleId = (await read(hers)).outline.modules[0]?.id;
    const added = newLessonId();
    const [opened] = [await open(place, "fr")];
    const base = opened.words?.texts["salt"]?.rev ?? 0;
    await Promise.all([
      restore(hers, 1),
      save(place, "fr", [{ key: "salt", base, block: said("Le sel pèse.") }]),
      arrange(hers, { do: "addLesson", id: added, moduleId, title: { fr: "Aussi" }, template: "empty" }), // prettier-ignore
    ]);
    const { lessons } = await read(hers);
    expect(lessons.map(({ id }) => id)).toEqual(expect.arrayContaining([place.lessonId, added]));
    expect((await open(place, "fr")).words?.texts["salt"]?.block).toEqual(said("Le sel pèse."));
    await restore(hers, 1);
    await compose(hers);
    expect(await contentOf(hers)).toEqual(await versionContent(hers, 1));
  });
});

describe("a version that is looked at", () => {
  it("shows its lessons, who published it, and what differs from the draft as it is written by now and from the live one", async () => {
    await restore(hers, 1);
    const seen = await look(hers, 1);
    expect(seen).toMatchObject({
      version: 1,
      publishedBy: staff.trainer.name,
      mayRestore: true,
      fromDraft: NOTHING,
    });
    expect(seen.outline.modules).toEqual((await desk(hers)).draft.modules);
    const spoken = seen.outline.modules.flatMap(({ lessons }) => lessons).filter(({ voices }) => AUDIO_LANGUAGES.some((it) => voices?.[it])); // prettier-ignore
    expect(spoken.length).toBeGreaterThan(0);
    const [line] = (await read(hers)).lessons;
    await newLesson(hers, "Compter");
    await save({ courseId: hers, lessonId: found(line).id }, "fr", [], [{ do: "minutes", minutes: 77 }]); // prettier-ignore
    // Nobody has composed: what is written counts all the same.
    const { fromDraft } = await look(hers, 1);
    expect(fromDraft).toMatchObject({ lessonsRemoved: 1, lessonsChanged: 1, lessonsAdded: 0 });
    const next = await publish(hers, "Compter.");
    const older = await look(hers, 1);
    expect(older).toMatchObject({
      isLive: false,
      fromOther: { version: next, lessonsRemoved: 1, lessonsChanged: 1 },
    });
    expect(await look(hers, next)).toMatchObject({ isLive: true, fromOther: NOTHING });
    expect((await look(hers, next, 1)).fromOther).toMatchObject({ version: 1, lessonsAdded: 1 });
  });

  it("is read by staff who read the course and by nobody else, and writes nothing", async () => {
    const params = { courseId: hers, version: "1" };
    const before = await countWritten(house);
    for (const { contact } of [staff.auditor, staff.secondTrainer]) {
      const reader = await house.as(contact);
      expect(await reader.do("readVersion", { params })).toMatchObject({ mayRestore: false });
    }
    expect(await countWritten(house)).toEqual(before);
    const nowhere = { ...params, version: "999" };
    expect(await admin.refused("readVersion", { params: nowhere })).toBe("not_found");
    expect(await admin.refused("readVersion", { params, query: { against: "999" } })).toBe("not_found"); // prettier-ignore
    expect(await admin.refused("readVersion", { params: { ...params, version: "0" } })).toBe("request.invalid"); // prettier-ignore
  });
});

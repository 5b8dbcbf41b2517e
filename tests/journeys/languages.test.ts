import { staff } from "@twiza/content";
import { MOST_OTHER_LANGUAGES, type OtherLanguage } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";

let house: House;
let manager: Visitor;
let admin: Visitor;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  manager = await house.as(staff.manager.contact);
  admin = await house.as(staff.administrator.contact);
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());
/** Each test begins where nobody has added a language. */
afterEach(async () => {
  for (const { language } of await languages()) await remove(manager, language);
});

const WOLOF = { language: "wo", name: "Wolof" };
const HAUSA = { language: "ha-Arab", name: "هَوْسَ" };
const wish = ({ language, name }: OtherLanguage) => ({
  params: { language },
  body: { intentId: newIntent(), name },
});
const add = async (who: Visitor, one: OtherLanguage) =>
  (await who.do("addLanguage", wish(one))).languages;
const remove = (who: Visitor, language: string) =>
  who.do("removeLanguage", { params: { language } });
const languages = async (who = trainer) => (await who.do("listLanguages", {})).languages;
type Action = "organisation.language_added" | "organisation.language_removed";
const told = async (action: Action) =>
  (await admin.do("listAudit", { query: { action } })).entries.map((entry) => [
    entry.actorName,
    entry.note,
  ]);

it("a manager adds a language, calls it otherwise and takes it away, each once however often it is asked, and the trail tells", async () => {
  const first = wish(WOLOF);
  expect(await manager.do("addLanguage", first)).toEqual({ languages: [WOLOF], mayChange: true });
  // The same wish that arrives again, the same by another wish, and the same by somebody else.
  expect((await manager.do("addLanguage", first)).languages).toEqual([WOLOF]);
  expect(await add(manager, WOLOF)).toEqual([WOLOF]);
  expect(await add(admin, WOLOF)).toEqual([WOLOF]);
  const other = { ...first, body: { ...first.body, name: "Ouolof" } };
  expect(await manager.refused("addLanguage", other)).toBe("intent.reused");
  expect(await told("organisation.language_added")).toEqual([[staff.manager.name, "Wolof (wo)"]]);

  const renamed = { ...WOLOF, name: "Wolof làkk" };
  expect(await add(admin, renamed)).toEqual([renamed]);
  // The first wish, late: its answer is the one it had, and the new name stays.
  expect((await manager.do("addLanguage", first)).languages).toEqual([WOLOF]);
  expect(await languages()).toEqual([renamed]);

  expect((await remove(manager, "wo")).languages).toEqual([]);
  expect((await remove(manager, "wo")).languages).toEqual([]);
  expect(await told("organisation.language_removed")).toEqual([
    [staff.manager.name, "Wolof làkk (wo)"],
  ]);
  expect(await told("organisation.language_added")).toEqual([
    [staff.administrator.name, "Wolof làkk (wo)"],
    [staff.manager.name, "Wolof (wo)"],
  ]);
});

it("eight languages fit and not one more, until one of them goes; those of Twiza need no adding", async () => {
  const eight = ["bm", "dje", "ff", "ha", "kab", "snk", "sw", "wo"];
  expect(eight).toHaveLength(MOST_OTHER_LANGUAGES);
  for (const language of eight) await add(manager, { language, name: `Name of ${language}` });
  expect((await languages()).map(({ language }) => language)).toEqual(eight);
  const ninth = wish({ language: "yo", name: "Yorùbá" });
  expect(await manager.refused("addLanguage", ninth)).toBe("language.too_many");
  // One of the eight can still be called otherwise, and a refused wish is granted once there is room.
  expect(await add(manager, WOLOF)).toHaveLength(8);
  await remove(manager, "bm");
  expect((await manager.do("addLanguage", ninth)).languages.at(-1)).toEqual({
    language: "yo",
    name: "Yorùbá",
  });

  for (const language of ["ar", "fr", "zgh", "en"]) {
    const one = { language, name: "Ours" };
    expect(await manager.refused("addLanguage", wish(one))).toBe("language.ours");
  }
  for (const language of ["WO", "wolof", "wo_SN", "wo-latn", "w", "__proto__"])
    expect(await manager.refused("addLanguage", wish({ language, name: "Wolof" }))).toBe(
      "request.invalid",
    );
});

it("a trainer sees the languages of her organisation and changes none; another organisation sees nothing of them", async () => {
  await add(manager, WOLOF);
  expect(await trainer.do("listLanguages", {})).toEqual({ languages: [WOLOF], mayChange: false });
  expect(await trainer.refused("addLanguage", wish(HAUSA))).toBe("role.missing");
  expect(await trainer.refused("removeLanguage", { params: { language: "wo" } })).toBe(
    "role.missing",
  );

  // An organisation under this one has languages of its own.
  const body = { intentId: newIntent(), name: { fr: "Coopérative" }, kind: "cooperative" as const };
  const { id: organisationId } = await admin.do("createOrganisation", { body });
  const below = await house.as(staff.administrator.contact);
  await below.do("chooseOrganisation", { body: { organisationId } });
  expect(await languages(below)).toEqual([]);
  expect(await add(below, HAUSA)).toEqual([HAUSA]);
  await remove(below, "wo");
  expect(await languages()).toEqual([WOLOF]);
  // The list of organisations above it tells the same of it.
  const { organisations } = await admin.do("listOrganisations", {});
  expect(organisations.find(({ id }) => id === organisationId)?.languages).toEqual([HAUSA]);
});

it("two who add different languages at the same moment both have theirs", async () => {
  const [one, other] = await Promise.all([add(manager, WOLOF), add(admin, HAUSA)]);
  expect([one.length, other.length].sort()).toEqual([1, 2]);
  expect(await languages()).toEqual([HAUSA, WOLOF]);
});

it("a language that is taken away stays with the courses that have it, under its name, and is not offered to others", async () => {
  await add(manager, WOLOF);
  const begin = (title: string) => ({
    body: {
      ...{ intentId: newIntent(), courseId: newCourseId() },
      ...{ title, sourceLanguage: "wo", begin: "lesson" as const },
    },
  });
  const { id: courseId } = await trainer.do("createCourse", begin("Mbay"));
  await add(manager, { ...WOLOF, name: "Wolof làkk" });
  await remove(manager, "wo");

  const draft = await trainer.do("readDraft", { params: { courseId } });
  expect(draft).toMatchObject({ sourceLanguage: "wo", otherLanguages: [WOLOF] });
  const params = { courseId, lessonId: found(draft.lessons[0]).id };
  const block = { kind: "title" as const, text: "Mbay mi" };
  const save = (language: string) => ({
    params,
    body: {
      intentId: newIntent(),
      language,
      commands: [],
      texts: [{ key: "title", base: 1, block }],
    },
  });
  await trainer.do("saveDraftLesson", save("wo"));
  const { words } = await trainer.do("readDraftLesson", { params, query: { language: "wo" } });
  expect(JSON.stringify(words)).toContain("Mbay mi");
  expect(await trainer.refused("saveDraftLesson", save("ha"))).toBe("language.unknown");
  expect(await trainer.refused("createCourse", begin("Njaay"))).toBe("language.unknown");
});

import { learners, staff } from "@twiza/content";
import {
  type DraftBlock,
  type Language,
  LessonBody,
  type LessonCommand,
  Manifest,
  type Media,
  PackIndex,
  UPLOAD_TYPES,
} from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { bringDocument, somePdf } from "../house/documents.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { bringPicture } from "../house/pictures.ts";
import { findLandmarks } from "../house/landmarks.ts";
import { newLessonId } from "../house/new-ids.ts";

let house: House;
let trainer: Visitor;
let courseId: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  courseId = (await findLandmarks(house)).course.courseId;
});
afterAll(() => house.close());

const content = async (hash: string): Promise<unknown> =>
  (await house.anyone.fetch(`/content/${hash}`)).json();

describe("a document", () => {
  it("is looked into, kept as it came, and served so that it is saved and never shown as a page of ours", async () => {
    const bytes = somePdf();
    const { take } = await bringDocument(house, trainer, { bytes, name: "caisse.pdf" });
    const item = await trainer.do("takeUpload", take);
    expect(item).toMatchObject({ kind: "file", name: "caisse.pdf", media: { type: "application/pdf", bytes: bytes.length } }); // prettier-ignore
    expect(await trainer.do("takeUpload", take)).toEqual(item);
    const served = await house.anyone.fetch(`/content/${item.media.hash}`);
    expect(Object.fromEntries(served.headers)).toMatchObject({
      "content-type": "application/pdf",
      "content-disposition": "attachment",
      "x-content-type-options": "nosniff",
    });
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes);
  });

  it("of commas is served as such a table, whatever it was announced as", async () => {
    const bytes = Buffer.from("Date;Entrée;Sortie\n");
    const { take } = await bringDocument(house, trainer, { bytes, name: "caisse.csv" });
    const item = await trainer.do("takeUpload", take);
    const served = await house.anyone.fetch(`/content/${item.media.hash}`);
    expect(served.headers.get("content-type")).toBe("text/csv");
    expect(served.headers.get("content-disposition")).toBe("attachment");
  });

  it.each([
    ["acts by itself", somePdf("x", "<< /S /JavaScript >>"), "media.active"],
    ["is locked", somePdf("x", "<< /Encrypt 1 0 R >>"), "media.locked"],
    ["breaks off", somePdf().subarray(0, -9), "media.unreadable"],
    ["is a page for browsers", Buffer.from("<html>a,b</html>"), "media.unreadable"],
  ])(
    "that %s does not come in, and can be tried again as it was mended",
    async (_, bytes, code) => {
      const { take } = await bringDocument(house, trainer, { bytes, name: "caisse.pdf" });
      expect(await trainer.refused("takeUpload", take)).toBe(code);
    },
  );

  it("is not granted when it is larger than five megabytes, nor to who learns", async () => {
    const type = "application/pdf";
    const body = { intentId: newIntent(), type, bytes: UPLOAD_TYPES[type] + 1 } as const;
    expect(await trainer.refused("grantUpload", { body })).toBe("request.invalid");
    const learner = await house.as(learners.underWay.contact);
    expect(await learner.refused("grantUpload", { body: { ...body, bytes: 9 } })).toBe("role.missing"); // prettier-ignore
  });
});

const doc = (text: string) => ({ type: "doc" as const, content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }] }); // prettier-ignore

/** A lesson of one block of each rarer kind, the words of which a case says in French. */
const lessonOf = (picture: Media, file: Media): Readonly<Record<string, DraftBlock>> => ({
  ornament: { kind: "picture", media: picture, alt: "", decorative: true },
  balance: { kind: "term", term: "Solde", doc: doc("Ce qui reste.") },
  sheet: { kind: "file", media: file, title: "Feuille de caisse" },
  stall: {
    kind: "gallery",
    view: "compare",
    pictures: ["a", "b"].map((id) => ({ id, media: picture, alt: `Étal ${id}` })),
  },
  office: { kind: "link", href: "https://www.odco.gov.ma/", title: "L’office" },
});

it("rarer blocks are written, translated, published, and lie in the pack with all that they show and hand out", async () => {
  const picture = (await bringPicture(house, staff.trainer.contact)).media;
  const { take } = await bringDocument(house, trainer, { bytes: somePdf("Feuille"), name: "f.pdf" }); // prettier-ignore
  const file = (await trainer.do("takeUpload", take)).media;
  const blocks = Object.entries(lessonOf(picture, file));
  const lessonId = newLessonId();
  const params = { courseId, lessonId };
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  const title = { fr: "Les blocs", ar: "الأجزاء" };
  const add = { do: "addLesson", id: lessonId, moduleId: found(outline.modules[0]).id, title, template: "empty" } as const; // prettier-ignore
  await trainer.do("arrangeDraft", { params, body: { intentId: newIntent(), commands: [add] } });
  const save = (language: Language, texts: typeof blocks, commands: LessonCommand[] = []) =>
    trainer.do("saveDraftLesson", {
      params,
      body: {
        intentId: newIntent(),
        language,
        commands,
        texts: texts.map(([key, block]) => ({ key, base: 0, block })),
      },
    });
  const places = blocks.map(([key, { kind }], at) => {
    if (kind === "title") throw new Error("a title has no place");
    return { do: "add" as const, key, kind, after: blocks[at - 1]?.[0] ?? "" };
  });
  const { lesson } = await save("fr", blocks, places);
  expect(lesson.places.map(({ wordless = false }) => wordless)).toEqual([true, false, false, false, false]); // prettier-ignore
  // In Arabic all but the ornament, which needs no words.
  await save("ar", blocks.slice(1));

  const body = { intentId: newIntent() };
  const { faults } = await trainer.do("composeDraft", { params, body });
  expect(faults.filter((fault) => fault.lessonId === lessonId && fault.language === "ar")).toEqual([]); // prettier-ignore
  expect(faults.filter((fault) => fault.blocks)).toEqual([]);
  await trainer.do("publishCourse", { params, body: { intentId: newIntent(), note: "Les blocs." } }); // prettier-ignore

  const { courses } = await house.anyone.do("listCatalogue", {});
  const course = found(courses.find((one) => one.courseId === courseId));
  const manifest = Manifest.parse(await content(course.manifest));
  const entry = found(manifest.modules.flatMap(({ lessons }) => lessons).find(({ id }) => id === lessonId)); // prettier-ignore
  for (const language of ["fr", "ar"] as const) {
    const pointer = found(entry.bodies[language]);
    const { blocks: read } = LessonBody.parse(await content(pointer.hash));
    expect(read.map(({ kind }) => kind)).toEqual(["picture", "term", "file", "gallery", "link"]);
    expect(read[0]).toMatchObject({ alt: "", decorative: true, media: picture });
    expect(pointer.mediaBytes).toBe(picture.bytes + file.bytes);
  }
  const index = PackIndex.parse(await content(course.pack ?? ""));
  const own = index.files.filter((one) => one.lessonIds.some((id) => id === lessonId));
  const handed = own.find(({ hash }) => hash === file.hash);
  expect(handed).toMatchObject({ kind: "file", bytes: file.bytes });
  expect(handed?.languages.toSorted()).toEqual(["ar", "fr"]);
  expect(own.find(({ hash }) => hash === picture.hash)?.kind).toBe("picture");
});

import { learners, staff } from "@twiza/content";
import { type DraftBlock, type Language, LessonBody, Manifest, PackIndex, UPLOAD_TYPES } from "@twiza/contract"; // prettier-ignore
import { filesOf } from "@twiza/contract/pack-choice";
import { found } from "@twiza/core";
import { someVideo } from "@twiza/core/testing/videos";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { bring } from "../house/pictures.ts";
import { findLandmarks } from "../house/landmarks.ts";
import { newLessonId } from "../house/new-ids.ts";
import { bringVideo, broughtVideo, someSound, videoBlock } from "../house/videos.ts";

let house: House;
let trainer: Visitor;
let courseId: string;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  courseId = (await findLandmarks(house)).course.courseId;
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const json = async (hash: string): Promise<unknown> =>
  (await house.anyone.fetch(`/content/${hash}`)).json();

describe("a video", () => {
  it("comes in with its sound as one thing, once, without what its camera said, and is served in parts", async () => {
    const bytes = await someVideo({ seconds: 60, title: "GPS=33.9,-6.8" });
    const take = await broughtVideo(house, trainer, { bytes });
    const [item, again] = await Promise.all([
      trainer.do("takeUpload", take),
      trainer.do("takeUpload", take),
    ]);
    expect(again).toEqual(item);
    expect(await trainer.do("takeUpload", take)).toEqual(item);
    expect(item).toMatchObject({
      ...{ kind: "video", name: "geste.mp4", width: 640, height: 360, seconds: 60 },
      media: { type: "video/mp4", bytes: bytes.length },
      sound: { type: "audio/ogg" },
    });
    const served = await house.anyone.fetch(`/content/${item.media.hash}`, {
      headers: { range: "bytes=0-11" },
    });
    expect(served.status).toBe(206);
    expect(served.headers.get("content-type")).toBe("video/mp4");
    const whole = await house.anyone.fetch(`/content/${item.media.hash}`);
    expect(Buffer.from(await whole.arrayBuffer()).includes("GPS")).toBe(false);
    const { items } = await trainer.do("listMedia", { query: { kind: "video" } });
    expect(items).toEqual([item]);
  });

  it.each([
    ["lies about what it is", () => Buffer.from("\0\0\0\u0018ftypmp42 and then nothing"), "media.unreadable"],
    ["is in more points than 360p", () => someVideo({ width: 1920, height: 1080 }), "media.too_large"],
    ["breaks off", async () => (await someVideo()).subarray(0, -30), "media.unreadable"],
    ["comes in pieces", () => someVideo({ form: "fragmented" }), "media.unreadable"],
    ["is silent, and has a sound beside it", () => someVideo({ seconds: 60, silent: true }), "media.unreadable"],
    ["is shorter by far than the sound beside it", () => someVideo({ seconds: 1 }), "media.unreadable"],
  ] as const)("that %s does not come in", async (_, make, code) => {
    const take = await broughtVideo(house, trainer, { bytes: await make() });
    expect(await trainer.refused("takeUpload", take)).toBe(code);
  }); // prettier-ignore

  it("waits for its sound, takes no picture or foreign sound for it, and is nobody’s business who learns", async () => {
    const bytes = await someVideo({ seconds: 60 });
    const intentId = newIntent();
    await bring(trainer, { house, intentId, type: "video/mp4", bytes });
    const take = (sound: string) => ({ body: { intentId, name: "geste.mp4", sound } });
    expect(await trainer.refused("takeUpload", take(newIntent()))).toBe("upload.missing");
    const other = await house.as(staff.administrator.contact);
    const [hers, picture] = [newIntent(), newIntent()];
    await bring(other, { house, intentId: hers, type: "audio/ogg", bytes: someSound() });
    expect(await trainer.refused("takeUpload", take(hers))).toBe("upload.missing");
    await bring(trainer, { house, intentId: picture, type: "video/mp4", bytes });
    expect(await trainer.refused("takeUpload", take(picture))).toBe("media.unreadable");
    const type = "video/webm" as const;
    const body = { ...wish(), type, bytes: UPLOAD_TYPES[type] + 1 };
    expect(await trainer.refused("grantUpload", { body })).toBe("request.invalid");
    const learner = await house.as(learners.underWay.contact);
    expect(await learner.refused("grantUpload", { body: { ...body, bytes: 9 } })).toBe("role.missing"); // prettier-ignore
  });
});

it("a video is written, captioned, translated, published, met in a lesson, and downloaded by who wants it; the library knows where it is", async () => {
  const [item, other] = [await bringVideo(house, trainer), await bringVideo(house, trainer, { seconds: 61, type: "video/webm" })]; // prettier-ignore
  const lessonId = newLessonId();
  const params = { courseId, lessonId };
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  const title = { fr: "Trier", ar: "الفرز" };
  const add = { do: "addLesson", id: lessonId, moduleId: found(outline.modules[0]).id, title, template: "empty" } as const; // prettier-ignore
  await trainer.do("arrangeDraft", { params, body: { ...wish(), commands: [add] } });
  const save = (language: Language, block: DraftBlock, base = 0) =>
    trainer.do("saveDraftLesson", {
      params,
      body: {
        ...wish(),
        language,
        commands: base === 0 && language === "fr" ? [{ do: "add", key: "geste", kind: "video", after: "" }] : [], // prettier-ignore
        texts: [{ key: "geste", base, block }],
      },
    });
  // Captions that nobody has written, or out of order, come to nobody.
  const french = videoBlock(item, ["On trie.", "", "On pèse."]);
  await save("fr", { ...french, captions: french.captions.toReversed() });
  const { media: _, sound: __, ...words } = videoBlock(item, []);
  await save("ar", { ...words, title: "فرز اللوز", transcript: "نفرز ثم نزن." });

  const { lessons } = await trainer.do("reviewDraft", { params: { courseId }, query: { lessons: lessonId } }); // prettier-ignore
  const findings = found(lessons[0]).findings.filter(({ key }) => key === "geste");
  expect(findings).toEqual([expect.objectContaining({ code: "no_captions", language: "ar", blocks: false })]); // prettier-ignore
  const { faults } = await trainer.do("composeDraft", { params, body: wish() });
  expect(faults.filter((fault) => fault.lessonId === lessonId && fault.language === "ar")).toEqual([]); // prettier-ignore
  expect(faults.filter(({ blocks }) => blocks)).toEqual([]);
  await trainer.do("publishCourse", { params, body: { ...wish(), note: "Un geste." } });

  const { courses } = await house.anyone.do("listCatalogue", {});
  const course = found(courses.find((one) => one.courseId === courseId));
  const manifest = Manifest.parse(await json(course.manifest));
  const entry = found(manifest.modules.flatMap((module) => module.lessons).find(({ id }) => id === lessonId)); // prettier-ignore
  const bodyIn = async (language: "fr" | "ar") =>
    LessonBody.parse(await json(found(entry.bodies[language]).hash)).blocks[0];
  const shared = { media: item.media, sound: item.sound, seconds: 60 };
  expect(await bodyIn("fr")).toMatchObject({ ...shared, captions: [french.captions[0], french.captions[2]] }); // prettier-ignore
  expect(await bodyIn("ar")).toMatchObject({ ...shared, title: "فرز اللوز", captions: [] });

  const index = PackIndex.parse(await json(course.pack ?? ""));
  const wanted = (choice: { audio: boolean; video?: boolean }) => {
    const files = filesOf(index, { languages: ["fr"], spoken: [], ...choice });
    return [item.media, item.sound].map((one) => files.some(({ hash }) => hash === one?.hash));
  };
  expect(wanted({ audio: true })).toEqual([false, true]);
  expect(wanted({ audio: true, video: true })).toEqual([true, true]);
  expect(wanted({ audio: false })).toEqual([false, false]);
  const film = index.files.find(({ hash }) => hash === item.media.hash);
  expect(film).toMatchObject({ kind: "video", languages: [], lessonIds: [lessonId] });

  const uses = await trainer.do("readMediaUses", { params: { mediaId: item.id } });
  expect(uses.courses).toMatchObject([{ drafts: [{ lessonId, key: "geste" }], versions: [{ live: true, lessonCount: 1 }] }]); // prettier-ignore
  const mediaId = { params: { mediaId: item.id } };
  expect(await trainer.refused("removeMedia", { ...mediaId, body: wish() })).toBe("media.used");
  await trainer.do("replaceMedia", { ...mediaId, body: { ...wish(), by: other.id } });
  const { words: after } = await trainer.do("readDraftLesson", { params, query: { language: "fr" } }); // prettier-ignore
  expect(found(after[0]).texts["geste"]?.block).toMatchObject({
    ...{ media: other.media, sound: other.sound, seconds: 61 },
    title: "Trier les amandes",
  });
});

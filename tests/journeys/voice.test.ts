import { staff } from "@twiza/content";
import { AUDIO_LANGUAGES, Manifest, VoiceSheet } from "@twiza/contract";
import { filesOfVoice, found, keepManifest, readQuiz } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightAnswers } from "../house/answers.ts";
import { type House, newIntent, openHouse } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { signUp } from "../house/sign-up.ts";

let house: House;
let at: Landmarks;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
});
afterAll(() => house.close());

const blob = (hash: string) => house.anyone.fetch(`/content/${hash}`);
const manifestOf = async (hash: string) => Manifest.parse(await (await blob(hash)).json());

it("anybody can fetch a lesson's voices by the manifest, and each recording as sound, in parts", async () => {
  const { modules } = await manifestOf(at.course.manifest);
  const voices = modules[0]?.lessons[0]?.voices ?? {};
  expect(Object.keys(voices).sort()).toEqual(["ar", "en", "fr"]);
  for (const [language, pointer] of Object.entries(voices)) {
    const response = await blob(pointer?.hash ?? "");
    const text = await response.text();
    const sheet = VoiceSheet.parse(JSON.parse(text));
    expect(sheet.language).toBe(language);
    const files = filesOfVoice(sheet);
    const recordings = files.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(pointer?.bytes).toBe(new TextEncoder().encode(text).length + recordings);
    for (const { hash, type, bytes } of files) {
      const range = await house.anyone.fetch(`/content/${hash}`, { headers: { range: "bytes=0-9" } }); // prettier-ignore
      expect([range.status, range.headers.get("content-type")]).toEqual([206, type]);
      expect(range.headers.get("content-range")).toBe(`bytes 0-9/${bytes}`);
    }
  }
});

it("a sitting brings the voices of its questions and options; that of a feedback comes with the result alone", async () => {
  const params = { courseId: at.course.courseId };
  const { deps } = house.server;
  // Each sitting has every question, those that are spoken among them.
  const owner = await house.as(staff.trainer.contact);
  const whole = { intentId: newIntent(), commands: [{ do: "draw" as const }] };
  await owner.do("arrangeItems", { params, body: whole });
  await owner.do("publishCourse", { params, body: { intentId: newIntent(), note: "Tout" } });
  const { entry } = found(await deps.store.courses.outline(params.courseId));
  const { items } = await readQuiz(deps, entry.value.content.quiz);
  const spoken = items.flatMap(({ voices }) =>
    AUDIO_LANGUAGES.flatMap((language) => Object.entries(voices?.[language] ?? {})),
  );
  const hashesOf = (isWhy: boolean) =>
    spoken.flatMap(([place, { media }]) => place.endsWith("why") === isWhy ? [media.hash] : []); // prettier-ignore
  expect(hashesOf(true).length).toBeGreaterThan(5);

  const visitor = await signUp(house, { contact: "heard@example.org", language: "ar" });
  await visitor.do("createLearner", { body: { intentId: newIntent(), name: "Heard" } });
  await visitor.do("enrol", { body: { intentId: newIntent(), ...params } });
  const attempt = await visitor.do("startAttempt", { params, body: { intentId: newIntent() } });
  const started = JSON.stringify(attempt);
  for (const hash of hashesOf(false)) expect(started).toContain(hash);
  for (const hash of hashesOf(true)) expect(started).not.toContain(hash);

  const answers = await rightAnswers(house, params.courseId);
  const result = await visitor.do("submitAttempt", {
    params: { ...params, attemptId: attempt.id },
    body: { intentId: newIntent(), answers },
  });
  if (result.state !== "graded") throw new Error("it was not graded");
  const heard = result.items.filter(({ voices }) => voices?.ar && voices.fr);
  expect(heard).toHaveLength(3);
  for (const { feedback } of heard) expect(feedback).toBeDefined();
});

describe("a version is not published", () => {
  /** Makes `change` to the voices of the draft's first lesson, and answers how publishing it is refused. */
  async function refusedWith(change: object): Promise<string> {
    const { deps } = house.server;
    const owner = await house.as(staff.secondTrainer.contact);
    const params = { courseId: at.changed.courseId };
    const desk = await owner.do("readCourse", { params });
    const { modules } = await manifestOf(at.course.manifest);
    const hash = modules[0]?.lessons[0]?.voices?.fr?.hash ?? "";
    const sheet = VoiceSheet.parse(await (await blob(hash)).json());
    const lessonId = desk.draft.modules[0]?.lessons[0]?.id;
    const changed = new TextEncoder().encode(JSON.stringify({ ...sheet, lessonId, ...change })); // prettier-ignore
    const pointer = { hash: await deps.publicBlobs.put(changed, "application/json"), bytes: 1, seconds: 1 }; // prettier-ignore
    const [first, ...others] = desk.draft.modules;
    const [lesson, ...more] = first?.lessons ?? [];
    const draft = Manifest.parse({
      ...desk.draft,
      modules: [{ ...first, lessons: [{ ...lesson, voices: { shi: pointer } }, ...more] }, ...others], // prettier-ignore
    });
    const organisationId = at.changed.organisationId;
    const kept = found(await deps.store.courses.byId(organisationId, params.courseId));
    const content = { ...kept.value.draft.content, manifest: await keepManifest(deps, draft) };
    const course = { ...kept.value, draft: { ...kept.value.draft, content } };
    await deps.store.commit([deps.store.courses.put(course, kept.revision)]);
    const body = { intentId: newIntent(), note: "Avec la voix." };
    return owner.refused("publishCourse", { params, body });
  }
  const part = { media: { hash: "0".repeat(64), type: "audio/ogg", bytes: 9 }, seconds: 1, text: "ⴰⵣⵓⵍ" }; // prettier-ignore

  it.each([
    ["has a voice of a block that the lesson lacks", { parts: { title: part, "no-block": part } }],
    ["speaks another lesson", { lessonId: `les_${"0".repeat(32)}`, parts: { title: part } }],
  ])("that %s", async (_, change) => {
    expect(await refusedWith(change)).toBe("course.voice_astray");
  });
});

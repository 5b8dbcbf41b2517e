/// <reference lib="dom" />
import { staff } from "@twiza/content";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { bringPicture, lessonWith } from "../house/pictures.ts";
import { openSuite, overflow, settled } from "./browser.ts";
import { player, watchPlayers } from "./listening.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const words = wordsOf("fr");

/** A lesson of the trainer's own with a block that nobody has recorded yet, in French. */
async function unrecorded() {
  const trainer = await suite.house.as(staff.trainer.contact);
  const { courses } = await trainer.do("listCourses", { query: {} });
  const courseId = courses.find(({ mayEdit }) => mayEdit)?.id ?? "";
  const { outline, sourceLanguage } = await trainer.do("readDraft", { params: { courseId } });
  const lessonId = `les_${newIntent().replaceAll("-", "")}`;
  const [module] = outline.modules;
  const add = {
    do: "addLesson",
    id: lessonId,
    moduleId: module?.id ?? "",
    title: { [sourceLanguage]: "La voix" },
    template: "empty",
  } as const;
  await trainer.do("arrangeDraft", {
    params: { courseId },
    body: { intentId: newIntent(), commands: [add] },
  });
  const params = { courseId, lessonId };
  const block = { kind: "audio" as const, seconds: 0, transcript: "Bip, bip." };
  const texts = [{ key: "spoken", base: 0, block }];
  const body = { intentId: newIntent(), language: sourceLanguage, commands: [], texts };
  await trainer.do("saveDraftLesson", { params, body });
  return { trainer, courseId, lessonId, language: sourceLanguage };
}

async function openRecorder(page: Page): Promise<void> {
  await button(page, words["studio.audio.record"]()).tap();
  await button(page, words["recorder.start"]()).waitFor();
}
declare global {
  // Only an interface joins the one that is there.
  // eslint-disable-next-line @typescript-eslint/consistent-type-definitions
  interface Window {
    heard?: MediaStream;
  }
}
/** Keeps hold of what the page hears. */
const holdMicrophone = (phone: BrowserContext): Promise<unknown> =>
  phone.addInitScript(() => {
    // An empty page has none.
    const { mediaDevices } = navigator as Partial<Navigator>;
    if (!mediaDevices) return;
    const ask = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (wish) => (window.heard = await ask(wish));
  });

/** A call comes, the page goes out of sight, or its sheet is closed and opened again. */
async function interrupt(page: Page, how: "taken" | "hidden" | "closed"): Promise<void> {
  if (how === "closed") {
    await page.keyboard.press("Escape");
    await button(page, words["studio.audio.record"]()).tap();
    return;
  }
  await page.evaluate((isCall) => {
    if (isCall) {
      window.heard?.getAudioTracks()[0]?.dispatchEvent(new Event("mute"));
      return;
    }
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    Reflect.deleteProperty(document, "visibilityState");
  }, how === "taken");
}
const seconds = (page: Page): Promise<string> => page.getByRole("timer").innerText();

describe("T3 a voice", () => {
  test("is recorded in its block, paused, listened to and brought; what was said survives calls, other pages and a reload; the published lesson plays it", async () => {
    const { trainer, courseId, lessonId, language } = await unrecorded();
    expect(language).toBe("fr");
    const phone = await suite.phone("fr");
    await watchPlayers(phone);
    await holdMicrophone(phone);
    const page = await suite.pageOf(phone, staff.trainer.contact);
    await page.goto(`/office/courses/${courseId}/lessons/${lessonId}`);
    await page.locator("[data-slots] .frame").first().waitFor();
    await settled(page);
    await openRecorder(page);
    await button(page, words["recorder.start"]()).tap();
    await expect.poll(() => seconds(page)).toBe("0:01");
    expect(await overflow(page)).toBe(0);
    await button(page, words["recorder.pause"]()).tap();
    await page.getByText(words["recorder.paused"](), { exact: true }).waitFor();
    await button(page, words["recorder.resume"]()).tap();
    await expect.poll(() => seconds(page)).toBe("0:02");
    for (const why of ["taken", "hidden", "closed"] as const) {
      await interrupt(page, why);
      const said = words[`recorder.why.${why === "taken" ? why : "hidden"}`]();
      await page.getByText(said, { exact: true }).waitFor();
      await button(page, words["recorder.resume"]()).tap();
      await page.getByText(words["recorder.running"](), { exact: true }).waitFor();
    }

    // The page goes in the middle of a word.
    await page.reload();
    await page.locator("[data-slots] .frame").first().waitFor();
    await button(page, words["studio.audio.record"]()).tap();
    await button(page, words["recorder.take"]()).tap();
    await page.getByLabel(words["media.decorative"]()).check({ force: true });
    await page.getByRole("button", { name: words["media.keep"]() }).tap();
    const draft = async () => {
      const query = { language };
      const read = await trainer.do("readDraftLesson", { params: { courseId, lessonId }, query });
      const block = read.words[0]?.texts["spoken"]?.block;
      return block?.kind === "audio" ? block : undefined;
    };
    await expect.poll(async () => (await draft())?.media?.type).toBe("audio/ogg");
    expect((await draft())?.seconds).toBeLessThanOrEqual(9);
    expect((await draft())?.seconds).toBeGreaterThanOrEqual(2);
    // It is in the library, so this device has let go of it.
    await openRecorder(page);

    const params = { courseId };
    await trainer.do("composeDraft", { params, body: { intentId: newIntent() } });
    await trainer.do("publishCourse", { params, body: { intentId: newIntent(), note: "…" } });
    await page.goto(`/learn/${courseId}/${lessonId}`);
    await settled(page);
    await page.locator(".player .listen").tap();
    await expect.poll(async () => (await player(page))?.at ?? 0).toBeGreaterThan(0.3);
    expect((await player(page))?.source).toContain((await draft())?.media?.hash);
  });

  test("that may not be heard is told why, in words, and a recording of the device is still there to choose", async () => {
    const { courseId, lessonId } = await unrecorded();
    const phone = await suite.phone("fr");
    const page = await suite.pageOf(phone, staff.trainer.contact);
    await page.goto(`/office/courses/${courseId}/lessons/${lessonId}`);
    await page.locator("[data-slots] .frame").first().waitFor();
    await openRecorder(page);
    const refuseWith = (name: string) =>
      page.evaluate((why) => {
        navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("", why));
      }, name);
    for (const [name, why] of [
      ["NotAllowedError", "refused"],
      ["NotFoundError", "missing"],
      ["NotReadableError", "held"],
    ] as const) {
      await refuseWith(name);
      await button(page, words["recorder.start"]()).tap();
      await page.getByText(words[`recorder.fault.${why}`](), { exact: true }).waitFor();
    }
    expect(await overflow(page)).toBe(0);
  });
});

test("T11 the library says where a picture is used, puts another in its place, and gives back what was removed", async () => {
  const { courseId } = await unrecorded();
  const contact = staff.trainer.contact;
  const trainer = await suite.house.as(contact);
  const [old, other] = [
    await bringPicture(suite.house, contact, { width: 50, height: 20 }),
    await bringPicture(suite.house, contact, { width: 20, height: 50 }),
  ];
  const place = await lessonWith(trainer, courseId, { media: old.media, languages: ["fr"] });
  const phone = await suite.phone("fr");
  const page = await suite.pageOf(phone, contact);
  await page.goto("/office/library");
  const cards = page.locator("article");
  await cards.first().waitFor();
  const cardOf = (id: string) => page.locator(`article[aria-labelledby="${id}"]`);
  await button(cardOf(old.id), words["library.open"]()).tap();
  await page.locator("dialog[open] textarea[lang=fr]").fill("Une vieille balance");
  await button(page, words["library.words.keep"]()).tap();
  await cardOf(old.id).getByText("Une vieille balance").waitFor({ state: "attached" });

  await page.getByRole("tab", { name: words["library.uses"](), exact: true }).tap();
  await page.locator(`dialog[open] a[href*="${place.lessonId}"]`).waitFor();
  await page.getByText(words["library.remove.used"]()).waitFor();
  await button(page, words["library.replace"]()).tap();
  await page
    .locator("dialog[open]")
    .getByRole("tab", { name: words["media.library"](), exact: true })
    .tap();
  // The newest of both has the same name.
  await page
    .getByRole("button", { name: words["media.use"]({ name: other.name }) })
    .first()
    .tap();
  await page.getByRole("button", { name: words["library.replace.do"]({ name: other.name }) }).tap();
  await page.getByText(words["library.uses.none"]()).waitFor();
  const read = await trainer.do("readDraftLesson", { params: place, query: { language: "fr" } });
  expect(read.words[0]?.texts["shown"]?.block).toMatchObject({ media: other.media });

  await button(page, words["library.remove"]()).tap();
  await cardOf(old.id).waitFor({ state: "detached" });
  await page.getByRole("tab", { name: words["library.bin"](), exact: true }).tap();
  await button(page, words["library.bin.restore"]()).first().tap();
  await page.getByText(words["library.bin.empty"]()).waitFor();
  await page.getByRole("tab", { name: words["library.pictures"](), exact: true }).tap();
  await cardOf(old.id).waitFor();
  expect(await overflow(page)).toBe(0);
});

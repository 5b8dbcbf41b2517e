/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import { readFileSync } from "node:fs";
import { staff } from "@twiza/content";
import { MEDIA_LIMITS } from "@twiza/contract";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openSuite, overflow } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** The picker of pictures on the page of all components, as a trainer sees it on a small phone. */
async function openPicker(language: "ar" | "fr") {
  const phone = await suite.phone(language);
  await suite.signIn(phone, staff.trainer.contact);
  const page = await phone.newPage();
  await page.goto("/dev/components");
  const words = wordsOf(language);
  await button(page, words["media.pick.picture"]()).waitFor();
  const pick = (name: string, mimeType: string, buffer: Buffer) =>
    page
      .getByLabel(words["media.pick.picture"](), { exact: true })
      .and(page.locator("input"))
      .setInputFiles({ name, mimeType, buffer });
  return { page, words, pick };
}

/** What a telephone's camera writes: twelve million points, and the place where they were taken. */
async function photograph(page: Page): Promise<Buffer> {
  const bytes = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(4000, 3000);
    const context = canvas.getContext("2d");
    if (!context) throw new Error("no canvas");
    for (let at = 0; at < 3000; at += 1) {
      context.fillStyle = `hsl(${(at * 37) % 360} 70% ${20 + (at % 60)}%)`;
      context.fillRect((at * 911) % 4000, (at * 577) % 3000, 40 + (at % 300), 30 + (at % 200));
    }
    const blob = await canvas.convertToBlob({ type: "image/jpeg", quality: 0.95 });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const exif = Buffer.from("Exif\0\0II*\0\x08\0\0\0\0\0\0\0\0\0GPS 33.971 -6.849", "latin1");
  const mark = Buffer.from([0xff, 0xe1, 0, exif.length + 2]);
  const jpeg = Buffer.from(bytes);
  return Buffer.concat([jpeg.subarray(0, 2), mark, exif, jpeg.subarray(2)]);
}

/** With the size at its end, which is part of its name. */
const named = (page: Page, name: string) => page.getByRole("button", { name });

const library = async () => {
  const trainer = await suite.house.as(staff.trainer.contact);
  return (await trainer.do("listMedia", { query: {} })).items;
};

describe("T11 a picture", () => {
  test("of twelve million points with the place where it was taken goes out as 60 KB without it, and the library has it", async () => {
    const { page, words, pick } = await openPicker("fr");
    const taken = await photograph(page);
    expect(taken.includes("GPS")).toBe(true);
    const sent: number[] = [];
    page.on("request", (request) => {
      if (request.url().endsWith("/uploads")) sent.push(request.postDataBuffer()?.length ?? 0);
    });
    await pick("marché.jpg", "image/jpeg", taken);
    const keep = named(page, words["media.keep"]());
    await keep.waitFor();
    expect(await overflow(page)).toBe(0);

    // Without a word about it, it does not leave.
    await keep.tap();
    await page.getByText(words["media.alt.missing"]()).first().waitFor();
    expect(sent).toEqual([]);
    await page.locator("textarea[lang=fr], input[lang=fr]").last().fill("Un marché");
    await keep.tap();
    await expect.poll(async () => (await library())[0]?.name).toBe("marché.jpg");

    const [item] = await library();
    expect(item).toMatchObject({
      width: 1280,
      height: 960,
      description: { alt: { fr: "Un marché" } },
    });
    expect(item?.bytesBefore).toBeLessThanOrEqual(MEDIA_LIMITS.pictureBytes);
    expect(item?.media.bytes).toBeLessThanOrEqual(MEDIA_LIMITS.pictureBytes);
    expect(sent).toHaveLength(1);
    const served = await suite.house.anyone.fetch(`/content/${item?.media.hash ?? ""}`);
    expect(Buffer.from(await served.arrayBuffer()).includes("GPS")).toBe(false);

    await page.getByRole("tab", { name: words["media.library"]() }).first().tap();
    await page.getByAltText("Un marché").waitFor();
    await named(page, words["media.use"]({ name: "marché.jpg" })).tap();
    await page.locator("p[role=status] bdi", { hasText: "marché.jpg" }).waitFor();
  });

  test("that lies is refused in words, and nothing is sent", async () => {
    const { page, words, pick } = await openPicker("ar");
    const before = (await library()).length;
    await pick("صورة.png", "image/png", Buffer.from("<!doctype html><script>alert(1)</script>"));
    await page.getByText(words["media.fault.picture"]()).waitFor();
    expect(await overflow(page)).toBe(0);
    expect((await library()).length).toBe(before);
  });

  test("is kept to be sent again when the network goes, and is there once", async () => {
    const { page, words, pick } = await openPicker("fr");
    const before = (await library()).length;
    suite.expects({ status: 0, path: /^\/(uploads|api\/media)/ });
    const small = await page.evaluate(async () => {
      const canvas = new OffscreenCanvas(80, 60);
      canvas.getContext("2d")?.fillRect(10, 10, 30, 20);
      const blob = await canvas.convertToBlob({ type: "image/png" });
      return [...new Uint8Array(await blob.arrayBuffer())];
    });
    await pick("panier.png", "image/png", Buffer.from(small));
    await page.getByLabel(words["media.decorative"]()).check({ force: true });
    await page.route("**/uploads", (route) => route.abort("internetdisconnected"));
    await named(page, words["media.keep"]()).tap();
    await page.getByText(words["error.offline.mend"]()).first().waitFor();
    await page.unrouteAll({ behavior: "wait" });
    await named(page, words["media.keep"]()).tap();
    await expect.poll(async () => (await library()).length).toBe(before + 1);
    expect((await library())[0]).toMatchObject({
      name: "panier.png",
      description: { kind: "decorative" },
    });
  });
});

test("T11 a recording is listened to before it is kept, and the library has it", async () => {
  const { page, words } = await openPicker("fr");
  const spoken = readFileSync(
    "packages/content/courses/keep-the-cash-book/media/07-to-the-year.fr.ogg",
  );
  await page
    .getByLabel(words["media.pick.audio"](), { exact: true })
    .and(page.locator("input"))
    .setInputFiles({ name: "voix.ogg", mimeType: "", buffer: spoken });
  const seconds = () =>
    page
      .locator("audio")
      .last()
      .evaluate((it) => (it as HTMLAudioElement).duration);
  await expect.poll(seconds).toBeGreaterThan(1);
  await page.getByLabel(words["media.decorative"]()).last().check({ force: true });
  await named(page, words["media.keep"]()).tap();
  await expect.poll(async () => (await library())[0]?.name).toBe("voix.ogg");
  expect((await library())[0]).toMatchObject({ kind: "audio", media: { type: "audio/ogg" } });
});

import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { learners } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comeIn, openSuite, overflow } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole, keptIn } from "./kept.ts";
import { player, watchPlayers } from "./listening.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
/** The seed's learner of the course, on a phone of her own language. */
const { contact, language } = learners.underWay;
const words = wordsOf(language);
let front: Front;
let file: string;

beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

const control = (page: Page, state: string) => page.locator(`.control.${state}`);
const alert = (page: Page) => page.locator("main [role=alert]");
const pick = (page: Page, path: string) => page.locator("input[type=file]").setInputFiles(path);
const packFiles = async (page: Page) => (await keptIn(page, "packs")).toSorted();

/** A phone that has opened the app once, with network, and never a course; then the network goes. */
async function neighbour(reads: Language) {
  const phone = await suite.phone(reads, { through: front });
  await watchPlayers(phone);
  const page = await phone.newPage();
  await page.goto("/help");
  await isWhole(page, reads);
  await expect.poll(() => keptIn(page, "phone")).toContain("/api/keys");
  // What lists downloads comes with the network; a text in her own language, or a voice, may not be in the file.
  suite.expects({ status: 0, path: /^\/(?:api|content|_app\/immutable)\// });
  await phone.setOffline(true);
  front.look();
  await page.goto("/downloads");
  await button(page, wordsOf(reads)["take.pick"]()).waitFor();
  return { phone, page };
}
/** What came over the wire of courses since the last look. */
const contentAsked = () => front.look().filter(({ path }) => path.startsWith("/content/"));

describe("a course goes from phone to phone", () => {
  test("whoever has downloaded it hands it on as one file, also without network", async () => {
    const { path } = await theCourse(suite.house);
    const phone = await suite.phone(language, { through: front });
    await phone.addInitScript(() => {
      const connection = Object.assign(new EventTarget(), { type: "wifi", saveData: false });
      Object.defineProperty(navigator, "connection", { value: connection });
    });
    const page = await comeIn(phone, contact);
    await page.goto(path);
    await button(page, words["download.start"]()).tap();
    await page.getByRole("dialog").locator(".actions button").first().tap();
    await control(page, "ready").waitFor();
    await button(page, words["handOn.do"]()).waitFor();
    suite.expects({ status: 0, path: /^\/api\// });
    await phone.setOffline(true);
    await button(page, words["handOn.do"]()).tap();
    const sheet = page.getByRole("dialog");
    const save = button(sheet, words["handOn.save"]());
    await save.waitFor();
    expect(await sheet.innerText()).toMatch(/-v\d+\.twiza/);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    const [download] = await Promise.all([page.waitForEvent("download"), save.tap()]);
    expect(download.suggestedFilename()).toMatch(/-v\d+\.twiza$/);
    file = join(suite.house.folder, "course.twiza");
    await download.saveAs(file);
    await sheet.getByText(words["handOn.saved"]()).waitFor();
    expect(readFileSync(file).subarray(0, 2).toString()).toBe("PK");
  });

  test.each([language, "zgh"] as const)(
    "a phone that never met it takes it without network and learns by it (%s)",
    async (reads) => {
      const { page } = await neighbour(reads);
      const said = wordsOf(reads);
      await pick(page, file);
      await page.getByText(said["take.done"](), { exact: true }).waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      expect((await packFiles(page)).length).toBeGreaterThan(10);
      const { lessons, path } = await theCourse(suite.house);
      await page.locator(`main a[href="${path}"]`).first().tap();
      await page.locator(`ol a[href="${lessons[0] ?? ""}"]`).waitFor();
      expect(await page.locator("a.missing").count()).toBe(0);
      await page.goto(lessons[0] ?? "");
      await page.locator(".blocks > .block").first().waitFor();
      const images = page.locator(".blocks img");
      await images.evaluateAll((all) => {
        for (const image of all) if (image instanceof HTMLImageElement) image.loading = "eager";
      });
      await expect
        .poll(() =>
          images.evaluateAll((all) =>
            all.every((one) => (one as HTMLImageElement).naturalWidth > 0),
          ),
        )
        .toBe(true);
      if (reads === language) {
        await walk.practise({ page, language: reads });
        await button(page.locator(".player"), said["audio.listen"]()).first().tap();
        await expect.poll(async () => (await player(page))?.at ?? 0).toBeGreaterThan(0.2);
      }
      expect(contentAsked(), "nothing of a course came over the network").toEqual([]);
    },
  );

  test("a changed byte, a file cut short, another file and none are refused with a sentence, and nothing stays of them", async () => {
    const { page } = await neighbour(language);
    const bytes = readFileSync(file);
    const changed = Buffer.from(bytes);
    const middle = Math.floor(bytes.length / 2);
    changed[middle] = (changed[middle] ?? 0) ^ 1;
    const wrong: readonly (readonly [string, Buffer, string])[] = [
      ["changed.twiza", changed, words["take.why.broken"]()],
      ["short.twiza", bytes.subarray(0, middle), words["take.why.broken"]()],
      ["picture.png", Buffer.from("\u0089PNG, and then something"), words["take.why.foreign"]({ ending: "\u2066.twiza\u2069" })], // prettier-ignore
      ["empty.twiza", Buffer.alloc(0), words["take.why.empty"]()],
    ];
    for (const [name, content, sentence] of wrong) {
      const path = join(suite.house.folder, name);
      writeFileSync(path, content);
      await pick(page, path);
      await expect.poll(() => alert(page).allInnerTexts()).toContain(sentence);
      expect(await packFiles(page)).toEqual([]);
    }
    await pick(page, file);
    await page.getByText(words["take.done"](), { exact: true }).waitFor();
    const before = await packFiles(page);
    await pick(page, join(suite.house.folder, "short.twiza"));
    await expect.poll(() => alert(page).allInnerTexts()).toContain(words["take.why.broken"]());
    expect(await packFiles(page)).toEqual(before);
    expect(contentAsked()).toEqual([]);
  });
});

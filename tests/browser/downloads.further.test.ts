import { learners } from "@twiza/content";
import { PackIndex } from "@twiza/contract";
import { filesOf, weightOf } from "@twiza/contract/pack-choice";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { comeIn, openSuite, overflow, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { keysOf } from "./database.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { player, watchPlayers } from "./listening.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterEach(() => front.leaveAlone());
afterAll(() => front.close());

const { contact, language } = learners.underWay;
const words = wordsOf(language);
const control = (page: Page, state: string) => page.locator(`.control.${state}`);

/** Says what network the phone is on, as some browsers do; headless Chromium says nothing of itself. */
const onNetwork = (phone: BrowserContext, type: string) =>
  phone.addInitScript((told) => {
    const connection = Object.assign(new EventTarget(), { type: told, saveData: false });
    Object.defineProperty(navigator, "connection", { value: connection });
  }, type);

async function courseOn(type: string, room?: Room): Promise<{ phone: BrowserContext; page: Page }> {
  const { path } = await theCourse(suite.house);
  const phone = await suite.phone(language, { through: front });
  await onNetwork(phone, type);
  await watchPlayers(phone);
  if (room) await sayRoom(phone, room);
  const page = await comeIn(phone, contact);
  await page.goto(path);
  await control(page, "none").waitFor();
  return { phone, page };
}

/** The browser says how much it would still give; headless Chromium always says gigabytes. */
type Room = { readonly quota: number; readonly usage: number };
const sayRoom = (phone: BrowserContext | Page, room: Room) =>
  phone.addInitScript((told) => {
    // A page that shows nothing yet has no storage.
    if ("storage" in navigator) navigator.storage.estimate = () => Promise.resolve(told);
  }, room);

/** What she would get of the course, by whether with sound. */
async function offered() {
  const { course } = await theCourse(suite.house);
  const list = await suite.house.anyone.fetch(`/content/${course.pack ?? ""}`);
  const index = PackIndex.parse(await list.json());
  const filesWith = (audio: boolean) =>
    filesOf(index, { languages: [language], spoken: [language], audio });
  const [withSound, silent] = [filesWith(true), filesWith(false)];
  return { withSound, silent, whole: weightOf(withSound), text: weightOf(silent) };
}

/** Everything under `/content/` that the phone holds of its packs. */
const filesOn = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (await caches.open("packs")).keys()).length);
/** How much it keeps of what was only opened: pages and pictures, and sounds. */
const openedOn = (page: Page): Promise<readonly number[]> =>
  page.evaluate(() =>
    Promise.all(
      ["seen", "heard"].map(async (name) => (await (await caches.open(name)).keys()).length),
    ),
  );
/** How many courses it has noted. */
const notesOn = (page: Page): Promise<number> =>
  page.evaluate(async () => (await (await caches.open("pack-records")).keys()).length);
/** What its database holds, by its keys. */
const databaseOn = (page: Page) =>
  Promise.all(
    (["outbox", "state", "receipts", "meta"] as const).map((store) => keysOf(page, store)),
  );

describe("L4: the download sheet", () => {
  test("says the size with sound and without, and the free room, and off Wi-Fi it waits until she says now", async () => {
    const { page } = await courseOn("cellular", { quota: 500_000_000, usage: 12_300_000 });
    const { whole, text } = await offered();
    await button(page, words["download.start"]()).tap();
    const sheet = page.getByRole("dialog");
    await sheet.locator("label").first().waitFor();
    expect((await sheet.locator("label").allInnerTexts()).map((each) => each.trim())).toEqual([
      words["downloads.with"]({ size: whole }),
      words["downloads.without"]({ size: text }),
    ]);
    await sheet.getByText(words["downloads.metered"]()).waitFor();
    expect((await sheet.locator("p.quiet").innerText()).trim()).toBe(
      words["downloads.free"]({ size: 487_700_000 }),
    );
    expect(await overflow(page)).toBeLessThanOrEqual(0);

    await button(sheet, words["downloads.wait"]()).tap();
    await control(page, "waiting").waitFor();
    expect(await filesOn(page)).toBe(0);
    await page.reload();
    await control(page, "waiting").waitFor();
    expect(await filesOn(page)).toBe(0);

    const opened = await openedOn(page);
    await button(page, words["download.now"]()).tap();
    await control(page, "ready").waitFor();
    expect(await filesOn(page)).toBeGreaterThan(10);
    // It lies on the phone once: what she opened before is not pushed out by it.
    expect(await openedOn(page)).toEqual(opened);
  });

  test("a size that cannot be told downloads nothing: it says why, and the next tap tries again", async () => {
    const { course, path } = await theCourse(suite.house);
    const list = `/content/${course.pack ?? ""}`;
    front.meddle(list, { status: 503 });
    suite.expects({ status: 503, path: /^\/content\// });
    const phone = await suite.phone(language, { through: front });
    await onNetwork(phone, "wifi");
    const page = await comeIn(phone, contact);
    await page.goto(path);
    await control(page, "none").waitFor();
    await button(page, words["download.start"]()).tap();
    const alert = page.locator("main [role=alert]");
    await alert.getByText(words["downloads.why.server"](), { exact: true }).waitFor();
    expect(await page.locator("dialog[open]").count()).toBe(0);

    front.leaveAlone();
    suite.expects({ status: 0, path: /^\/(?:content|api)\// });
    await phone.setOffline(true);
    await button(page, words["download.start"]()).tap();
    await alert.getByText(words["error.offline"]()).waitFor();
    expect(await page.locator("dialog[open]").count()).toBe(0);
    expect(await filesOn(page)).toBe(0);
    expect(await page.evaluate(() => caches.has("pack-records"))).toBe(false);

    await phone.setOffline(false);
    await button(page, words["download.start"]()).tap();
    await page.getByRole("dialog").locator("label").first().waitFor();
    expect(await alert.count()).toBe(0);
    expect(await filesOn(page)).toBe(0);
  });

  test("a download pauses, goes on after a reload from where it was, and can be taken away", async () => {
    const { phone, page } = await courseOn("wifi");
    let served = 0;
    let most = 4;
    await phone.route("**/content/*", async (route) => {
      served += 1;
      if (served > most) await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue().catch(() => undefined);
    });
    await button(page, words["download.start"]()).tap();
    await page.getByRole("dialog").locator(".actions button").first().tap();
    await control(page, "running").waitFor();
    await expect.poll(() => filesOn(page)).toBeGreaterThan(1);
    await button(page, words["download.stop"]()).tap();
    await control(page, "paused").waitFor();
    const before = await filesOn(page);

    await page.reload();
    await control(page, "paused").waitFor();
    expect(await filesOn(page)).toBeGreaterThanOrEqual(before);
    most = Number.POSITIVE_INFINITY;
    await button(page, words["download.resume"]()).tap();
    await control(page, "ready").waitFor();
    const whole = await filesOn(page);
    expect(whole).toBeGreaterThan(before);

    await button(page, words["download.remove"]()).tap();
    await control(page, "none").waitFor();
    await expect.poll(() => filesOn(page)).toBe(0);
  });

  test("a download can be called off while it runs: nothing of the course stays, and it can be had anew", async () => {
    const { page } = await courseOn("wifi");
    const { withSound } = await offered();
    const before = await databaseOn(page);
    for (const { hash } of withSound.slice(4)) front.meddle(`/content/${hash}`, { lateBy: 4000 });
    await button(page, words["download.start"]()).tap();
    await page.getByRole("dialog").locator(".actions button").first().tap();
    await control(page, "running").waitFor();
    await expect.poll(() => filesOn(page)).toBeGreaterThan(1);
    await button(page, words["download.cancel"]()).tap();
    await control(page, "none").waitFor();
    expect(await filesOn(page)).toBe(0);
    await page.reload();
    await control(page, "none").waitFor();
    expect([await filesOn(page), await notesOn(page)]).toEqual([0, 0]);
    expect(await databaseOn(page)).toEqual(before);

    front.leaveAlone();
    await button(page, words["download.start"]()).tap();
    await page.getByRole("dialog").locator(".actions button").first().tap();
    await control(page, "ready").waitFor();
    expect(await filesOn(page)).toBe(withSound.length);
  });
});

test("L5: what was downloaded works whole without network: texts, pictures, sound and practice of every lesson", async () => {
  const { phone, page } = await courseOn("wifi");
  const { lessons, path } = await theCourse(suite.house);
  await button(page, words["download.start"]()).tap();
  await page.getByRole("dialog").locator(".actions button").first().tap();
  await control(page, "ready").waitFor();
  await isWhole(page, language);

  suite.expects({ status: 0, path: /^\/api\// });
  await phone.setOffline(true);
  await page.goto(path);
  await control(page, "ready").waitFor();
  expect(await page.locator("a.missing").count()).toBe(0);
  for (const lesson of lessons) {
    await page.goto(lesson);
    await page.locator(".blocks > .block").first().waitFor();
    await settled(page);
    expect(await page.locator(".blocks > .block").count()).toBeGreaterThan(4);
    const images = page.locator(".blocks img");
    await images.evaluateAll((all) => {
      for (const image of all) if (image instanceof HTMLImageElement) image.loading = "eager";
    });
    await expect
      .poll(() =>
        images.evaluateAll((all) => all.every((one) => (one as HTMLImageElement).naturalWidth > 0)),
      )
      .toBe(true);
    await practise(page);
    await listen(page);
    expect(await page.locator("[role=alert]").count(), lesson).toBe(0);
  }
});

/** Tries a question of the lesson that is open: until it is right where one option is, else once. */
async function practise(page: Page): Promise<void> {
  const questions = page.locator("form.question");
  if ((await questions.locator("input[type=radio]").count()) > 0)
    return walk.practise({ page, language });
  const question = questions.first();
  await question.locator("label").first().tap();
  await button(question, words["question.check"]()).tap();
  await question.locator("[role=status] .word").waitFor();
}

async function listen(page: Page): Promise<void> {
  await button(page.locator(".player"), words["audio.listen"]()).first().tap();
  await expect.poll(async () => (await player(page))?.at ?? 0).toBeGreaterThan(0.2);
}

test("L2: the sound of a downloaded lesson starts from the phone itself: nothing of it is asked of the network, though there is one", async () => {
  const { phone, page } = await courseOn("wifi");
  const { lessons } = await theCourse(suite.house);
  await button(page, words["download.start"]()).tap();
  await page.getByRole("dialog").locator(".actions button").first().tap();
  await control(page, "ready").waitFor();
  await page.reload();
  await isWhole(page, language);
  // Nothing but the download has it: not what was heard before, and not what the browser keeps by itself.
  await page.evaluate(() => Promise.all([caches.delete("heard"), caches.delete("seen")]));
  const browser = await phone.newCDPSession(page);
  await browser.send("Network.clearBrowserCache");
  front.look();
  await page.goto(lessons.at(-1) ?? "");
  await listen(page);
  expect(front.look().filter(({ path }) => path.startsWith("/content/"))).toEqual([]);
});

test("L7: my downloads tell the total and each course, take one away or all, and a full phone is told both amounts", async () => {
  const { page } = await courseOn("wifi");
  const { whole, text } = await offered();
  await button(page, words["download.start"]()).tap();
  await page.getByRole("dialog").locator("label").last().tap();
  await page.getByRole("dialog").locator(".actions button").first().tap();
  await control(page, "ready").waitFor();
  await page.goto("/downloads");
  await page.locator("article h2 a").waitFor();
  const total = words["downloads.total"]({ size: text });
  expect(await page.locator("main p strong").first().innerText()).toBe(total);
  expect(await page.locator("article").count()).toBe(1);
  await button(page, words["downloads.removeAll"]()).tap();
  await button(page.getByRole("dialog"), words["downloads.removeAll"]()).tap();
  await page.getByText(words["downloads.empty"](), { exact: true }).waitFor();
  await expect.poll(() => filesOn(page)).toBe(0);

  const { path } = await theCourse(suite.house);
  await sayRoom(page, { quota: 300_000, usage: 250_000 });
  await page.goto(path);
  await button(page, words["download.start"]()).tap();
  const alert = page.getByRole("dialog").locator("[role=alert]");
  await alert.waitFor();
  const full = words["downloads.full"]({ needed: whole, free: 50_000 });
  expect((await alert.innerText()).trim()).toBe(full);
});

import { readFileSync } from "node:fs";
import { learners } from "@twiza/content";
import { LessonId } from "@twiza/contract";
import { directionOf, LANGUAGES, type Language } from "@twiza/contract/where";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { comeIn, openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole, keptIn, noteOf, shellsOf } from "./kept.ts";
import * as walk from "./walk.ts";
import { button, link } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const KIB = 1024;
const PATIENCE = { timeout: 20_000 };
let front: Front;

beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
/** Network gone: what the app asks its API then is no trouble. */
async function cut(phone: BrowserContext): Promise<void> {
  suite.expects({ status: 0, path: /^\/api\// });
  await phone.setOffline(true);
}

type AppManifest = {
  readonly name: string;
  readonly lang: string;
  readonly dir: string;
  readonly start_url: string;
  readonly icons: readonly { src: string; sizes: string; purpose: string }[];
  readonly shortcuts: readonly { name: string; url: string }[];
};

describe("L22: the app can be put on the home screen", () => {
  test.each(LANGUAGES)(
    "in %s its name, its shortcuts and its direction are hers",
    async (language) => {
      const words = wordsOf(language);
      const page = await (await suite.phone(language)).newPage();
      await page.goto("/help");
      const session = await page.context().newCDPSession(page);
      const { url, errors, data } = await session.send("Page.getAppManifest");
      expect(errors).toEqual([]);
      expect(new URL(url).pathname).toBe(`/manifest-${language}.webmanifest`);
      const manifest = JSON.parse(data ?? "") as AppManifest;
      expect(manifest).toMatchObject({
        name: words["app.name"](),
        lang: language,
        dir: directionOf(language),
        start_url: "/courses",
        scope: "/",
        display: "standalone",
      });
      expect(manifest.shortcuts.map(({ name }) => name)).toEqual([
        words["learn.resume"](),
        words["nav.courses"](),
        words["nav.certificates"](),
      ]);
    },
  );

  test("its icons are pictures of the size they say, one for masks and one for a single colour", async () => {
    const page = await (await suite.phone("fr")).newPage();
    await page.goto("/help");
    const { icons } = JSON.parse(
      readFileSync("web/build/manifest-fr.webmanifest", "utf8"),
    ) as AppManifest;
    expect(icons.map(({ purpose }) => purpose)).toEqual(["any", "any", "maskable", "monochrome"]);
    for (const { src, sizes } of [...icons, { src: "/icons/apple.png", sizes: "180x180" }]) {
      const size = await page.evaluate(async (address) => {
        const image = new Image();
        image.src = address;
        await image.decode();
        return `${image.naturalWidth}x${image.naturalHeight}`;
      }, src);
      expect(size, src).toBe(sizes);
      expect(readFileSync(`web/build${src}`).length).toBeLessThan(8 * 1024);
    }
  });

  test("the bar above it has the colour of the page, by day and by night", async () => {
    const colours: string[] = [];
    for (const dark of [false, true]) {
      const page = await (await suite.phone("fr", { dark })).newPage();
      await page.goto("/help");
      const bar = await page.locator("meta[name=theme-color]").getAttribute("content");
      const paper = await page.evaluate(() =>
        getComputedStyle(document.documentElement).getPropertyValue("--paper"),
      );
      expect(bar).toBe(paper);
      colours.push(bar ?? "");
    }
    expect(new Set(colours).size).toBe(2);
  });
});

describe("L22: the offer to install", () => {
  test("never comes before the first finished lesson; then it says how much it takes, and a no is for good", async () => {
    const language: Language = "fr";
    const words = wordsOf(language);
    const { lessons } = await theCourse(suite.house);
    const phone = await suite.phone(language, { through: front });
    await phone.addInitScript(offerToInstall);
    const page = await phone.newPage();
    const title = page.getByRole("heading", { name: words["install.title"](), exact: true });
    await page.goto("/learn");
    await isWhole(page, language);
    expect(await isOffered(page), "the browser's own offer is held back").toBe(true);
    expect(await title.count()).toBe(0);

    await page.goto(lessons[0] ?? "");
    await walk.readThrough({ page, language });
    await walk.finishLesson({ page, language });
    expect(await title.count(), "a lesson is left in peace").toBe(0);
    await page.locator('nav a[href="/learn"]').tap();
    await title.waitFor();
    const { bytes } = (await noteOf(page, "/told.json")) as { bytes: number };
    expect(bytes).toBeGreaterThan(60 * KIB);
    await page.getByText(words["install.size"]({ size: bytes }), { exact: true }).waitFor();
    await button(page, words["install.do"]()).tap();
    expect(await page.evaluate(() => document.documentElement.dataset["asked"])).toBe("yes");

    await page.reload();
    await title.waitFor();
    await button(page, words["install.never"]()).tap();
    await title.waitFor({ state: "hidden" });
    await page.reload();
    await settled(page);
    await page.waitForTimeout(500);
    expect(await title.count()).toBe(0);
    await page.goto("/me");
    await title.waitFor();
  });

  test("where the browser cannot be asked, she is told how to do it herself", async () => {
    const words = wordsOf("ar");
    const phone = await suite.phone("ar");
    await phone.addInitScript(() => {
      Reflect.deleteProperty(window, "onbeforeinstallprompt");
      if (location.protocol === "http:") localStorage.setItem("twiza.finished", "1");
    });
    const page = await phone.newPage();
    await page.goto("/learn");
    await page.getByText(words["install.how"](), { exact: true }).waitFor();
  });

  /** What Chromium does on a phone by itself, some seconds after the page. */
  function offerToInstall(): void {
    const offer = Object.assign(new Event("beforeinstallprompt", { cancelable: true }), {
      prompt: () => {
        document.documentElement.dataset["asked"] = "yes";
        return Promise.resolve({ outcome: "dismissed" });
      },
    });
    addEventListener("load", () => {
      if (!dispatchEvent(offer)) document.documentElement.dataset["held"] = "yes";
    });
  }
  const isOffered = (page: Page) =>
    page.evaluate(() => document.documentElement.dataset["held"] === "yes");
});

describe("L5: without network", () => {
  test("every page of hers opens anew; a lesson that was not opened stands in grey and says why; nothing shows the browser's own error", async () => {
    const { contact, language } = learners.certified;
    const words = wordsOf(language);
    const { lessons, path } = await theCourse(suite.house);
    const phone = await suite.phone(language, { through: front });
    const page = await comeIn(phone, contact);
    for (const each of ["/learn", "/courses", "/courses" + path.slice(6), "/wallet", path])
      await visit(page, each);
    await visit(page, lessons[0] ?? "");
    await page.locator(".blocks > .block").first().waitFor();
    await isWhole(page, language);

    await cut(phone);
    for (const each of [
      "/",
      "/learn",
      "/courses",
      "/courses" + path.slice(6),
      "/wallet",
      "/me",
      "/help",
    ]) {
      await visit(page, each);
      expect(await page.locator("[role=alert]").count(), each).toBe(0);
      expect(await page.locator("nav a").count(), each).toBe(4);
    }
    await visit(page, lessons[0] ?? "");
    expect(await page.locator(".blocks > .block").count()).toBeGreaterThan(5);
    await walk.practise({ page, language });

    await visit(page, path);
    const missing = page.locator("a.missing");
    await expect.poll(() => missing.count(), PATIENCE).toBe(lessons.length - 1);
    expect(await missing.first().innerText()).toContain(words["offline.notHere"]());
    expect(await missing.first().getAttribute("href")).toBeNull();
    expect(await page.locator(`ol a[href="${lessons[0] ?? ""}"]`).count()).toBe(1);

    suite.expects({ status: 0, path: /^\/content\// });
    await page.goto(lessons[1] ?? "");
    await page.getByRole("heading", { name: words["error.offline"]() }).waitFor();
    await page.goto("/verify/unknown");
    expect(await page.locator("h1").innerText()).toContain(words["offline.page"]());
    await page.goto("/office");
    expect(await page.locator("h1").innerText()).toContain(words["offline.page"]());
    await link(page, words["nav.courses"]()).tap();
    await page.getByRole("heading", { name: words["nav.courses"](), exact: true }).waitFor();
  });

  test("a voice that was heard before is heard again, and can be wound", async () => {
    const language: Language = "fr";
    const words = wordsOf(language);
    const { lessons } = await theCourse(suite.house);
    const phone = await suite.phone(language, { through: front });
    const page = await phone.newPage();
    await page.goto("/help");
    await isWhole(page, language);
    await page.goto(lessons[0] ?? "");
    await button(page, words["audio.listen"]()).first().tap();
    await expect.poll(() => timeOf(page), PATIENCE).toBeGreaterThan(0.2);
    await page.waitForTimeout(1000);

    await cut(phone);
    await page.reload();
    await button(page, words["audio.listen"]()).first().tap();
    await expect.poll(() => timeOf(page), PATIENCE).toBeGreaterThan(0.2);
    await page
      .locator("audio")
      .first()
      .evaluate((audio) => {
        if (audio instanceof HTMLAudioElement) audio.currentTime = 15;
      });
    await expect.poll(() => timeOf(page), PATIENCE).toBeGreaterThan(15.2);
  });

  const timeOf = (page: Page) =>
    page
      .locator("audio")
      .first()
      .evaluate((audio) => (audio as HTMLAudioElement).currentTime);
  async function visit(page: Page, path: string): Promise<void> {
    await page.goto(path);
    await settled(page);
  }
});

describe("L8: who saves data", () => {
  const language: Language = "ar";
  const words = wordsOf(language);

  test.each(["by the phone's own switch", "by the choice in Me"])(
    "gets a lesson in at most 60 KiB, %s: no font, no film, no sound before a tap, no more of the app than it needs",
    async (how) => {
      const { lessons } = await theCourse(suite.house);
      const phone = await suite.phone(language, { through: front });
      if (how === "by the choice in Me") await phone.addInitScript(choose, await choiceOf());
      const page = await phone.newPage();
      if (how === "by the phone's own switch") {
        const session = await phone.newCDPSession(page);
        await session.send("Emulation.setDataSaverOverride", { dataSaverEnabled: true });
      }
      front.look();
      await page.goto(lessons[0] ?? "");
      await page.locator(".blocks > .block").first().waitFor();
      await page.waitForTimeout(6000);
      expect(await page.locator("html").getAttribute("class")).toContain("thrifty");
      const passed = front.look();
      const kinds = passed.map(({ type }) => type);
      expect(kinds.filter((type) => /^(?:font|audio|video)\//.test(type))).toEqual([]);
      const isWorkers = (path: string) => /^\/(?:service-worker\.js|200\.html)$/.test(path);
      const sum = (of: typeof passed) => of.reduce((all, { bytes }) => all + bytes, 0);
      const lean = passed.filter(({ type }) => !type.startsWith("image/"));
      const page60 = sum(lean.filter(({ path }) => !isWorkers(path)));
      const workers = sum(lean.filter(({ path }) => isWorkers(path)));
      console.log(`${how}: ${page60} bytes, and ${workers} to open without network`);
      expect(page60).toBeGreaterThan(20 * KIB);
      expect(page60).toBeLessThanOrEqual(60 * KIB);
      expect(workers).toBeLessThanOrEqual(6 * KIB);
      expect(await noteOf(page, "/told.json")).toMatchObject({ thrifty: true, again: false });

      // From the second visit on the phone keeps the other pages too; a font never.
      await page.reload();
      await page.locator(".blocks > .block").first().waitFor();
      await expect
        .poll(async () => (await keptPages(page)).includes("/offline.html"), PATIENCE)
        .toBe(true);
      await page.waitForTimeout(500);
      expect((await keptPages(page)).filter((path) => path.endsWith(".woff2"))).toEqual([]);
      expect(front.look().filter(({ type }) => type.startsWith("font/"))).toEqual([]);
    },
  );

  test("may want the fonts all the same, and has them at once", async () => {
    const page = await (await suite.phone(language)).newPage();
    const session = await page.context().newCDPSession(page);
    await session.send("Emulation.setDataSaverOverride", { dataSaverEnabled: true });
    await page.goto("/me");
    const font = () => page.evaluate(() => getComputedStyle(document.documentElement).fontFamily);
    expect(await font()).not.toContain("Twiza");
    await page.getByRole("radio", { name: words["me.thrift.off"]() }).tap();
    expect(await font()).toContain("Twiza");
    await page.reload();
    await settled(page);
    expect(await font()).toContain("Twiza");
  });

  test("sees in Me what was used this month, page and worker together, near to what the wire saw", async () => {
    const phone = await suite.phone(language, { through: front });
    const page = await phone.newPage();
    front.look();
    const { lessons } = await theCourse(suite.house);
    await page.goto(lessons[0] ?? "");
    await page.locator(".blocks > .block").first().waitFor();
    await isWhole(page, language);
    await page.locator('nav a[href="/me"]').tap();
    await page.getByText(words["me.used"](), { exact: true }).waitFor();
    const bodies = front.look().reduce((all, { bytes }) => all + bytes, 0);
    const worker = Object.values((await noteOf(page, "/used.json")) as Record<string, number>);
    const pages = await page.evaluate(() =>
      Object.entries(localStorage).flatMap(([key, value]) =>
        key.startsWith("twiza.used.") ? [Number(value)] : [],
      ),
    );
    const counted = [...worker, ...pages].reduce((sum, bytes) => sum + bytes, 0);
    // What it counts includes headers; what it cannot see is the worker's own script.
    expect(counted).toBeGreaterThan(bodies * 0.95);
    expect(counted).toBeLessThan(bodies * 1.35);
    const shown = await page.locator(".used .figure").innerText();
    expect(shown).toContain(String(Math.round(counted / 1000)));
  });

  const keptPages = async (page: Page) => keptIn(page, (await shellsOf(page)).at(-1) ?? "none");
  /** What Me writes down when "always" is tapped. */
  async function choiceOf(): Promise<string> {
    const page = await (await suite.phone(language)).newPage();
    await page.goto("/me");
    await page.getByRole("radio", { name: words["me.thrift.on"]() }).tap();
    expect(await page.locator("html").getAttribute("class")).toContain("thrifty");
    return page.evaluate(() => localStorage.getItem("twiza.thrift") ?? "");
  }
  function choose(choice: string): void {
    if (location.protocol === "http:") localStorage.setItem("twiza.thrift", choice);
  }
});

describe("L19: Back", () => {
  test("closes a sheet first, on every page; the next one goes up a screen", async () => {
    const words = wordsOf("fr");
    const { path, lessons } = await theCourse(suite.house);
    const page = await (await suite.phone("fr")).newPage();
    await page.goto(path);
    await page.locator(`ol a[href="${lessons[0] ?? ""}"]`).tap();
    await page.locator(".blocks > .block").first().waitFor();
    const sheet = page.locator("dialog[open]");
    const open = async () => {
      await page.locator("button.picker").tap();
      await sheet.waitFor();
    };

    await open();
    expect(await sheet.getByRole("heading").innerText()).toBe(words["look.title"]());
    await page.goBack();
    await sheet.waitFor({ state: "detached" });
    expect(new URL(page.url()).pathname).toBe(lessons[0]);

    // Closed by hand it leaves nothing behind that Back would stumble over.
    for (const close of [
      () => button(sheet, words["app.close"]()).tap(),
      () => page.keyboard.press("Escape"),
    ]) {
      await open();
      await close();
      await sheet.waitFor({ state: "detached" });
    }
    await page.goBack();
    await page.waitForURL(`**${path}`);
    await page.goForward();
    await page.waitForURL(`**${lessons[0] ?? ""}`);
    expect(await sheet.count()).toBe(0);
  });

  test("asks before it leaves a running test, after a reload too; a second Back closes the question", async () => {
    const { contact, language } = learners.underWay;
    const words = wordsOf(language);
    const { path } = await theCourse(suite.house);
    const page = await comeIn(await suite.phone(language), contact);
    await page.goto(path);
    await settled(page);
    await page.locator(`main a[href$="/quiz"]`).first().tap();
    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();
    const question = page.getByText(words["quiz.leave"](), { exact: true });
    for (const again of [false, true]) {
      if (again) {
        await page.reload();
        await button(page, words["quiz.continue"]()).tap();
        await page.locator("main progress").waitFor();
      }
      await page.goBack();
      await question.waitFor();
      await page.goBack();
      await question.waitFor({ state: "hidden" });
      expect(await page.locator("main progress").count()).toBe(1);
      await page.goBack();
      await question.waitFor();
      await button(page, words["quiz.leave.stay"]()).tap();
      await question.waitFor({ state: "hidden" });
      expect(await page.locator("main progress").count()).toBe(1);
    }
    await page.goBack();
    await button(page, words["quiz.leave.go"]()).tap();
    await page.waitForURL(`**${path}`);
    await settled(page);
    expect(await page.locator("dialog[open]").count()).toBe(0);
  });

  test("leads from a test that was opened by its address to its course, not out of the app", async () => {
    const { contact, language } = learners.beginner;
    const words = wordsOf(language);
    const { courseId } = await courseOf(contact);
    const phone = await suite.phone(language);
    await (await comeIn(phone, contact)).close();
    const page = await phone.newPage();
    await page.goto(`/learn/${courseId}/quiz`);
    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();
    await page.evaluate(() => history.back());
    await button(page, words["quiz.leave.go"]()).tap();
    await page.waitForURL(`**/learn/${courseId}`);
  });

  async function courseOf(contact: string) {
    const { enrolments } = await (await suite.house.as(contact)).do("listEnrolments", {});
    return { courseId: enrolments[0]?.courseId ?? "" };
  }
});

describe("L21: letters as large as she needs them", () => {
  test.each(LANGUAGES)(
    "A, A+ and A++ in %s, from the top of a lesson and from Me, kept; 320 wide nothing is cut off and nothing slides sideways",
    async (language) => {
      const words = wordsOf(language);
      const { lessons, path } = await theCourse(suite.house);
      const phone = await suite.phone(language);
      const page = await phone.newPage();
      await page.setViewportSize({ width: 320, height: 640 });
      await page.goto(lessons[0] ?? "");
      await page.locator(".blocks > .block").first().waitFor();
      const sizes = [await sizeOf(page)];
      const signs = [/A\+\u2069/, /A\+\+\u2069/];
      for (const sign of signs) {
        await page.locator("button.picker").tap();
        await page.locator("dialog[open]").getByRole("radio", { name: sign }).tap();
        sizes.push(await sizeOf(page));
        await page.keyboard.press("Escape");
        await page.waitForFunction(() => !JSON.stringify(history.state).includes('layers":1'));
      }
      expect(sizes).toEqual([18, 21, 25]);
      for (const each of [
        lessons[0] ?? "",
        path,
        "/learn",
        "/courses",
        "/me",
        "/help",
        "/wallet",
      ]) {
        await page.goto(each);
        await settled(page);
        expect(await sizeOf(page), each).toBe(25);
        expect(await overflow(page), each).toBeLessThanOrEqual(0);
        expect(await cutOff(page), each).toEqual([]);
      }
      await page.goto("/me");
      await page.getByRole("radio", { name: words["me.text.normal"]() }).tap();
      expect(await sizeOf(page)).toBe(18);
      await page.reload();
      expect(await sizeOf(page)).toBe(18);
    },
  );

  const sizeOf = (page: Page): Promise<number> =>
    page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize));
  /** Words that stick out of what they stand in, and would be lost. */
  const cutOff = (page: Page): Promise<readonly string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("main *, header *, nav *")]
        .filter((it) => it.offsetParent && !it.closest(".sr-only, .skip"))
        .filter((it) => ["hidden", "clip"].includes(getComputedStyle(it).overflowX))
        .filter((it) => it.scrollWidth > it.clientWidth + 1)
        .map((it) => it.outerHTML.slice(0, 120)),
    );
});

describe("L14: progress is a woven band, and days of learning never fall", () => {
  test("a lozenge a lesson, minutes beside each, one step on; a day is counted once and stays, also without network", async () => {
    const { contact, language } = learners.underWay;
    const words = wordsOf(language);
    const { course, lessons, path } = await theCourse(suite.house);
    const visitor = await suite.house.as(contact);
    const enrolment = () => visitor.do("readEnrolment", { params: { courseId: course.courseId } });
    const before = (await enrolment()).progress.days.length;
    for (const daysAgo of [9, 3, 3]) await learn(daysAgo);
    expect((await enrolment()).progress.days.length).toBe(before + 2);

    const phone = await suite.phone(language, { through: front });
    const page = await comeIn(phone, contact);
    await page.goto(path);
    await settled(page);
    const bands = page.locator("ol.band");
    const lozenges = page.locator("ol.band > li");
    expect(await lozenges.count()).toBe(lessons.length);
    expect(await bands.count()).toBeGreaterThan(1);
    expect(await bands.first().getAttribute("aria-label")).toBeTruthy();
    const lines = await page.locator("ol:not(.band) a").allInnerTexts();
    expect(lines).toHaveLength(lessons.length);
    for (const line of lines) expect(line).toMatch(/\d/);

    await page.goto("/courses");
    const days = (count: number) => page.getByText(words["mine.days"]({ count }), { exact: true });
    await days(before + 2).waitFor();
    await isWhole(page, language);
    const resume = page.locator("article a.button").first();
    await resume.tap();
    await page.locator(".blocks > .block").first().waitFor();
    await walk.readThrough({ page, language });
    await page.waitForTimeout(2500);
    const now = (await enrolment()).progress.days.length;
    await page.goto("/courses");
    await days(now).waitFor();

    await cut(phone);
    await page.reload();
    await days(now).waitFor();
    await page.locator("article a.button").first().tap();
    await page.locator(".blocks > .block").first().waitFor();
    expect(await page.locator(".badge, [class*=dot]").count(), "no red dots").toBe(0);

    async function learn(daysAgo: number): Promise<void> {
      const at = new Date(Date.now() - daysAgo * 86_400_000).toISOString();
      const lessonId = lessons[0]?.split("/").at(-1) ?? "";
      await visitor.do("recordEvents", {
        params: { courseId: course.courseId },
        body: {
          sentAt: new Date().toISOString(),
          events: [
            {
              id: newIntent(),
              type: "lesson.reached",
              lessonId: LessonId.parse(lessonId),
              block: 1,
              at,
              deviceId: "a-phone-of-the-past",
              seq: daysAgo,
            },
          ],
        },
      });
    }
  });
});

describe("L2: Resume", () => {
  test("is the first button at home, and leads to the same lesson and block after closing and opening again, also without network", async () => {
    const language: Language = "fr";
    const words = wordsOf(language);
    const { lessons } = await theCourse(suite.house);
    const phone = await suite.phone(language, { through: front });
    let page = await phone.newPage();
    await page.goto(lessons[1] ?? "");
    const block = page.locator(".blocks > .block").nth(4);
    await block.evaluate((element) => element.scrollIntoView({ block: "start" }));
    await page.waitForTimeout(500);
    await isWhole(page, language);
    await page.close();

    for (const offline of [false, true]) {
      if (offline) await cut(phone);
      page = await phone.newPage();
      await page.goto("/learn");
      const first = page.locator("main a.button, main button").first();
      expect(await first.innerText()).toContain(words["learn.resume"]());
      await first.tap();
      await page.waitForURL(`**${lessons[1] ?? ""}`);
      await expect.poll(() => topBlock(page), PATIENCE).toBe(5);
      await page.close();
    }
    page = await phone.newPage();
    await page.goto("/learn?resume");
    await page.waitForURL(`**${lessons[1] ?? ""}`);
    await page.goBack();
    await page.waitForURL("**/learn");
  });

  /** The topmost block on the screen, from 1. */
  const topBlock = (page: Page): Promise<number> =>
    page
      .locator(".blocks > .block")
      .evaluateAll(
        (blocks) => blocks.findIndex((block) => block.getBoundingClientRect().bottom > 40) + 1,
      );
});

describe("L15: the wallet", () => {
  test("opens without network, and hands on a picture with its seal and its address by the phone's own sharing", async () => {
    const { contact, language } = learners.certified;
    const words = wordsOf(language);
    const phone = await suite.phone(language, { through: front });
    await phone.addInitScript(catchShared, { files: true });
    const page = await comeIn(phone, contact);
    await page.goto("/wallet");
    await page.locator("article svg[role=img]").first().waitFor();
    await isWhole(page, language);
    await cut(phone);
    await page.reload();
    await page.locator("article svg[role=img]").first().waitFor();
    await page.getByText(words["offline.needs"]()).first().waitFor();

    await button(page, words["wallet.share"]()).first().tap();
    const shared = await sharedBy(page);
    const [certificate] = (await (await suite.house.as(contact)).do("listWallet", {})).certificates;
    expect(shared.text).toContain(`/verify/${certificate?.id ?? ""}`);
    expect(shared.files).toMatchObject([
      { name: `${certificate?.number ?? ""}.png`, type: "image/png" },
    ]);
    const [picture] = shared.files;
    expect([picture?.width, picture?.height]).toEqual([1200, 630]);
    expect(picture?.bytes).toBeLessThan(300_000);
    // Paper in the corner; ink where the words stand; the cloth in its four colours and no other.
    expect(picture?.colours).toEqual(
      expect.arrayContaining(["#faf6ef", "#1f2421", "#1b4b8a", "#2b6a3d", "#f0a500", "#a84a24"]),
    );
  });

  test("hands on the words alone where the phone takes no files, and where it has no sharing offers WhatsApp, the address, the picture", async () => {
    const { contact, language } = learners.certified;
    const words = wordsOf(language);
    const bare = await suite.phone(language);
    await bare.addInitScript(catchShared, { files: false });
    const page = await comeIn(bare, contact);
    await page.goto("/wallet");
    await button(page, words["wallet.share"]()).first().tap();
    const shared = await sharedBy(page);
    expect(shared.files).toEqual([]);
    expect(shared.url).toContain("/verify/crt_");

    const without = await comeIn(await suite.phone(language), contact);
    await without.goto("/wallet");
    const whatsApp = link(without, words["wallet.whatsapp"]()).first();
    const address = new URL((await whatsApp.getAttribute("href")) ?? "");
    expect(address.origin + address.pathname).toBe("https://wa.me/");
    expect(address.searchParams.get("text")).toContain("/verify/crt_");
    const download = without.waitForEvent("download");
    await button(without, words["wallet.save"]()).first().tap();
    expect((await download).suggestedFilename()).toMatch(/^TWZ-.+\.png$/);
    await cut(without.context());
    await without.getByText(words["wallet.whatsapp"](), { exact: true }).first().waitFor();
    expect(await whatsApp.count(), "WhatsApp's door needs the network").toBe(0);
  });

  type Picture = {
    readonly name: string;
    readonly type: string;
    readonly bytes: number;
    readonly width: number;
    readonly height: number;
    readonly colours: readonly string[];
  };
  type Caught = {
    readonly text?: string;
    readonly url?: string;
    readonly files: readonly Picture[];
  };

  /** Headless Chromium has no sharing: this is a phone's, which takes files or not, and keeps what it was given. */
  function catchShared({ files }: { files: boolean }): void {
    const look = async (file: File): Promise<Picture> => {
      const bitmap = await createImageBitmap(file);
      const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
      const pen = canvas.getContext("2d");
      pen?.drawImage(bitmap, 0, 0);
      const { data } = pen?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
      const colours = new Set<string>();
      for (let at = 0; at < data.length; at += 4)
        colours.add(
          `#${[0, 1, 2].map((part) => (data[at + part] ?? 0).toString(16).padStart(2, "0")).join("")}`,
        );
      const { name, type, size: bytes } = file;
      const { width, height } = bitmap;
      return { name, type, bytes, width, height, colours: [...colours] };
    };
    const share = async (data: ShareData): Promise<void> => {
      const pictures = await Promise.all((data.files ?? []).map(look));
      document.documentElement.dataset["shared"] = JSON.stringify({ ...data, files: pictures });
    };
    Object.assign(navigator, { share, canShare: (data: ShareData) => files || !data.files });
  }
  async function sharedBy(page: Page): Promise<Caught> {
    const caught = () => page.locator("html").getAttribute("data-shared");
    await expect.poll(caught, PATIENCE).not.toBeNull();
    return JSON.parse((await caught()) ?? "") as Caught;
  }
});

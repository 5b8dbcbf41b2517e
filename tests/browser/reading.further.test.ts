/// <reference lib="dom" />
import { learners } from "@twiza/content";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { courseInWolof, WOOL } from "../house/in-wolof.ts";
import { AJAMI, WOLOF } from "../house/other-language.ts";
import { openSuite, overflow, settled } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { player, watchPlayers } from "./listening.ts";
import { onThisPhone } from "./pages/visitor.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
let at: Awaited<ReturnType<typeof courseInWolof>>;
beforeAll(async () => {
  front = await openFront(suite.house);
  at = await courseInWolof(suite.house);
});
afterAll(() => front.close());

const words = wordsOf("fr");
const choice = (page: Page) => page.getByRole("group", { name: words["reading.course"]() });
const blocks = (page: Page) => page.locator(".blocks");
const coursePath = () => `/learn/${at.courseId}`;
const lessonPath = (lessonId: string) => `${coursePath()}/${lessonId}`;

async function opened(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}
async function choose(page: Page, name: string): Promise<void> {
  await opened(page, coursePath());
  await choice(page).getByRole("radio", { name }).check();
}
async function written(page: Page) {
  const { lang, dir } = await blocks(page).evaluate(({ lang, dir }: HTMLElement) => ({
    lang,
    dir,
  }));
  return { lang, dir, text: (await blocks(page).locator("p").first().innerText()).trim() };
}
const appLanguage = (page: Page) => page.locator("html").getAttribute("lang");

describe("a course in a language that its organisation added", () => {
  test("is read in it by a visitor who chooses so, while her app stays in French; what is not written in it falls back, and says so", async () => {
    const page = await (await suite.phone("fr")).newPage();
    await opened(page, coursePath());
    expect(await choice(page).locator("label").allInnerTexts()).toEqual([
      "Français",
      WOLOF.name,
      AJAMI.name,
    ]);
    expect(await choice(page).getByRole("radio", { name: "Français" }).isChecked()).toBe(true);
    await choice(page).getByRole("radio", { name: WOLOF.name }).check();
    expect(await page.locator("h1").innerText()).toBe("Wat ak wowal");
    expect(await overflow(page)).toBeLessThanOrEqual(0);

    await page
      .locator(`a[href="${lessonPath(at.first)}"]`)
      .last()
      .tap();
    await settled(page);
    expect(await written(page)).toEqual({ lang: "wo", dir: "ltr", text: WOOL.wo });
    expect(await appLanguage(page)).toBe("fr");
    await page.getByText(words["voice.why.unrecorded"](), { exact: true }).waitFor();
    expect(await page.getByText(words["lesson.otherLanguage"]()).count()).toBe(0);

    await page.reload();
    await settled(page);
    expect(await written(page)).toMatchObject({ lang: "wo", text: WOOL.wo });

    await opened(page, lessonPath(at.inFrench));
    expect(await written(page)).toMatchObject({ lang: "fr", dir: "ltr" });
    await page.getByText(words["lesson.otherLanguage"]()).waitFor();
  });

  test("runs from right to left where its letters do", async () => {
    const page = await (await suite.phone("fr")).newPage();
    await choose(page, AJAMI.name);
    await opened(page, lessonPath(at.first));
    expect(await written(page)).toEqual({ lang: "ha-Arab", dir: "rtl", text: WOOL["ha-Arab"] });
    expect(await page.locator("html").getAttribute("dir")).toBe("ltr");
  });

  test("is heard where its authors recorded it themselves, whichever voice is chosen, with its words as they run", async () => {
    const phone = await suite.phone("fr");
    await watchPlayers(phone);
    const page = await phone.newPage();
    await choose(page, AJAMI.name);
    await opened(page, lessonPath(at.first));
    const listen = (block: number) => page.locator(`.blocks > .block:nth-child(${block}) .listen`);
    expect(await listen(1).getAttribute("aria-disabled")).toBe("true");
    expect(await listen(2).getAttribute("aria-disabled")).toBe("false");
    await listen(2).tap();
    await expect.poll(async () => (await player(page))?.at ?? 0).toBeGreaterThan(0.1);
    await page.locator(".dock [aria-expanded]").tap();
    const text = page.locator(".dock .text p");
    expect((await text.innerText()).trim()).toBe(WOOL[AJAMI.language]);
    expect(await text.getAttribute("lang")).toBe(AJAMI.language);
    expect(await text.getAttribute("dir")).toBe("rtl");
  });

  test("is fetched once, in the language that is read and in no other", async () => {
    const page = await (await suite.phone("fr")).newPage();
    await choose(page, WOLOF.name);
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.goto("/help");
    await settled(page);
    asked.length = 0;
    await opened(page, lessonPath(at.first));
    const content = asked.filter((address) => address.includes("/content/"));
    expect(new Set(content).size).toBe(2);
  });

  test("lies on a phone in that language, and is read in it without network", async () => {
    const phone = await suite.phone("fr", { through: front });
    const page = await phone.newPage();
    await choose(page, WOLOF.name);
    await isWhole(page, "fr");
    await onThisPhone({ page, words });
    await phone.setOffline(true);
    suite.expects({ status: 0, path: /./ });
    await opened(page, lessonPath(at.first));
    expect(await written(page)).toMatchObject({ lang: "wo", text: WOOL.wo });
    await opened(page, coursePath());
    expect(await choice(page).getByRole("radio", { name: WOLOF.name }).isChecked()).toBe(true);

    await phone.setOffline(false);
    await choice(page).getByRole("radio", { name: AJAMI.name }).check();
    await page.getByRole("button", { name: new RegExp(AJAMI.name) }).tap();
    await page.getByRole("button", { name: new RegExp(AJAMI.name) }).waitFor({ state: "detached" });
    await phone.setOffline(true);
    await opened(page, lessonPath(at.first));
    expect(await written(page)).toMatchObject({ lang: "ha-Arab", dir: "rtl" });
  });

  test("is chosen beside what is missing in it too, and read again as the app is once she says so under Me, which knows it by its own name", async () => {
    const { contact } = learners.underWay;
    const learner = await suite.house.as(contact);
    await learner.do("enrol", { body: { intentId: newIntent(), courseId: at.courseId } });
    const page = await suite.pageOf(await suite.phone("fr"), contact);
    await opened(page, `/courses/${at.courseId}`);
    await choice(page).getByRole("radio", { name: WOLOF.name }).check();
    await page.getByRole("heading", { name: "Wat ak wowal" }).waitFor();
    await opened(page, "/me");
    const mine = page.getByRole("group", { name: words["reading.courses"]() });
    await mine.getByRole("radio", { name: WOLOF.name }).waitFor({ state: "attached" });
    await mine.getByRole("radio", { name: "Français" }).check();
    await opened(page, lessonPath(at.first));
    expect(await written(page)).toMatchObject({ lang: "fr", text: WOOL.fr });
  });
});

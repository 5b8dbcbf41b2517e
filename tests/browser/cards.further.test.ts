import { learners, staff } from "@twiza/content";
import { IntentId, Manifest, type PublicEntry } from "@twiza/contract";
import { bytesFor } from "@twiza/contract/pack-bytes";
import { audioLanguageFor, type Language, LANGUAGES } from "@twiza/contract/where";
import { found } from "@twiza/core";
import { formatBytes, formatMinutes } from "@twiza/messages/format";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { openSuite, overflow, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { type Front, openFront } from "./front.ts";
import { turnTo } from "./pages/turn.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

type State = "never" | "none" | "running" | "ready" | "outdated";
const FOLDER = process.env["TWIZA_PICTURES"];

/** What a card says of a course: minutes, size and state, each with a sign beside it. */
const factsIn = (card: Locator) => card.locator(".facts").first();
const plain = (text: string): string => text.replace(/\s+/g, " ").trim();

/** What she would download with sound, as her language writes it. */
const sizeOf = ({ weight }: Pick<PublicEntry, "weight">, language: Language): string =>
  formatBytes(
    bytesFor(
      found(weight),
      language,
      audioLanguageFor(language, () => false),
    ),
    language,
  );

async function tells(
  card: Locator,
  language: Language,
  { minutes, size, state }: { minutes: number; size?: string; state: State },
): Promise<void> {
  const facts = factsIn(card);
  const items = facts.locator("> li");
  await facts.locator("li.state svg").waitFor();
  expect(plain(await items.first().innerText())).toBe(plain(formatMinutes(minutes, language)));
  const said = plain(await facts.locator(".size bdi").innerText());
  if (size === undefined) expect(said).toMatch(/\d/);
  else expect(said).toBe(plain(size));
  expect(plain(await facts.locator("li.state").innerText())).toBe(
    wordsOf(language)[`pack.${state}`](),
  );
  for (const item of await items.all()) {
    expect(await item.locator("svg").count()).toBe(1);
    expect((await item.innerText()).trim()).not.toBe("");
  }
}

const read = async (hash: string): Promise<unknown> =>
  (await suite.house.anyone.fetch(`/content/${hash}`)).json();

async function picture(page: Page, name: string, language: Language): Promise<void> {
  if (FOLDER !== undefined)
    await page.screenshot({ path: `${FOLDER}/${name}.${language}.png`, fullPage: true });
}

const cardOf = (page: Page, courseId: string): Locator =>
  page.locator("main .card, main article").filter({
    has: page.locator(`a[href^="/learn/${courseId}"], a[href^="/courses/${courseId}"]`),
  });
const modulesOn = (page: Page): Locator => page.locator("main section:has(ol)");

/** Looks at a page in each language, to which it turns in place. */
async function inEach(page: Page, name: string, look: (language: Language) => Promise<void>) {
  for (const language of LANGUAGES) {
    await turnTo(page, language);
    await settled(page);
    await look(language);
    expect(await overflow(page), language).toBeLessThanOrEqual(0);
    await picture(page, name, language);
  }
}

describe("L3: every card of a course or module, in four languages", () => {
  test("tells minutes, size and where it stands on this phone, by a sign and words", async () => {
    const { courses } = await suite.house.anyone.do("listCatalogue", { query: {} });
    const page = await (await suite.phone("zgh")).newPage();
    await page.goto("/learn");
    await settled(page);
    expect(await page.locator("main .card").count()).toBe(courses.length);
    await inEach(page, "cards-learn", async (language) => {
      for (const course of courses)
        await tells(cardOf(page, course.courseId), language, {
          minutes: course.minutes,
          size: sizeOf(course, language),
          state: "none",
        });
    });
  });

  test("tells it on the page of a course, of the course and of each of its modules", async () => {
    const { course, path } = await theCourse(suite.house);
    const { modules: weights } = await suite.house.anyone.do("readOutline", {
      params: { courseId: course.courseId },
    });
    const page = await (await suite.phone("ar")).newPage();
    await page.goto(path);
    await settled(page);
    expect(await modulesOn(page).count()).toBe(weights.length);
    const { modules } = Manifest.parse(await read(course.manifest));
    await inEach(page, "cards-course", async (language) => {
      const size = sizeOf(course, language);
      await tells(page.locator("main"), language, { minutes: course.minutes, size, state: "none" });
      for (const [at, { lessons }] of modules.entries()) {
        const minutes = lessons.reduce((sum, lesson) => sum + lesson.minutes, 0);
        const own = sizeOf({ weight: weights[at] }, language);
        await tells(modulesOn(page).nth(at), language, { minutes, size: own, state: "none" });
      }
    });
  });

  test("tells it of her own courses, and asks the server for nothing more", async () => {
    const { courses } = await suite.house.anyone.do("listCatalogue", { query: {} });
    const page = await suite.pageOf(await suite.phone("fr"), learners.underWay.contact);
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname } = new URL(request.url());
      if (/^\/(?:api|content)\//.test(pathname)) asked.push(pathname);
    });
    await page.goto("/courses");
    await settled(page);
    const cards = page.locator("main article");
    expect(await cards.count()).toBeGreaterThan(0);
    await inEach(page, "cards-mine", async (language) => {
      for (const card of await cards.all()) {
        const href = await card.locator("a[href^='/courses/']").getAttribute("href");
        const course = found(courses.find(({ courseId }) => href?.endsWith(courseId)));
        await tells(card, language, {
          minutes: course.minutes,
          size: sizeOf(course, language),
          state: "none",
        });
      }
    });
    expect(asked.filter((path) => path.startsWith("/content/"))).toEqual([]);
    expect(asked.filter((path) => path === "/api/enrolments")).toHaveLength(1);
  });
});

describe("L3: the states of a download on the cards", () => {
  const language = "fr";
  const words = wordsOf(language);

  /** Begins the download of a course that waits for Wi-Fi, without its sound. */
  async function waitingForWiFi(path: string): Promise<Page> {
    const phone = await suite.phone(language, { through: front });
    await phone.addInitScript(() => {
      const connection = Object.assign(new EventTarget(), { type: "cellular", saveData: false });
      Object.defineProperty(navigator, "connection", { value: connection });
    });
    const page = await suite.pageOf(phone, learners.underWay.contact);
    await page.goto(path);
    await button(page, words["download.start"]()).tap();
    const sheet = page.getByRole("dialog");
    await sheet.locator("label").last().tap();
    await button(sheet, words["downloads.wait"]()).tap();
    await page.locator(".control.waiting").waitFor();
    return page;
  }

  async function cardsSay(page: Page, state: State, courseId: string, size?: string) {
    const { courses } = await suite.house.anyone.do("listCatalogue", { query: {} });
    const { minutes } = found(courses.find((course) => course.courseId === courseId));
    for (const path of ["/learn", "/courses", `/learn/${courseId}`]) {
      await page.goto(path);
      await settled(page);
      const card = path.endsWith(courseId) ? page.locator("main") : cardOf(page, courseId).first();
      await expect
        .poll(() => factsIn(card).locator("li.state").innerText())
        .toContain(words[`pack.${state}`]());
      await tells(card, language, { minutes, state, ...(size === undefined ? {} : { size }) });
    }
    for (const module of await modulesOn(page).all())
      await expect
        .poll(() => factsIn(module).locator("li.state").innerText())
        .toContain(words[`pack.${state}`]());
  }

  test("what waits is on its way, then it is there, with the size it takes, and once removed it is not", async () => {
    const { course, path } = await theCourse(suite.house);
    const page = await waitingForWiFi(path);
    await cardsSay(page, "running", course.courseId);
    await button(page, words["download.now"]()).tap();
    await page.locator(".control.ready").waitFor();
    // On the page that she is looking at, without loading it anew.
    await expect
      .poll(() => factsIn(page.locator("main")).locator("li.state").innerText())
      .toContain(words["pack.ready"]());
    const size = await page.locator(".control.ready .number").innerText();
    await cardsSay(page, "ready", course.courseId, size);
    expect(size).not.toBe(sizeOf(course, language));
    await button(page, words["download.remove"]()).tap();
    await page.locator(".control.none").waitFor();
    await cardsSay(page, "none", course.courseId, sizeOf(course, language));
  });

  test("a newer version makes it out of date for a visitor, and not for who is under way on the older", async () => {
    const { course, path } = await theCourse(suite.house);
    const { courseId } = course;
    const page = await waitingForWiFi(path);
    await button(page, words["download.now"]()).tap();
    await page.locator(".control.ready").waitFor();
    await publishAnew(courseId);
    await cardsSay(page, "ready", courseId);

    suite.expects({ status: 401, path: /^\/api\/me$/ });
    await page.context().clearCookies();
    await page.goto("/learn");
    await settled(page);
    await expect
      .poll(() => factsIn(cardOf(page, courseId).first()).locator("li.state").innerText())
      .toContain(words["pack.outdated"]());
    await picture(page, "cards-outdated", language);
  });

  test("a course that no phone can keep says so", async () => {
    const { store } = suite.house.server.deps;
    const { course } = await theCourse(suite.house);
    const { value, revision } = found(await store.courses.outline(course.courseId)).entry;
    const { pack: _, ...content } = value.content;
    const { weight: __, ...entry } = value;
    await store.commit([store.courses.putEntry({ ...entry, content }, revision)]);
    const page = await (await suite.phone(language)).newPage();
    await page.goto("/learn");
    await settled(page);
    const state = factsIn(cardOf(page, course.courseId)).locator("li.state");
    await state.locator("svg").waitFor();
    expect(await state.innerText()).toContain(words["pack.never"]());
  });

  async function publishAnew(courseId: string): Promise<void> {
    const trainer = await suite.house.as(staff.trainer.contact);
    const params = { courseId };
    const { revision, draft } = await trainer.do("readCourse", { params });
    const { title, summary, triesAllowed, passMarkPercent } = draft;
    const settings = { title, summary, triesAllowed, passMarkPercent: passMarkPercent + 1 };
    const intent = () => IntentId.parse(newIntent());
    await trainer.do("editCourse", { params, body: { intentId: intent(), revision, ...settings } });
    await trainer.do("publishCourse", { params, body: { intentId: intent(), note: "Seuil" } });
  }
});

import { type Language, LANGUAGES } from "@twiza/contract/where";
import { learners } from "@twiza/content";
import type { LessonId } from "@twiza/contract";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isWhole } from "../house/depth.ts";
import { newIntent } from "../house/house.ts";
import { waitingOn } from "./database.ts";
import { openSuite, settled } from "./browser.ts";
import * as walk from "./walk.ts";
import { button, link } from "./walk.ts";
import { verifyWords, wordsOf } from "./words.ts";

const suite = openSuite();
/** In this language every lesson is walked by hand; in the others, which letters and ways may differ in, the first two are. */
const BY_HAND: Language = "ar";
const NAMES = {
  ar: "زينب أيت علي",
  fr: "Zahra Aït Ali",
  zgh: "ⵥⴰⵀⵔⴰ ⴰⵢⵜ ⵄⵍⵉ",
  en: "Zahra Ait Ali",
};

const theCourse = async () => {
  const { courses } = await suite.house.anyone.do("listCatalogue", { query: {} });
  const course = courses.find(({ title }) => title.en?.startsWith("Create and govern"));
  if (!course) throw new Error("The seed lacks the course.");
  return course;
};
const nameIn = (title: Readonly<Record<string, string | undefined>>, language: Language) =>
  title[language] ?? title["fr"] ?? "";

describe("from the welcome to the certificate", () => {
  test.each<Language>(isWhole ? LANGUAGES : [BY_HAND])(
    "a stranger takes a course in %s and holds a certificate",
    async (language) => {
      const words = wordsOf(language);
      const course = await theCourse();
      const phone = await suite.phone(language, { stranger: true });
      const walker = { page: await phone.newPage(), language };
      let { page } = walker;

      await walk.chooseLanguage(walker);
      const courseId = await walk.openCourse(walker, nameIn(course.title, language));
      expect(courseId).toBe(course.courseId);
      await link(page, words["course.open"]()).tap();
      await page.waitForURL(/\/learn\/[^/]+\/[^/]+$/);
      await walk.practise(walker);
      await walk.readThrough(walker);
      let next = await walk.finishLesson(walker);

      await link(page, words["course.enrol"]()).tap();
      await settled(page);
      const contact = `zahra-${language}@example.org`;
      await walk.enrol(walker, { contact, name: NAMES[language] });
      const first = page.locator("ol a").first();
      await first.getByText(words["lesson.done"]()).waitFor();

      // The second lesson: left in its middle, found again at the same block.
      await page.goto(next);
      const block = page.locator(".blocks > .block").nth(4);
      await block.evaluate((element) => element.scrollIntoView({ block: "start" }));
      await page.waitForTimeout(400);
      await page.close();
      page = await phone.newPage();
      await page.goto("/courses");
      await link(page, words["learn.resume"]()).first().tap();
      await page.waitForURL(`**${next}`);
      await expect.poll(() => topBlock(page)).toBe(5);

      for (let lesson = 2; lesson <= course.lessonCount; lesson++) {
        if (lesson > 2) {
          await page.locator(`main a.button[href="${next}"]`).tap();
          await page.waitForURL(`**${next}`);
          await button(page, words["lesson.finish"]()).waitFor();
        }
        await walk.readThrough({ page, language });
        next = await walk.finishLesson({ page, language });
        if (language !== BY_HAND) break;
      }
      await expect.poll(() => waitingOn(page)).toBe(0);
      if (language !== BY_HAND) await finishThroughApi(phone, courseId);

      await page.goto(`/learn/${courseId}/quiz`);
      await button(page, words["quiz.start"]()).tap();
      await walk.answerAll({ page, language }, await walk.answerKey(suite.house, courseId));
      await button(page, words["quiz.submit"]()).tap();
      await page.getByRole("heading", { name: words["quiz.passed"](), exact: true }).waitFor();
      await link(page, words["certificate.yours"]()).tap();
      await page.getByText(words["certificate.valid"](), { exact: true }).waitFor();

      await page.locator('nav a[href="/wallet"]').tap();
      const card = page.locator("article");
      await card.waitFor();
      expect(await card.innerText()).toContain(NAMES[language]);
      expect(await card.innerText()).toContain(nameIn(course.title, language));
      await link(await walk.openMore(page, words), words["certificate.open"]()).tap();
      await page.waitForURL(/\/verify\//);
      const seen = await page.locator("main").innerText();
      expect(seen).toContain(verifyWords(language).valid());
      expect(seen).toContain(NAMES[language]);
    },
  );
});

/** Number, from 1, of the topmost block that is on the screen and not just leaving it. */
const topBlock = (page: Page) =>
  page
    .locator(".blocks > .block")
    .evaluateAll((all) => all.findIndex((one) => one.getBoundingClientRect().bottom > 60) + 1);

/** The other lessons by the requests that the page itself would send. */
async function finishThroughApi(phone: BrowserContext, courseId: string): Promise<void> {
  const cookie = (await phone.cookies()).find(({ name }) => name === "twiza")?.value;
  const visitor = suite.house.withCookie(cookie);
  const asked = { params: { courseId } };
  const { missing } = await visitor.do("readEnrolment", asked).then(({ completion }) => ({
    missing: completion.state === "earned" ? [] : completion.blockers,
  }));
  const lessons = missing.flatMap((one) =>
    one.code === "lesson.unfinished" ? [one.lessonId] : [],
  );
  const at = new Date().toISOString();
  const events = lessons.map((lessonId, seq) => ({
    id: newIntent(),
    type: "lesson.finished" as const,
    lessonId,
    block: 1,
    at,
    deviceId: "another-phone",
    seq: seq + 1,
  }));
  await visitor.do("recordEvents", { ...asked, body: { sentAt: at, events } });
}

/** Her course, her phone in it, and what the server says of her. */
async function underWay() {
  const { contact, language } = learners.underWay;
  const { courseId } = await theCourse();
  const page = await suite.pageOf(await suite.phone(language), contact);
  const visitor = await suite.house.as(contact);
  const enrolment = () => visitor.do("readEnrolment", { params: { courseId } });
  return { page, language, words: wordsOf(language), courseId, visitor, enrolment };
}

describe("the final test", () => {
  test("a reload keeps what was answered; Back asks first; two taps hand in once; a failure names what is missing", async () => {
    const { page, language, words, courseId, enrolment } = await underWay();
    const key = await walk.answerKey(suite.house, courseId);
    await page.goto(`/learn/${courseId}`);
    await link(page, words["lesson.quiz"]())
      .or(page.locator(`main a[href$="/quiz"]`))
      .first()
      .tap();
    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();
    await walk.answerItem({ page, language }, key);
    const second = await page.locator("h1").innerText();

    await page.reload();
    await button(page, words["quiz.continue"]()).tap();
    await page.getByRole("heading", { name: second }).waitFor();
    await button(page, words["quiz.back"]()).tap();
    await expect.poll(() => walk.isAnswered(page)).toBe(true);
    await walk.goOn({ page, language });

    // The reload began a document of its own: one step inside it first, so that Back stays in the app.
    await page.getByRole("heading", { name: second }).waitFor();
    await page.locator('nav a[href="/wallet"]').tap();
    await page.getByText(words["quiz.leave"](), { exact: true }).waitFor();
    await button(page, words["quiz.leave.stay"]()).tap();
    expect(await page.locator("h1").innerText()).toBe(second);
    await page.evaluate(() => history.back());
    await button(page, words["quiz.leave.stay"]()).tap();
    expect(await page.locator("h1").innerText()).toBe(second);

    for (let at = 1; at < key.asked; at++) await walk.goOn({ page, language });
    await page.getByRole("heading", { name: words["quiz.review.title"]() }).waitFor();
    const sent: string[] = [];
    page.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/answers"))
        sent.push(request.url());
    });
    const triesBefore = (await enrolment()).triesLeft;
    await button(page, words["quiz.submit"]()).dblclick();
    await page.getByRole("heading", { name: words["quiz.failed"](), exact: true }).waitFor();
    expect(sent).toHaveLength(1);
    const after = await enrolment();
    expect(after.triesLeft).toBe(triesBefore);

    await link(page, words["lesson.certificate"]()).tap();
    await page.getByRole("heading", { name: words["course.missing"](), exact: true }).waitFor();
    const list = await page.locator("main ul").innerText();
    const blockers = after.completion.state === "earned" ? [] : after.completion.blockers;
    expect(blockers.length).toBeGreaterThan(1);
    for (const blocker of blockers)
      expect(list).toContain(
        blocker.code === "lesson.unfinished"
          ? nameIn(blocker.title, language)
          : words["missing.quiz"](),
      );
  });

  test("what another phone handed in differently stands; hers is kept, waits for her trainer, and she is told so", async () => {
    const words = wordsOf("ar");
    const { courseId } = await theCourse();
    const page = await suite.pageOf(await suite.phone("ar"), learners.beginner.contact);
    const key = await walk.answerKey(suite.house, courseId);
    await page.goto(`/learn/${courseId}/quiz`);
    await button(page, words["quiz.start"]()).tap();
    await page.locator("main progress").waitFor();

    const other = await suite.house.as(learners.beginner.contact);
    const { attempts } = await other.do("listAttempts", { params: { courseId } });
    const attemptId = attempts.find(({ state }) => state === "open")?.id ?? "";
    const body = { intentId: newIntent(), answers: key.answers };
    await other.do("submitAttempt", { params: { courseId, attemptId }, body });

    for (let at = 0; at < key.asked; at += 1) await walk.goOn({ page, language: "ar" });
    await button(page, words["quiz.submit"]()).tap();
    await page.getByRole("heading", { name: words["quiz.held"](), exact: true }).waitFor();
    await page.getByText(words["quiz.held.ticket.used"]()).waitFor();
    await page.getByText(words["quiz.held.waiting"]()).waitFor();
    await page.getByRole("button", { name: words["quiz.again"]() }).tap();
    await button(page, words["quiz.start"]()).waitFor();
  });
});

test("reading on and practising asks the server for nothing and shows nothing; leaving the lesson tells it at once", async () => {
  const { page, language, courseId, enrolment } = await underWay();
  const { completion } = await enrolment();
  const blockers = completion.state === "earned" ? [] : completion.blockers;
  const [lessonId = ""] = blockers
    .flatMap((one) => (one.code === "lesson.unfinished" ? [one.lessonId] : []))
    .slice(-1);
  const told: string[] = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/events")) told.push(request.postData() ?? "");
  });
  await page.goto(`/learn/${courseId}/${lessonId}`);
  await walk.readThrough({ page, language });
  await walk.practise({ page, language });
  await expect.poll(() => waitingOn(page)).toBeGreaterThan(1);
  // Longer than anything else waits before it is sent.
  await page.waitForTimeout(3000);
  expect(told).toEqual([]);
  expect(await page.locator(".strip").count()).toBe(0);

  await page.locator('nav a[href="/courses"]').tap();
  await expect.poll(() => waitingOn(page)).toBe(0);
  expect(told).toHaveLength(1);
  expect(told[0]).toContain("lesson.reached");
  expect((await enrolment()).progress.lessons[lessonId as LessonId]?.done).toBe(false);
});

describe("without network", () => {
  test("a lesson that is open goes on, says so, keeps what happens and sends it once the network is back; sent again it changes nothing", async () => {
    const { page, language, words, courseId, visitor, enrolment } = await underWay();
    const { completion } = await enrolment();
    const blockers = completion.state === "earned" ? [] : completion.blockers;
    const [, lesson] = blockers.flatMap((one) => (one.code === "lesson.unfinished" ? [one] : []));
    const lessonId = lesson?.lessonId ?? "";
    await page.goto(`/learn/${courseId}/${lessonId}`);
    await page.locator(".blocks > .block").first().waitFor();
    await expect.poll(() => waitingOn(page)).toBe(1);
    await page.locator(".blocks img").evaluateAll((all) => {
      for (const image of all) if (image instanceof HTMLImageElement) image.loading = "eager";
    });
    await page.waitForLoadState("networkidle");

    suite.expects({ status: 0, path: /^\/api\// });
    await page.context().setOffline(true);
    const strip = page.locator(".strip");
    await strip.getByText(words["offline.title"](), { exact: true }).waitFor();
    await walk.practise({ page, language });
    await walk.finishLesson({ page, language });
    const count = await waitingOn(page);
    expect(count).toBeGreaterThan(1);
    await strip.getByText(words["offline.waiting"]({ count }), { exact: true }).waitFor();
    expect(JSON.stringify((await enrolment()).completion)).toContain(lessonId);

    const sending = page.waitForRequest((request) => request.url().endsWith("/events"));
    await page.context().setOffline(false);
    const body = (await sending).postDataJSON() as unknown;
    await expect.poll(() => waitingOn(page)).toBe(0);
    await strip.waitFor({ state: "hidden" });
    const before = await enrolment();
    expect(JSON.stringify(before.completion)).not.toContain(lessonId);

    const again = await visitor.fetch(`/api/enrolments/${courseId}/events`, {
      method: "POST",
      headers: { "x-twiza": "1", "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect(again.status).toBe(200);
    expect(await enrolment()).toEqual(before);
  });
});

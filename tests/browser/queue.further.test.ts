/// <reference lib="dom" />
import { learners } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import { found } from "@twiza/core";
import type { BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { eventsOf } from "../house/events.ts";
import { newIntent } from "../house/house.ts";
import { ADMIN, findLandmarks } from "../house/landmarks.ts";
import { largeCohort } from "../house/offline.ts";
import { openSuite, overflow, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { keysOf, waitingOn } from "./database.ts";
import { type Front, openFront } from "./front.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const { contact } = learners.underWay;
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterEach(() => front.leaveAlone());
afterAll(() => front.close());

const eventsAt = (courseId: string): string => `/api/enrolments/${courseId}/events`;
/** Nothing reaches the server from here to `leaveAlone`. */
function serverAway(courseId: string): void {
  suite.expects({ status: 503, path: /\/events$/ });
  front.meddle(eventsAt(courseId), { status: 503 });
}

/** Her phone, on which chance always chooses the longest wait before something is tried again by itself. */
async function hers(language: Language) {
  const phone = await suite.phone(language, { through: front });
  await phone.addInitScript(() => {
    Math.random = () => 0.999;
  });
  const page = await suite.pageOf(phone, contact);
  return { phone, page, words: wordsOf(language), main: page.locator("main") };
}

type Left = { readonly courseId: string; readonly lessonId: string };
/** So many answers of hers wait on her phone, and the page of them is open. Answers their ids. */
async function leave(page: Page, count: number, { courseId, lessonId }: Left): Promise<string[]> {
  await page.goto("/queue");
  await settled(page);
  const learnerId = () => page.evaluate(() => localStorage.getItem("twiza.learner"));
  await expect.poll(learnerId).toBeTruthy();
  const of = {
    learnerId: await learnerId(),
    courseId,
    type: "practice.answered",
    deviceId: "a-phone-of-hers",
  };
  const entries = Array.from({ length: count }, (_, at) => ({
    ...of,
    id: newIntent(),
    seq: at + 1,
    at: new Date().toISOString(),
    payload: { lessonId, block: 1, right: true },
  }));
  await page.evaluate(
    (all) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open("twiza");
        opening.onerror = () => reject(new Error("it does not open"));
        opening.onsuccess = () => {
          const work = opening.result.transaction("outbox", "readwrite");
          for (const one of all)
            work
              .objectStore("outbox")
              .put(one, [one.learnerId ?? "", one.courseId, one.seq, one.id]);
          work.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    entries,
  );
  await page.reload();
  await button(page.locator("main"), wordsOf(await languageOf(page))["offline.send"]()).waitFor();
  return entries.map(({ id }) => id);
}
const languageOf = (page: Page) =>
  page.evaluate(() => document.documentElement.lang) as Promise<Language>;

/** Sent in vain so often that by itself it is not tried again before a minute: what goes sooner was asked for. */
async function sendInVain(page: Page, courseId: string): Promise<void> {
  const send = button(page.locator("main"), wordsOf(await languageOf(page))["offline.send"]());
  for (let time = 0; time < 6; time += 1) {
    front.look();
    await send.tap();
    const isAsked = () => front.look().some(({ path }) => path === eventsAt(courseId));
    await expect.poll(isAsked).toBe(true);
  }
}

/** The list beneath a heading of the page. */
const listed = (page: Page, heading: string) =>
  page.locator(
    `main h2:text-is("${heading}") + * + ul > li, main h2:text-is("${heading}") + ul > li`,
  );

async function serverHas(phone: BrowserContext): Promise<ReadonlySet<string>> {
  const { learner } = await walk.whoIsHere(suite.house, phone);
  return eventsOf(suite.house.server.engine, found(learner).id);
}

async function aLesson(): Promise<Left> {
  const { course, lessons } = await theCourse(suite.house);
  return { courseId: course.courseId, lessonId: lessons[0]?.split("/").at(-1) ?? "" };
}

describe("L6: the page of what waits", () => {
  test("lists what she did while the server was away, sends it at “Send now”, and shows a receipt for each", async () => {
    const { phone, page, words, main } = await hers("fr");
    const { courseId, lessonId } = await aLesson();
    serverAway(courseId);
    await page.goto(`/learn/${courseId}/${lessonId}`);
    const title = await page.locator("h1").innerText();
    await walk.practise({ page, language: "fr" });
    await expect.poll(() => waitingOn(page)).toBeGreaterThan(0);
    await page.goto("/queue");
    const waiting = listed(page, words["queue.waiting"]());
    const ids = (await keysOf(page, "outbox")).map((key) => String(key.at(-1)));
    await expect.poll(() => waiting.count()).toBe(ids.length);
    const done = waiting.filter({ hasText: words["queue.what.practice.answered"]() }).first();
    expect(await done.innerText()).toContain(title);
    await sendInVain(page, courseId);
    expect(await waitingOn(page)).toBe(ids.length);

    front.leaveAlone();
    await button(main, words["offline.send"]()).tap();
    await expect.poll(() => waitingOn(page), { timeout: 20_000 }).toBe(0);
    const sent = listed(page, words["queue.sent"]());
    await main.getByText(words["queue.empty"](), { exact: true }).waitFor();
    for (const id of ids) {
      const text = await sent.filter({ hasText: id.slice(-12) }).innerText();
      expect(text).toContain(words["queue.result.ok"]());
      expect(text).toContain(words["queue.receipt"]());
    }
    const arrived = await serverHas(phone);
    expect(ids.filter((id) => !arrived.has(id))).toEqual([]);
  });

  test("keeps what the server refuses, with the reason, until she sends it again or lets it go", async () => {
    const at = await findLandmarks(suite.house);
    const there = { courseId: at.changed.courseId, lessonId: at.otherLessonId };
    const { phone, page, words, main } = await hers("fr");
    const [again = "", gone = ""] = await leave(page, 2, there);
    const send = button(main, words["offline.send"]());
    const refused = listed(page, words["queue.refused"]());
    // She may just be enrolling, so that the server is asked some times before its no is taken for one.
    for (let time = 0; time < 6 && (await send.isVisible()); time += 1) {
      front.look();
      await send.tap({ timeout: 5000 }).catch(() => undefined);
      await expect.poll(async () => (await refused.count()) > 0 || front.look().some(({ path }) => path === eventsAt(there.courseId))).toBe(true); // prettier-ignore
    }
    await expect.poll(() => refused.count()).toBe(2);
    await page.reload();
    await expect.poll(() => refused.count()).toBe(2);
    for (const text of await refused.allInnerTexts())
      expect(text).toContain(words["queue.why.enrolment.missing"]());
    expect(await overflow(page)).toBeLessThanOrEqual(0);

    const { id: cohortId } = await largeCohort(suite.house, { ...at, course: at.changed });
    const people = [{ contact, name: (await walk.whoIsHere(suite.house, phone)).learner?.name ?? "" }]; // prettier-ignore
    const admin = await suite.house.as(ADMIN);
    await admin.do("enrolPeople", {
      params: { cohortId },
      body: { intentId: newIntent(), people },
    });

    // The newest stands first.
    await button(refused.last(), words["queue.retry"]()).tap();
    await expect.poll(() => refused.count()).toBe(1);
    const sent = listed(page, words["queue.sent"]());
    await sent
      .filter({ hasText: again.slice(-12) })
      .getByText(words["queue.result.ok"]())
      .waitFor();
    await button(refused, words["queue.letGo"]()).tap();
    await expect.poll(() => refused.count()).toBe(0);
    await sent.filter({ hasText: gone.slice(-12) }).getByText(words["queue.result.given_up"]()).waitFor(); // prettier-ignore
    expect(await waitingOn(page)).toBe(0);
    const arrived = await serverHas(phone);
    expect([arrived.has(again), arrived.has(gone)]).toEqual([true, false]);
  });

  test("says that what waits needs her to sign in, claims nothing else meanwhile, and goes on once she has", async () => {
    const { phone, page, words, main } = await hers("fr");
    const lesson = await aLesson();
    serverAway(lesson.courseId);
    const ids = await leave(page, 2, lesson);
    await sendInVain(page, lesson.courseId);
    await phone.clearCookies({ name: "twiza" });
    suite.expects({ status: 401, path: /^\/api\// });
    front.leaveAlone();
    // The answer takes the button away, perhaps from under a finger that is still on it.
    await button(main, words["offline.send"]()).press("Enter");
    const parked = page.locator(".strip a", { hasText: words["offline.parked"]({ count: 2 }) });
    await parked.waitFor();
    expect(await parked.getAttribute("href")).toMatch(/^\/auth\/sign-in\?returnTo=%2Fqueue/);
    expect(await waitingOn(page)).toBe(2);
    await page.reload();
    await parked.waitFor();
    await settled(page);
    expect(await page.getByText(words["queue.empty"](), { exact: true }).count()).toBe(0);

    await suite.signIn(phone, contact);
    await page.goto("/queue");
    await expect.poll(() => waitingOn(page)).toBe(0);
    const sent = listed(page, words["queue.sent"]());
    for (const id of ids) await sent.filter({ hasText: id.slice(-12) }).waitFor();
    expect(await parked.count()).toBe(0);
    const arrived = await serverHas(phone);
    expect(ids.filter((id) => !arrived.has(id))).toEqual([]);
  });

  test.each<[string, (phone: BrowserContext, page: Page) => Promise<unknown>]>([
    [
      "she comes back to the page",
      (_, page) => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange"))),
    ],
    [
      "the network comes back",
      async (phone) => {
        suite.expects({ status: 0, path: /^\/(?:api|content)\// });
        await phone.setOffline(true);
        await phone.setOffline(false);
      },
    ],
  ])("sends by itself as soon as %s", async (_, happens) => {
    const { phone, page } = await hers("fr");
    const lesson = await aLesson();
    serverAway(lesson.courseId);
    await leave(page, 1, lesson);
    await sendInVain(page, lesson.courseId);
    front.leaveAlone();
    expect(await waitingOn(page)).toBe(1);
    await happens(phone, page);
    await expect.poll(() => waitingOn(page), { timeout: 20_000 }).toBe(0);
  });

  test.each<Language>(["ar", "fr"])(
    "says in %s how many more wait, or were sent, than the fifty that it shows",
    async (language) => {
      const { page, words, main } = await hers(language);
      const lesson = await aLesson();
      serverAway(lesson.courseId);
      await leave(page, 53, lesson);
      const more = main.locator("bdi", { hasText: words["queue.more"]({ count: 3 }) });
      const waiting = listed(page, words["queue.waiting"]());
      await expect.poll(() => waiting.count()).toBe(50);
      await more.waitFor();
      expect(await overflow(page)).toBeLessThanOrEqual(0);
      front.leaveAlone();
      await button(main, words["offline.send"]()).tap();
      await expect.poll(() => waitingOn(page)).toBe(0);
      await expect.poll(() => waiting.count()).toBe(0);
      await expect.poll(() => listed(page, words["queue.sent"]()).count()).toBe(50);
      await more.waitFor();
    },
  );
});

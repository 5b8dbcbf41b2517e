/// <reference lib="dom" />
import { learners } from "@twiza/content";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";

const suite = openSuite();

/** What a page fetched, and what stood in it from the beginning to be fetched at once. */
async function visit(page: Page, path: string) {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(path);
  await settled(page);
  await page.waitForLoadState("networkidle");
  const ahead = await page
    .locator("link[rel=modulepreload], link[rel=preload], link[rel=stylesheet]")
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLLinkElement).href).pathname));
  return { asked, ahead: new Set(ahead) };
}

/**
 * Data that was not asked for ahead. What asks ahead begins with data: on a slow line what is asked for first comes first, and what
 * there is to read takes the most ways to and fro.
 */
const late = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const all = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const scripts = all.find(({ name }) => name.includes("/entry/lesson."))?.startTime ?? 0;
    return all
      .filter(({ name, startTime }) => name.includes("/api/") && startTime > scripts)
      .map(({ name }) => name);
  });

/** What the page read of a course, in milliseconds since it began; pictures and voices aside. */
const contents = (page: Page): Promise<{ asked: number; here: number }[]> =>
  page.evaluate(() => {
    const all = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    return all
      .filter(({ name, initiatorType }) => name.includes("/content/") && initiatorType === "fetch")
      .map(({ startTime, responseEnd }) => ({ asked: startTime, here: responseEnd }));
  });

test.each([
  ["a lesson", (at: { lesson: string }) => at.lesson, false],
  ["a course", (at: { path: string }) => at.path, false],
  ["the courses", () => "/learn", false],
  ["a lesson of hers", (at: { lesson: string }) => at.lesson, true],
  ["her courses", () => "/courses", true],
  ["the test", (at: { path: string }) => `${at.path}/quiz`, true],
] as const)(
  "on a first visit %s asks at once for its scripts and its data, and for nothing twice",
  async (_, pathOf, isHers) => {
    const { lessons, path } = await theCourse(suite.house);
    const phone = await suite.phone("fr");
    if (isHers) await suite.signIn(phone, learners.underWay.contact);
    const page = await phone.newPage();
    const { asked, ahead } = await visit(page, pathOf({ path, lesson: lessons[0] ?? "" }));

    const scripts = asked.filter((one) => /\/(?:entry|nodes)\/.*\.js$/.test(one));
    expect(scripts.length).toBeGreaterThan(2);
    expect(scripts.filter((one) => !ahead.has(one))).toEqual([]);
    const data = asked.filter((one) => one.startsWith("/api/") && !one.includes("/attempts?"));
    expect(data.length).toBeGreaterThan(0);
    expect(data).toEqual([...new Set(data)]);
    // When her group may sit the test stands beneath it, and is asked for once the page is there.
    const waited = (await late(page)).filter((one) => !one.includes("/attempts?"));
    expect(waited, "data that waited for scripts").toEqual([]);
    // Of a lesson it is told where it lies before the list of lessons is here: the two are asked for at once.
    if (page.url().includes("/les_")) {
      const [list, body] = await contents(page);
      expect(body?.asked).toBeLessThan(list?.here ?? 0);
    }
    // What was asked for ahead, the page has taken.
    const left = await page.evaluate((addresses) => {
      const { asked } = window as { asked?: (address: string) => unknown };
      return asked ? addresses.filter((one) => asked(one) !== undefined) : ["nothing was asked"];
    }, data);
    expect(left).toEqual([]);
  },
);

test("a lesson opens by a server that was put back to an earlier version, and cannot be asked where it lies", async () => {
  const { lessons } = await theCourse(suite.house);
  const page = await (await suite.phone("fr")).newPage();
  let refused = 0;
  await page.route(/\?lessonId=/, (route) => {
    refused += 1;
    return route.fulfill({ status: 400, json: { code: "request.invalid", title: "Not so." } });
  });
  suite.expects({ status: 400, path: /^\/api\/catalogue\// });
  await page.goto(lessons[0] ?? "");
  await page.locator(".blocks > .block").first().waitFor();
  expect(refused).toBe(1);
});

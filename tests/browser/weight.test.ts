import type { Language } from "@twiza/contract/where";
import { expect, test } from "vitest";
import { LANGUAGES_TRIED } from "../house/depth.ts";
import { openSuite } from "./browser.ts";
import { bytesOf, type Wire } from "./wire.ts";

const suite = openSuite();
const KIB = 1024;
/** What the first visit of a lesson may cost, headers included, in all but pictures and sound. */
const MOST: Record<Language, number> = { ar: 100, zgh: 90, fr: 80, en: 80 };
const MOST_SCRIPT = 45;
const MOST_REQUESTS = 16;

const kib = (bytes: number): string => (bytes / KIB).toFixed(1).padStart(6);
const figures = ({ bytes, bodies, requests }: Wire): string =>
  `${kib(bytes)} KiB (bodies ${kib(bodies)}) in ${String(requests)}`;

test.each(LANGUAGES_TRIED)(
  "a visitor's first lesson in %s fits the budget, headers and all that loads later by itself included",
  async (language) => {
    const { courses } = await suite.house.anyone.do("listCatalogue", { query: {} });
    const course = courses.find(({ title }) => title.en?.startsWith("Create and govern"));
    const outline = await suite.house.anyone.fetch(`/content/${course?.manifest ?? ""}`);
    const [lessonId] = /les_[0-9a-f]{32}/.exec(await outline.text()) ?? [];
    const phone = await suite.phone(language);
    const page = await phone.newPage();
    const wire = await bytesOf(page);
    await page.goto(`/learn/${course?.courseId ?? ""}/${lessonId ?? ""}`);
    await page.locator(".blocks > .block").first().waitFor();
    const { files, lean, script } = await wire.quiet();

    const heaviest = [...files].sort((a, b) => b.bytes - a.bytes);
    const table = heaviest.map(({ path, bytes }) => `  ${kib(bytes)} ${path}`).join("\n");
    console.log(`${language}: ${figures(lean)}; JavaScript ${figures(script)}\n${table}`);
    expect(script.bodies).toBeGreaterThan(KIB);
    expect(script.bytes, "JavaScript").toBeLessThanOrEqual(MOST_SCRIPT * KIB);
    expect(lean.bytes, "all but pictures and sound").toBeLessThanOrEqual(MOST[language] * KIB);
    expect(lean.requests, "requests").toBeLessThanOrEqual(MOST_REQUESTS);
  },
);

test("a visitor's first look at the courses fits the budget, pictures included", async () => {
  const phone = await suite.phone("ar");
  const page = await phone.newPage();
  const wire = await bytesOf(page);
  await page.goto("/learn");
  await page.locator("main a[href^='/learn/']").first().waitFor();
  const { all } = await wire.quiet();

  console.log(`courses: ${figures(all)}`);
  expect(all.bytes).toBeLessThanOrEqual(130 * KIB);
  expect(all.requests).toBeLessThanOrEqual(20);
});

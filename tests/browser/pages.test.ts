import AxeBuilder from "@axe-core/playwright";
import { learners, staff } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import { LANGUAGES } from "@twiza/contract/where";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { comeIn, openSuite, overflow, settled } from "./browser.ts";

const suite = openSuite();

/** WCAG 2.2 AA and the rules that axe holds to be good practice. */
async function violations(page: Page): Promise<string[]> {
  const { violations: found } = await new AxeBuilder({ page }).analyze();
  return found.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(" ")).join(", ")}`,
  );
}

async function look(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(path);
  await settled(page);
  expect(await page.locator("html").getAttribute("lang"), path).toBe(language);
  expect(await page.locator("html").getAttribute("dir"), path).toBe(
    language === "ar" ? "rtl" : "ltr",
  );
  expect(await overflow(page), `${path} is wider than the window`).toBeLessThanOrEqual(0);
  expect(await violations(page), path).toEqual([]);
}

const PUBLIC = ["/learn", "/help", "/offline"];
const LEARNER = ["/courses", "/wallet", "/me"];
const OFFICE = [
  "/office/courses",
  "/office/cohorts",
  "/office/people",
  "/office/organisations",
  "/office/certificates",
  "/office/audit",
];

async function aCourse(): Promise<{ course: string; lesson: string }> {
  const { courses } = await suite.house.anyone.do("listCatalogue", {});
  const entry = courses.find(({ title }) => title.en?.startsWith("Create"));
  const response = await suite.house.anyone.fetch(`/content/${entry?.manifest ?? ""}`);
  const manifest = (await response.json()) as { modules: { lessons: { id: string }[] }[] };
  return { course: entry?.courseId ?? "", lesson: manifest.modules[0]?.lessons[0]?.id ?? "" };
}

async function tour(
  context: BrowserContext,
  page: Page,
  paths: readonly string[],
  language: Language,
) {
  for (const path of paths) await look(page, path, language);
  await context.close();
}

describe.each(LANGUAGES)("in %s", (language) => {
  it("a visitor's pages have no barrier on a small phone", async () => {
    const { course, lesson } = await aCourse();
    const paths = [...PUBLIC, `/learn/${course}`, `/learn/${course}/${lesson}`];
    const context = await suite.phone(language);
    await tour(context, await context.newPage(), paths, language);
  });

  it("a learner's pages have no barrier on a small phone, in the dark too", async () => {
    for (const dark of [false, true]) {
      const context = await suite.phone(language, { dark });
      const page = await comeIn(context, learners.certified.contact);
      await tour(context, page, LEARNER, language);
    }
  });

  it("the office has no barrier on a desk", async () => {
    const context = await suite.desk(language);
    const page = await comeIn(context, staff.administrator.contact);
    await tour(context, page, OFFICE, language);
  });
});

it("a verification page needs no script, and weighs little", async () => {
  const wallet = await (await suite.house.as(learners.certified.contact)).do("listWallet", {});
  for (const language of LANGUAGES) {
    const context = await suite.phone(language, { javaScript: false });
    const page = await context.newPage();
    let bytes = 0;
    page.on(
      "response",
      (response) =>
        void response.body().then(
          (body) => (bytes += body.length),
          () => undefined,
        ),
    );
    await page.goto(`/verify/${wallet.certificates[0]?.id ?? ""}?lang=${language}`);
    expect(await page.locator("script").count()).toBe(0);
    expect(await page.locator(".seal svg path").count()).toBeGreaterThan(0);
    expect(await page.locator("h1").textContent()).not.toBe("");
    expect(bytes).toBeLessThanOrEqual(20 * 1024);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  }
});

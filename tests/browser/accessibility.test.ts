import { learners, staff } from "@twiza/content";
import { directionOf, LANGUAGES, type Language } from "@twiza/contract/where";
import type { BrowserContext, Page } from "playwright-core";
import { beforeAll, describe, expect, test } from "vitest";
import { axeFaults, type Demands, fontsOf, shapeFaults, snifferFaults } from "./barriers.ts";
import { comeIn, openSuite, settled } from "./browser.ts";

const suite = openSuite();
const LEARNER: Demands = { target: 48, words: true };
const ELSEWHERE: Demands = { target: 24, words: false };
/** Where pictures of all pages go; nowhere when it is not set. */
const SHOTS = process.env["TWIZA_SHOTS"];

/** The addresses of things in the seed. */
type Addresses = Record<"course" | "lesson" | "desk" | "cohort" | "certificate", string>;
let at: Addresses = { course: "", lesson: "", desk: "", cohort: "", certificate: "" };

beforeAll(async () => {
  const { courses } = await suite.house.anyone.do("listCatalogue", { query: {} });
  const course = courses.find(({ title }) => title.en?.startsWith("Create and govern"));
  const outline = await suite.house.anyone.fetch(`/content/${course?.manifest ?? ""}`);
  const [lesson] = /les_[0-9a-f]{32}/.exec(await outline.text()) ?? [];
  const admin = await suite.house.as(staff.administrator.contact);
  const { cohorts } = await admin.do("listCohorts", { query: {} });
  const wallet = await (
    await suite.house.as(learners.certified.contact)
  ).do("listWallet", {
    query: {},
  });
  at = {
    course: `/learn/${course?.courseId ?? ""}`,
    lesson: `/learn/${course?.courseId ?? ""}/${lesson ?? ""}`,
    desk: `/office/courses/${course?.courseId ?? ""}`,
    cohort: `/office/cohorts/${cohorts.find(({ issuing }) => issuing === "by_hand")?.id ?? ""}`,
    certificate: wallet.certificates[0]?.id ?? "",
  };
});

type Visit = { readonly page: Page; readonly language: Language; readonly demands: Demands };

/** Looks at one page in light and dark, narrow and narrower; all that is wrong, each with its address. */
async function faultsAt({ page, language, demands }: Visit, path: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto(path);
  // The page of parts shows the shape of waiting itself, among the others.
  if (path === "/dev/components") await page.locator(".skeleton").waitFor();
  else await settled(page);
  const root = page.locator("html");
  const faults: string[] = [];
  const lang = await root.getAttribute("lang");
  const dir = (await root.getAttribute("dir")) ?? "ltr";
  // The documentation of the API is for developers, in English.
  const expected = path.startsWith("/docs/") ? "en" : language;
  if (lang !== expected || dir !== directionOf(expected))
    faults.push(`<html lang=${lang} dir=${dir}>`);
  faults.push(...(await shapeFaults(page, demands)), ...(await axeFaults(page, "all")));
  if (language === "fr" || language === "ar") faults.push(...(await snifferFaults(page)));
  await shoot(page, { path, language });
  const { width = 360, height = 740 } = page.viewportSize() ?? {};
  await page.setViewportSize({ width: 320, height });
  faults.push(...(await shapeFaults(page, demands)));
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: "dark" });
  faults.push(...(await axeFaults(page, "contrast")).map((fault) => `dark: ${fault}`));
  return [...new Set(faults)].map((fault) => `${path}: ${fault}`);
}

async function shoot(page: Page, { path, language }: { path: string; language: Language }) {
  if (SHOTS === undefined) return;
  const name = path
    .replace(/\?lang=\w+/, "")
    .replaceAll(/_[0-9a-f]{32}/g, "")
    .replaceAll(/\W+/g, "-");
  const size = page.viewportSize() ?? { width: 360, height: 740 };
  for (const width of [360, 1280]) {
    await page.setViewportSize({ width, height: width === 360 ? 740 : 800 });
    const file = `${SHOTS}/${name.slice(1) || "welcome"}-${language}${width === 360 ? "" : "-desk"}.png`;
    await page.screenshot({ path: file, fullPage: true });
  }
  await page.setViewportSize(size);
}

async function faultsOn(visit: Visit, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) faults.push(...(await faultsAt(visit, path)));
  return faults;
}

const phoneOf = (language: Language): Promise<BrowserContext> => suite.phone(language);

describe.each(LANGUAGES)(
  "no barrier on any page, light or dark, at 360 and 320 px, in %s",
  (language) => {
    test("for a visitor, in letters of our own", async () => {
      const page = await (await phoneOf(language)).newPage();
      const visit = { page, language, demands: LEARNER };
      const paths = [`/learn?lang=${language}`, at.course, at.lesson, "/help", "/courses", "/me"];
      expect(await faultsOn(visit, paths)).toEqual([]);
      await page.goto(at.lesson);
      await settled(page);
      const fonts = await fontsOf(page, "h1 bdi");
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.filter(({ isCustomFont }) => !isCustomFont)).toEqual([]);
    });

    test("for a learner", async () => {
      const page = await comeIn(await phoneOf(language), learners.certified.contact);
      const own = at.course.replace("/learn/", "/courses/");
      const paths = ["/courses", own, at.course, `${at.course}/quiz`, "/wallet", "/me"];
      expect(await faultsOn({ page, language, demands: LEARNER }, paths)).toEqual([]);
    });

    test("in the office", async () => {
      const page = await comeIn(await phoneOf(language), staff.administrator.contact);
      const lists = ["courses", "cohorts", "people", "organisations", "certificates", "audit"];
      const paths = [
        "/office",
        ...lists.map((name) => `/office/${name}`),
        at.desk,
        ...["progress", "eligible", "enrol"].map((view) => `${at.cohort}?view=${view}`),
      ];
      expect(await faultsOn({ page, language, demands: ELSEWHERE }, paths)).toEqual([]);
    });

    test("on what the server writes itself, and where parts are shown", async () => {
      const page = await (await phoneOf(language)).newPage();
      const visit = { page, language, demands: ELSEWHERE };
      const paths = [
        `/verify/${at.certificate}?lang=${language}`,
        `/auth/sign-in?returnTo=/courses&lang=${language}`,
        `/dev/sign-in?lang=${language}`,
        `/dev/outbox?lang=${language}`,
        "/dev/components",
        ...(language === "en" ? ["/docs/api/"] : []),
      ];
      expect(await faultsOn(visit, paths)).toEqual([]);
    });
  },
);

test("the welcome has no barrier, in whatever language it is met", async () => {
  const page = await (await phoneOf("ar")).newPage();
  expect(await faultsAt({ page, language: "ar", demands: LEARNER }, "/")).toEqual([]);
});

import { type Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole, keptIn, noteOf, shellsOf } from "./kept.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const KIB = 1024;
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

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
      expect(workers).toBeLessThanOrEqual(7.5 * KIB);
      expect(await noteOf(page, "/told.json")).toMatchObject({ thrifty: true, again: false });

      // From the second visit on the phone keeps the other pages too; a font never.
      await page.reload();
      await page.locator(".blocks > .block").first().waitFor();
      await expect.poll(async () => (await keptPages(page)).includes("/offline.html")).toBe(true);
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
    // What Me itself still fetches once it has said its figure comes into the next one.
    const [shown = ""] = /\d+/.exec(await page.locator(".used .figure").innerText()) ?? [];
    expect(Number(shown)).toBeGreaterThan((counted / 1000) * 0.9);
    expect(Number(shown)).toBeLessThanOrEqual(Math.round(counted / 1000));
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

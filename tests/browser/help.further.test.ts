import { learners, staff } from "@twiza/content";
import { describe, expect, test } from "vitest";
import { comeIn, openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { link } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** Pages beside courses and lessons, each with what help says of it. */
const SELDOM = [
  ["/downloads", "guide.downloads"],
  ["/queue", "guide.queue"],
  ["/profiles", "guide.profiles"],
  ["/ticket", "guide.ticket"],
  ["/card", "guide.card"],
  ["/check", "guide.check"],
  ["/observe", "guide.observe"],
] as const;

/** Where it stands is looked at on every page: `pages/help.ts`. */
describe("L20: help", () => {
  test("names whom to ask in her group, by WhatsApp and by telephone, also without network", async () => {
    const words = wordsOf("ar");
    const phone = await suite.phone("ar");
    const page = await comeIn(phone, learners.underWay.contact);
    const whatsApp = link(page, words["help.whatsapp"]());
    await whatsApp.waitFor();
    expect(await whatsApp.getAttribute("href")).toMatch(/^https:\/\/wa\.me\/212600000000\?text=/);
    expect(await link(page, words["help.call"]()).getAttribute("href")).toBe("tel:+212600000000");
    await page.locator('nav a[href="/courses"]').tap();
    await settled(page);
    // This phone does not keep the app: what it says of the page she came from cannot come any more.
    suite.expects(
      { status: 0, path: /^\/api\// },
      { status: 0, path: /^\/_app\/immutable\/chunks\// },
    );
    await phone.setOffline(true);
    await link(page, words["app.help"]()).tap();
    await whatsApp.waitFor();
    await page.getByText(words["help.ask"]({ name: staff.trainer.name })).waitFor();
  });

  test("tells what a page is for that is seldom opened, to whoever comes from there, and can be heard", async () => {
    const words = wordsOf("fr");
    const { course } = await theCourse(suite.house);
    const page = await suite.pageOf(await suite.phone("fr"), learners.underWay.contact);
    // Work that the course does not ask for is told of by the same page.
    suite.expects({ status: 404, path: /^\/api\// });
    const work = `/courses/${course.courseId}/work/asg_${"0".repeat(32)}`;
    for (const [path, key] of [...SELDOM, [work, "guide.work"]] as const) {
      await page.goto(path);
      await page.waitForLoadState("networkidle");
      await page.locator("header a.help").tap();
      await page.waitForURL("**/help");
      const said = page.locator('[data-voice="guide"]');
      await said.waitFor();
      expect(await said.innerText(), path).toBe(words[key]());
      expect(await page.locator("section > .listen").count(), path).toBe(1);
    }
  });

  test("shows nobody's number to a stranger", async () => {
    const page = await (await suite.phone("fr")).newPage();
    await page.goto("/help");
    await page.waitForLoadState("networkidle");
    expect(await page.locator('a[href*="wa.me"], a[href^="tel:"]').count()).toBe(0);
  });
});

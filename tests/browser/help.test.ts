import { learners, staff } from "@twiza/content";
import { describe, expect, test } from "vitest";
import { comeIn, openSuite, settled } from "./browser.ts";
import { link } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

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

  test("shows nobody's number to a stranger", async () => {
    const page = await (await suite.phone("fr")).newPage();
    await page.goto("/help");
    await page.waitForLoadState("networkidle");
    expect(await page.locator('a[href*="wa.me"], a[href^="tel:"]').count()).toBe(0);
  });
});

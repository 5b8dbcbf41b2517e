import { learners, staff } from "@twiza/content";
import { describe, expect, test } from "vitest";
import { comeIn, openSuite, settled } from "./browser.ts";
import { link } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

describe("L20: help", () => {
  test.each(["ar", "fr"] as const)(
    "stands at the same place of every screen in %s",
    async (language) => {
      const words = wordsOf(language);
      const phone = await suite.phone(language);
      const page = await comeIn(phone, learners.certified.contact);
      const visitor = await suite.house.as(learners.certified.contact);
      const { enrolments } = await visitor.do("listEnrolments", {});
      const [enrolment] = enrolments;
      const course = enrolment?.courseId ?? "";
      const lesson = Object.keys(enrolment?.progress.lessons ?? {})[0] ?? "";
      const { certificates } = await visitor.do("listWallet", {});
      const paths = [
        ...["/learn", "/courses", "/wallet", "/me", "/profiles", "/ticket", "/card", "/help"],
        ...[`/learn/${course}`, `/learn/${course}/${lesson}`, `/learn/${course}/quiz`],
        ...[`/courses/${course}`, `/verify/${certificates[0]?.id ?? ""}`, "/auth/sign-in"],
      ];
      for (const path of paths) {
        await page.goto(
          path.startsWith("/verify") || path.startsWith("/auth")
            ? `${path}?lang=${language}`
            : path,
        );
        await page.locator("h1").first().waitFor();
        const help = page
          .locator("header")
          .getByRole("link", { name: words["app.help"](), exact: true });
        const box = await help.boundingBox();
        if (!box) throw new Error(`${path} has no help`);
        const toEnd = language === "ar" ? box.x : 360 - box.x - box.width;
        expect(toEnd, `${path}: distance from the end of the line`).toBeLessThanOrEqual(24);
        expect(box.y, `${path}: in the first line`).toBeLessThanOrEqual(24);
        expect(box.height, path).toBeGreaterThanOrEqual(47);
      }
    },
  );

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

import { learners } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { comeIn, openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { keysOf, leaveUnsent } from "./database.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import * as walk from "./walk.ts";
import { button, link, whoIsHere } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const PIN = "4071";
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

const tile = (page: Page, name: string) =>
  page.getByRole("button").filter({ hasText: name }).first();

/** A phone of two sisters: the second has just come in. Through a front the app may stay on it. */
async function sharedPhone(language: Language, through?: Front) {
  const phone = await suite.phone(language, through ? { through } : {});
  const page = await comeIn(phone, learners.underWay.contact);
  await page.goto("/courses");
  await settled(page);
  await signInAsSecond(page, "/courses");
  await settled(page);
  return { phone, page, words: wordsOf(language) };
}
async function signInAsSecond(page: Page, returnTo: string): Promise<void> {
  await page.goto(`/dev/sign-in?returnTo=${returnTo}`);
  await page.locator(`form:has(input[value="${learners.beginner.contact}"]) button`).tap();
  await page.waitForURL(`**${returnTo}`);
}

/** The one who is here gives herself a PIN. */
async function setPin(page: Page, language: Language): Promise<void> {
  const words = wordsOf(language);
  await page.goto("/me");
  await button(page, words["pin.set"]()).tap();
  await page.getByLabel(words["pin.new"]()).fill(PIN);
  await page.getByLabel(words["pin.again"]()).fill(PIN);
  await button(page, words["profiles.save"]()).tap();
  await page.getByText(words["pin.done"]()).waitFor();
}
async function writePin(page: Page, language: Language, digits: string): Promise<void> {
  const words = wordsOf(language);
  await page.getByLabel(words["pin.enter"]()).fill(digits);
  await button(page, words["pin.open"]()).tap();
}

describe("L18: one phone, several learners, in Arabic", () => {
  const language = "ar";
  test("each has a picture and a name; the one who leaves is locked behind her PIN; courses are each her own", async () => {
    const { phone, page, words } = await sharedPhone(language);
    const [first, second] = [learners.underWay.name, learners.beginner.name];
    await setPin(page, language);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(PIN);

    await link(page, words["profiles.switch"]()).tap();
    await page.getByRole("heading", { name: words["profile.title"]() }).waitFor();
    for (const name of [first, second]) {
      const box = await tile(page, name).boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(72);
      expect(await tile(page, name).locator("svg").count()).toBeGreaterThan(0);
    }
    await tile(page, first).tap();
    await page.waitForURL("**/courses");
    await expect.poll(async () => (await whoIsHere(suite.house, phone)).learner?.name).toBe(first);
    const hers = await page.locator("main").innerText();

    await page.goto("/profiles");
    await tile(page, second).getByText(words["profile.locked"]()).waitFor();
    await tile(page, second).tap();
    await writePin(page, language, "1111");
    await page.getByText(words["pin.wrong"]()).waitFor();
    expect((await whoIsHere(suite.house, phone)).learner?.name).toBe(first);
    await writePin(page, language, PIN);
    await page.waitForURL("**/courses");
    await expect.poll(async () => (await whoIsHere(suite.house, phone)).learner?.name).toBe(second);
    await settled(page);
    expect(await page.locator("main").innerText()).not.toBe(hers);
  });

  test("a locked learner's pages stay shut: after a while away, by a link, by an address, by Back", async () => {
    const { page, words } = await sharedPhone(language);
    await setPin(page, language);

    // Four minutes away are nothing, six are the end.
    const away = (minutes: number) =>
      page.evaluate((after) => {
        const state = (value: string) =>
          Object.defineProperty(document, "visibilityState", { value, configurable: true });
        state("hidden");
        document.dispatchEvent(new Event("visibilitychange"));
        localStorage.setItem("twiza.left", String(Date.now() - after * 60_000));
        state("visible");
        document.dispatchEvent(new Event("visibilitychange"));
      }, minutes);
    await away(4);
    expect(new URL(page.url()).pathname).toBe("/me");
    await away(6);
    await page.waitForURL("**/profiles?to=%2Fme");
    await page.getByLabel(words["pin.enter"]()).waitFor();

    for (const path of ["/courses", "/wallet", "/me"]) {
      await page.goto(path);
      await page.waitForURL(`**/profiles?to=${encodeURIComponent(path)}`);
      // An address typed before the door stands would break off its coming.
      await page.getByLabel(words["pin.enter"]()).waitFor();
    }
    await link(page, words["app.help"]()).tap();
    await page.waitForURL("**/help");
    await page.locator('nav a[href="/wallet"]').tap();
    await page.waitForURL("**/profiles?to=%2Fwallet");
    await page.getByLabel(words["pin.enter"]()).waitFor();
    await page.goBack();
    await tile(page, learners.underWay.name).waitFor();
    await page.goBack();
    await page.locator('nav a[href="/me"]').tap();
    await page.waitForURL("**/profiles?to=%2Fme");
    await writePin(page, language, PIN);
    await page.waitForURL("**/me");
  });

  test("without network she changes to another, whose own courses are shown, and the server hears of it later", async () => {
    const { phone, page, words } = await sharedPhone(language);
    await page.goto("/profiles");
    await tile(page, learners.underWay.name).tap();
    await page.waitForURL("**/courses");
    await settled(page);
    await page.locator('nav a[href="/me"]').tap();
    await link(page, words["profiles.switch"]()).tap();
    await tile(page, learners.beginner.name).waitFor();
    await page.waitForLoadState("networkidle");

    suite.expects({ status: 0, path: /^\/(api|content)\// });
    await phone.setOffline(true);
    await tile(page, learners.beginner.name).tap();
    await page.waitForURL("**/courses");
    await settled(page);
    expect(await page.locator("article").count()).toBeGreaterThan(0);
    expect((await whoIsHere(suite.house, phone)).learner?.name).toBe(learners.underWay.name);
    await phone.setOffline(false);
    await expect
      .poll(async () => (await whoIsHere(suite.house, phone)).learner?.name)
      .toBe(learners.beginner.name);
    await page.goto("/me");
    await page.getByRole("heading", { name: learners.beginner.name }).waitFor();
  });

  test("without network, and opened anew, the phone shows the door before anything of hers", async () => {
    const { phone, page, words } = await sharedPhone(language, front);
    await setPin(page, language);
    await page.goto("/courses");
    await settled(page);
    await isWhole(page, language);
    // As if six minutes lay between closing it and opening it.
    await page.addInitScript(() => {
      if (sessionStorage.getItem("away")) return;
      sessionStorage.setItem("away", "yes");
      localStorage.setItem("twiza.left", String(Date.now() - 6 * 60_000));
    });
    suite.expects({ status: 0, path: /^\/(api|content)\// });
    await phone.setOffline(true);
    await page.goto("/courses");
    await page.waitForURL("**/profiles?to=%2Fcourses");
    await writePin(page, language, PIN);
    await page.waitForURL("**/courses");
    await page.locator("article").first().waitFor();
    expect(await page.locator("html").getAttribute("hidden")).toBe(null);
    await link(page, words["app.help"]()).waitFor();
  });

  test("what one has opened is there for the other without network, but her place and her answers are not", async () => {
    const { phone, page } = await sharedPhone(language, front);
    const { lessons, course } = await theCourse(suite.house);
    const lesson = lessons[1] ?? "";
    const hers = (await whoIsHere(suite.house, phone)).learner?.id ?? "";
    await page.goto(lesson);
    await walk.readThrough({ page, language });
    await walk.practise({ page, language });
    await isWhole(page, language);
    const states = (await keysOf(page, "state")).filter(([whose]) => whose !== "guest");
    expect(states).toEqual([[hers, "course", course.courseId]]);

    await page.goto("/profiles");
    suite.expects({ status: 0, path: /^\/(api|content)\// });
    await tile(page, learners.underWay.name).waitFor();
    await phone.setOffline(true);
    await tile(page, learners.underWay.name).tap();
    await page.waitForURL("**/courses");
    await page.goto(lesson);
    await page.locator(".blocks > .block").first().waitFor();
    await page.locator("form.question").first().waitFor();
    expect(await page.locator("form.question input:checked").count()).toBe(0);
    expect(await page.locator("form.question [role=status] .word").count()).toBe(0);
  });

  test("Back leads from the PIN to the others of this phone, and from there to the page before", async () => {
    const { page, words } = await sharedPhone(language);
    await setPin(page, language);
    await button(page, words["lock.now"]()).tap();
    await tile(page, learners.beginner.name).tap();
    await page.getByLabel(words["pin.enter"]()).waitFor();
    await page.goBack();
    await tile(page, learners.underWay.name).waitFor();
    expect(await page.getByLabel(words["pin.enter"]()).count()).toBe(0);
    expect(new URL(page.url()).pathname).toBe("/profiles");
    await page.goBack();
    await page.waitForURL("**/profiles?to=%2Fme");
  });

  test("she leaves the phone: what is not sent is named by number, all that is hers goes, the other stays", async () => {
    const { phone, page, words } = await sharedPhone(language);
    const me = await whoIsHere(suite.house, phone);
    const id = me.learner?.id ?? "";
    await page.goto("/me");
    await button(page, words["remove.title"]()).waitFor();
    // What cannot be sent, for it is of a course that is nobody's.
    suite.expects({ status: 0, path: /\/events$/ });
    await phone.route("**/events", (route) => route.abort());
    await leaveUnsent(page);
    await button(page, words["remove.title"]()).tap();
    const sheet = page.getByRole("dialog");
    await sheet.getByText(words["remove.unsent"]({ count: 1 })).waitFor();
    await button(sheet, words["remove.lose"]()).tap();
    await page.waitForURL("**/profiles");
    await tile(page, learners.underWay.name).waitFor();
    expect(await page.getByText(learners.beginner.name, { exact: true }).count()).toBe(0);
    expect(await page.evaluate(() => JSON.stringify(localStorage))).not.toContain(id);
    for (const store of ["outbox", "state", "receipts"] as const)
      expect(JSON.stringify(await keysOf(page, store))).not.toContain(id);
    expect((await whoIsHere(suite.house, phone)).learners.map(({ name }) => name)).toEqual([
      learners.underWay.name,
    ]);
  });
});

test("L18: once the last one has left, the phone asks the server for nobody", async () => {
  const phone = await suite.phone("fr");
  const page = await comeIn(phone, learners.underWay.contact);
  const words = wordsOf("fr");
  await page.goto("/me");
  await button(page, words["remove.title"]()).tap();
  suite.expects({ status: 401, path: /^\/api\/me$/ });
  await button(page.getByRole("dialog"), words["remove.do"]()).tap();
  await page.waitForURL("**/learn");
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await page.goto("/courses");
  await settled(page);
  await page.waitForLoadState("networkidle");
  expect(asked).not.toContain("/api/me");
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).not.toMatch(/lrn_|twiza\.(?:learner|profiles":"\[\{)/);
});

test("L18: a forgotten PIN goes once she proved herself anew, and not before", async () => {
  const { page, words } = await sharedPhone("fr");
  await setPin(page, "fr");
  await button(page, words["lock.now"]()).tap();
  await tile(page, learners.beginner.name).tap();
  await button(page, words["pin.forgot"]()).tap();
  const again = link(page, words["profiles.again"]());
  // Saying so is not enough.
  await again.evaluate((element) =>
    element.addEventListener("click", (event) => event.preventDefault(), { once: true }),
  );
  await again.tap();
  await page.goto("/profiles");
  await tile(page, learners.beginner.name).getByText(words["profile.locked"]()).waitFor();
  await signInAsSecond(page, "/profiles");
  await tile(page, learners.beginner.name).getByText(words["profile.current"]()).waitFor();
  expect(await page.getByText(words["profile.locked"]()).count()).toBe(0);
});

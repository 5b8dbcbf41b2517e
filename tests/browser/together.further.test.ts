import { staff } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { comeIn, openSuite, overflow, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** A lesson of the course that the second trainer writes and the first one may read, of which nothing was said yet. */
async function silentLesson() {
  const trainer = await suite.house.as(staff.secondTrainer.contact);
  const { courses } = await trainer.do("listCourses", { query: {} });
  const courseId = courses.find(({ title }) => title.en?.startsWith("Keep the cash"))?.id ?? "";
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  for (const lessonId of outline.modules.flatMap((module) => module.lessonIds)) {
    const params = { courseId, lessonId };
    const comments = async () => (await trainer.do("listComments", { params })).comments;
    if ((await comments()).length === 0)
      return { comments, path: `/office/courses/${courseId}/lessons/${lessonId}` };
  }
  throw new Error("Something was said of each lesson.");
}

/** Until her colleagues are there as well. */
async function openLesson(page: Page, path: string, language: Language): Promise<void> {
  await page.goto(path);
  await button(page, wordsOf(language)["talk.comments"]()).waitFor();
  await settled(page);
}
const frame = (page: Page) => page.locator("[data-slots] > .frame").first();
/** What the page does every twenty seconds, now. */
const beat = (page: Page) => page.evaluate(() => window.dispatchEvent(new Event("online")));

test("T14: an author sees who else is in the lesson, asks her colleague by keyboard, who is led to the block by touch, answers and resolves it; who leaves is gone", async () => {
  const { path, comments } = await silentLesson();
  const french = wordsOf("fr");
  const arabic = wordsOf("ar");
  const desk = await comeIn(await suite.desk("fr"), staff.secondTrainer.contact);
  const phone = await comeIn(await suite.phone("ar"), staff.trainer.contact);
  await openLesson(phone, path, "ar");
  await openLesson(desk, path, "fr");
  const key = (await frame(desk).getAttribute("id")) ?? "";
  await desk.getByText(french["talk.here"]({ name: staff.trainer.name })).waitFor();

  await frame(desk)
    .getByRole("button", { name: `${french["talk.comment"]()}: ` })
    .focus();
  await desk.keyboard.press("Enter");
  const sheet = desk.getByRole("dialog");
  await sheet.getByLabel(french["talk.say"]()).focus();
  await desk.keyboard.type("@ر");
  const offered = sheet.getByRole("option", { name: staff.trainer.name });
  await offered.waitFor();
  await desk.keyboard.press("Escape");
  await offered.waitFor({ state: "detached" });
  await desk.keyboard.type("ش");
  await offered.waitFor();
  await desk.keyboard.press("Enter");
  await desk.keyboard.type("ce prix est juste ?");
  await desk.keyboard.press("Control+Enter");
  await sheet.getByText("ce prix est juste ?").waitFor();
  await expect.poll(async () => (await comments()).length).toBe(1);
  const [asked] = await comments();
  expect(asked).toMatchObject({ key, text: expect.stringMatching(/^@acc_\w+ ce prix/) as string });
  await desk.keyboard.press("Escape");

  await phone.goto("/office");
  const mine = phone.getByRole("link", { name: arabic["office.forYou.count"]({ count: 1 }) });
  await mine.first().tap();
  await phone
    .getByRole("link", {
      name: arabic["talk.forYou.mentioned"]({ name: staff.secondTrainer.name }),
    })
    .tap();
  const opened = phone.getByRole("dialog");
  await opened.getByText("ce prix est juste ?").waitFor();
  expect(new URL(phone.url()).hash).toBe(`#${key}`);
  expect(await overflow(phone)).toBe(0);
  await button(opened, arabic["talk.answer"]()).tap();
  await opened.getByLabel(arabic["talk.answer.label"]()).fill("نعم.");
  await button(opened, arabic["talk.answer.send"]()).tap();
  await opened.getByText("نعم.", { exact: true }).waitFor();
  await button(opened, arabic["talk.resolve"]()).tap();
  await opened.getByText(arabic["talk.resolved.many"]({ count: 1 })).waitFor();
  await expect.poll(async () => (await comments())[0]?.resolved).toBeDefined();

  await desk.keyboard.press("Escape");
  const silent = frame(desk).getByRole("button", { name: `${french["talk.comment"]()}: ` });
  await expect
    .poll(async () => {
      await beat(desk);
      return silent.isVisible();
    })
    .toBe(true);
  await silent.click();
  await sheet.getByText(french["talk.resolved.many"]({ count: 1 })).click();
  await sheet.getByText("نعم.", { exact: true }).waitFor();
  await desk.keyboard.press("Escape");
  await phone.keyboard.press("Escape");
  await phone.locator("main .back").tap();
  await phone.waitForURL(/courses\/[^/]+$/);
  await expect
    .poll(async () => {
      await beat(desk);
      return desk.getByText(french["talk.was"]({ name: staff.trainer.name })).isVisible();
    })
    .toBe(true);
  expect(await phone.getByText(arabic["office.forYou.count"]({ count: 1 })).count()).toBe(0);
});

test("T14: what is said without network is kept through a reload, sent when the network returns, and there once", async () => {
  const { path, comments } = await silentLesson();
  const words = wordsOf("zgh");
  const page = await comeIn(await suite.phone("zgh"), staff.secondTrainer.contact);
  await openLesson(page, path, "zgh");
  suite.expects({ status: 0, path: /\/comments$/ });
  await page.route("**/comments", (route) => route.abort("connectionfailed"));
  const speak = async (): Promise<void> => {
    await frame(page).getByRole("button", { name: words["studio.more"]() }).tap();
    await button(page.getByRole("dialog"), words["talk.comment"]()).tap();
  };
  await speak();
  const sheet = page.getByRole("dialog");
  await button(sheet, words["talk.send"]()).tap();
  await sheet.getByText(words["talk.fault.empty"]()).waitFor();
  await sheet.getByLabel(words["talk.say"]()).fill("ⴰⵜⵉⴳ");
  await button(sheet, words["talk.send"]()).tap();
  await sheet.getByText(words["talk.waiting"]()).waitFor();

  await page.reload();
  await page.locator("[data-slots] .frame").first().waitFor();
  await speak();
  await sheet.getByText(words["talk.waiting"]()).waitFor();
  await page.unrouteAll({ behavior: "wait" });
  await beat(page);
  await sheet.getByText(words["talk.waiting"]()).waitFor({ state: "detached" });
  await sheet.getByText("ⴰⵜⵉⴳ").waitFor();
  await beat(page);
  expect((await comments()).map(({ text }) => text)).toEqual(["ⴰⵜⵉⴳ"]);
});

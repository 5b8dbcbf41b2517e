import { staff } from "@twiza/content";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginFirst, fillFirst } from "../house/new-trainer.ts";
import { addLanguage, AJAMI, WOLOF } from "../house/other-language.ts";
import { openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const words = wordsOf("fr");

/** A course of the second trainer with one lesson, in an organisation whose manager has added Wolof. */
async function courseToTranslate() {
  for (const language of [WOLOF, AJAMI]) await addLanguage(suite.house, language);
  const trainer = await suite.house.as(staff.secondTrainer.contact);
  const place = await beginFirst(trainer, "Tondre");
  await fillFirst(trainer, place);
  return { trainer, place };
}

/** Writes the title of the lesson and the words of its blocks, in the language that is on the desk. */
async function translate(page: Page): Promise<void> {
  await page.getByLabel(words["studio.lesson.title"](), { exact: true }).fill("Wat xar yi");
  const frames = page.locator("[data-slots] > .frame");
  for (const [at, text] of ["Kawar gu tooy dafay yàqu.", "Kawar gi?"].entries()) {
    await frames.nth(at).locator(".written .words").click();
    await page.keyboard.type(text);
  }
  const question = frames.nth(1);
  for (const [at, text] of ["Gu wow", "Gu tooy"].entries())
    await question
      .getByLabel(words["studio.question.answer"]({ number: at + 1 }), { exact: true })
      .fill(text);
  await page.locator(".status.saved").waitFor();
}

test("a trainer gives her course a language that a manager added, translates a lesson into it beside the original, publishes it and prints it", async () => {
  const { trainer, place } = await courseToTranslate();
  const { courseId, lessonId } = place;
  const page = await suite.pageOf(await suite.desk("fr"), staff.secondTrainer.contact);
  await page.goto(`/office/courses/${courseId}`);
  await settled(page);
  const standing = page.locator(".module li .standing", { hasText: WOLOF.name });
  expect(await standing.count()).toBe(0);
  await page.getByRole("checkbox", { name: new RegExp(`^${WOLOF.name}`) }).check();
  await page.getByLabel(WOLOF.name, { exact: true }).first().fill("Wat");
  await button(page, words["office.course.save"]()).click();
  await page.getByText(words["office.saved"]()).waitFor();
  await standing.getByText("0 / 3").waitFor();

  await page.locator(`.module a[href$="${lessonId}"]`).click();
  await settled(page);
  await page.getByRole("radio", { name: WOLOF.name }).check();
  await page.waitForURL(/\?language=wo$/);
  const original = page.locator(".original [lang=fr]").first();
  await original.waitFor();
  await translate(page);
  const done = page.locator(".frame .bar", { hasText: words["studio.standing.done"]() });
  await expect.poll(() => done.count()).toBe(2);

  // An address in a language that the course is not written in opens the original.
  await page.goto(`/office/courses/${courseId}/lessons/${lessonId}?language=ha`);
  await settled(page);
  expect(await page.getByRole("radio", { name: "Français" }).isChecked()).toBe(true);

  await page.goto(`/office/courses/${courseId}`);
  await settled(page);
  await standing.getByText("3 / 3").waitFor();
  await button(page, words["office.publish.open"]()).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(words["office.publish.note"]()).fill("Première.");
  await button(dialog, words["office.publish.do"]({ version: 1 })).click();
  await page.getByText(words["office.publish.done"]({ version: 1 })).waitFor();

  await page.goto(`/handbook/${courseId}`);
  await page.getByRole("radio", { name: WOLOF.name }).check();
  await page.locator(`.paper .blocks[lang=${WOLOF.language}]`).waitFor();
  expect(await page.locator(".paper h1").innerText()).toBe("Wat");

  const { course } = await trainer.do("readOutline", { params: { courseId } });
  expect(course.languages).toEqual(["fr", "wo"]);
  expect(course.otherLanguages).toEqual([WOLOF]);
  expect(course.title).toEqual({ fr: "Tondre", wo: "Wat" });
});

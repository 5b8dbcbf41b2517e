import { staff } from "@twiza/content";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";
import { comeIn, openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const prompts = (page: Page) => page.locator("ol.items > li .prompt").allInnerTexts();

test("the test of a new course is written question by question: what is begun is there after a reload, what is thrown away comes back where it stood", async () => {
  const words = wordsOf("fr");
  const trainer = await suite.house.as(staff.trainer.contact);
  const { id: courseId } = await trainer.do("createCourse", {
    body: {
      intentId: newIntent(),
      courseId: newCourseId(),
      title: "Carder la laine",
      sourceLanguage: "fr",
      begin: "empty",
    },
  });
  const page = await comeIn(await suite.phone("fr"), staff.trainer.contact);
  await page.goto(`/office/courses/${courseId}/test`);
  await settled(page);
  const sheet = page.locator("dialog[open]");
  const field = (name: string) => sheet.getByLabel(name, { exact: true });
  const answer = (number: number) => field(words["studio.question.answer"]({ number }));

  await button(page, words["items.add"]()).click();
  await field(words["studio.question.prompt"]()).fill("Avec quoi carde-t-on ?");
  await page.reload();
  await settled(page);
  await button(page, words["items.add"]()).click();
  await sheet.getByText(words["items.begun"]()).waitFor();
  expect(await field(words["studio.question.prompt"]()).inputValue()).toBe(
    "Avec quoi carde-t-on ?",
  );

  await button(sheet, words["items.save"]()).click();
  await sheet.getByText(words["questionForms.fault.none_right"]()).waitFor();
  await answer(1).fill("Des peignes à pointes");
  await answer(2).fill("Un fuseau");
  await sheet.getByRole("radio", { name: words["studio.question.right"]() }).first().check();
  await button(sheet, words["items.save"]()).click();
  await sheet.waitFor({ state: "detached" });
  expect(await prompts(page)).toEqual(["Avec quoi carde-t-on ?"]);

  await button(page, words["items.add"]()).click();
  await sheet.getByRole("button", { name: words["studio.question.kind"]() }).click();
  await sheet.getByRole("button", { name: words["studio.question.number"]() }).click();
  await field(words["studio.question.prompt"]()).fill("Combien de grammes dans un kilo ?");
  await field(words["studio.question.value"]()).fill("1 000");
  await button(sheet, words["items.save"]()).click();
  await sheet.waitFor({ state: "detached" });
  const both = await prompts(page);
  expect(both).toEqual(["Avec quoi carde-t-on ?", "Combien de grammes dans un kilo ?"]);

  const first = page.locator("ol.items > li").first();
  await first.getByRole("button", { name: `${words["studio.remove"]()}: ` }).click();
  await page.getByText(words["items.removed"]()).waitFor();
  expect(await prompts(page)).toEqual(both.slice(1));
  await button(page, words["app.undo"]()).click();
  await expect.poll(() => prompts(page)).toEqual(both);
  const { items } = await trainer.do("readItems", { params: { courseId } });
  expect(items.map(({ prompt, number }) => [prompt.fr, number?.value])).toEqual([
    [both[0], undefined],
    [both[1], 1000],
  ]);

  // Looked at and closed it leaves nothing behind; what was begun meets a colleague's change and undoes nothing.
  const [asked] = items;
  if (!asked) throw new Error("The question is gone.");
  const open = () => first.getByRole("button", { name: `${words["items.open"]()}: ` }).click();
  await open();
  await page.keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await open();
  await field(words["studio.question.prompt"]()).fill("Avec quels outils carde-t-on ?");
  expect(await sheet.getByText(words["items.begun"]()).count()).toBe(0);
  await page.reload();
  await settled(page);
  const theirs = { ...asked, prompt: { fr: "Comment carde-t-on ?" } };
  await trainer.do("saveItem", {
    params: { courseId, itemId: asked.id },
    body: { intentId: newIntent(), item: theirs, seen: asked },
  });
  await page.reload();
  await settled(page);
  suite.expects({ status: 409, path: /\/draft\/items\// });
  await open();
  await button(sheet, words["items.save"]()).click();
  await sheet.getByText(words["items.stale"]()).waitFor();
  await button(sheet, words["items.theirs"]()).click();
  await expect.poll(() => prompts(page)).toEqual(["Comment carde-t-on ?", both[1]]);
});

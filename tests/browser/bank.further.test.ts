import { staff } from "@twiza/content";
import { found } from "@twiza/core";
import { expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";
import { comeIn, openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const GIFT = "Qui carde la laine ? {=Aïcha ~Personne}\n\nLa laine mouillée pourrit. {T}";

test("T8 a file of questions comes into the bank once, one goes into the test of a course, and its draft gets the new words when its author says so", async () => {
  const words = wordsOf("fr");
  const trainer = await suite.house.as(staff.trainer.contact);
  const about = { title: "Carder", sourceLanguage: "fr" as const, begin: "empty" as const };
  const { id: courseId } = await trainer.do("createCourse", {
    body: { intentId: newIntent(), courseId: newCourseId(), ...about },
  });
  const page = await comeIn(await suite.phone("fr"), staff.trainer.contact);
  await page.goto("/office/bank");
  await settled(page);
  const sheet = page.locator("dialog[open]").last();

  for (const came of [
    words["bank.file.came"]({ count: 2 }),
    words["bank.file.came"]({ count: 0 }),
  ]) {
    await button(page, words["bank.file"]()).click();
    const file = { name: "laine.gift.txt", mimeType: "", buffer: Buffer.from(GIFT) };
    await sheet.locator("input[type=file]").setInputFiles(file);
    await button(sheet, words["bank.file.do"]({ count: 2 })).click();
    await sheet.getByText(came).waitFor();
    await button(sheet, words["app.close"]()).click();
  }
  await page.getByRole("searchbox").fill("CARDE");
  const line = page.locator("main li").filter({ hasText: "Qui carde la laine" });
  await line.waitFor();

  await page.goto(`/office/courses/${courseId}/test`);
  await settled(page);
  await button(page, words["items.bank.from"]()).click();
  await sheet.getByRole("searchbox").fill("carde");
  await sheet.getByRole("checkbox", { name: "Qui carde la laine" }).check();
  await button(sheet, words["bank.put.do"]({ count: 1 }))
    .first()
    .click();
  await page.locator("ol.items > li").filter({ hasText: "Qui carde la laine" }).waitFor();

  await page.goto("/office/bank");
  await page.getByRole("searchbox").fill("carde");
  await line.getByRole("button").click();
  await button(sheet, words["bank.edit"]()).click();
  await sheet.getByText(words["bank.used.warn"]({ count: 1 })).waitFor();
  const prompt = words["studio.question.prompt"]();
  await sheet.getByLabel(prompt, { exact: true }).fill("Qui carde la laine chez nous ?");
  await button(sheet, words["items.save"]()).click();
  await button(sheet, words["bank.spread"]({ count: 1 })).click();
  await sheet.getByText(words["bank.used.same"]()).waitFor();
  const { items } = await trainer.do("readItems", { params: { courseId } });
  expect(found(items[0]).prompt.fr).toBe("Qui carde la laine chez nous ?");
});

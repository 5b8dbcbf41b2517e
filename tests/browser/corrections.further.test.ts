import { readFileSync } from "node:fs";
import { staff } from "@twiza/content";
import { formatPercent } from "@twiza/messages/format";
import { expect, test } from "vitest";
import { courseSatByTwo, YAMNA, ZAHRA } from "../house/corrected.ts";
import { openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
test("a trainer corrects a question, sees whom it changes before and who changed behind, and the learner reads what became of her result", async () => {
  const { courseId } = await courseSatByTwo(suite.house);
  const words = wordsOf("fr");
  const page = await suite.pageOf(await suite.desk("fr"), staff.trainer.contact);
  await page.goto(`/office/courses/${courseId}/test`);
  await settled(page);
  await button(page, words["items.correct"]()).click();
  const sheet = page.locator("dialog[open]");
  const key = sheet.getByRole("group", { name: words["marks.key"]() });
  await key.getByRole("radio").last().check();
  await button(sheet, words["marks.try"]()).click();
  await sheet.getByText(words["marks.figures.rise"]({ count: 1 })).waitFor();
  await sheet.getByText(words["marks.figures.keeps"]({ count: 1 })).waitFor();
  await sheet
    .getByRole("textbox", { name: words["marks.reason"]() })
    .fill("La laine se lave mouillée");
  await button(sheet, words["marks.apply"]()).click();

  // What was corrected, and how far marking anew has come; the page asks again by itself.
  await sheet.getByRole("heading", { name: words["marks.list"]() }).waitFor();
  await sheet.getByText(words["marks.state.done"](), { exact: true }).waitFor();
  await sheet.getByRole("button", { name: words["marks.who"]() }).click();
  const line = sheet.locator("li", { hasText: YAMNA.name }).last();
  await line.getByText(words["marks.who.line"]({ from: 0, to: 100 })).waitFor();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    button(sheet, words["marks.export"]()).click(),
  ]);
  const table = readFileSync(await download.path(), "utf8");
  const [none, all] = [0, 100].map((percent) => formatPercent(percent, "fr"));
  expect(table).toContain(`"${YAMNA.name}","${none}","${all}","${words["marks.who.passes"]()}"`);
  expect(table).toContain(`"${ZAHRA.name}","${all}","${none}","${words["marks.who.keeps"]()}"`);

  const phone = await suite.pageOf(await suite.phone("fr"), YAMNA.contact);
  await phone.goto(`/learn/${courseId}/quiz`);
  await phone.getByText(words["quiz.corrected"]({ from: 0, to: 100 })).waitFor();
});

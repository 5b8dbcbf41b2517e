import { staff } from "@twiza/content";
import { readFile } from "node:fs/promises";
import { found } from "@twiza/core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { newCourseId } from "../house/new-ids.ts";
import { comeIn, openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const titles = (page: Page) => page.locator("ol.checklists > li h2").allInnerTexts();

test("a trainer writes a checklist by keyboard alone, starts another from a ready-made one, and is led to what keeps it from being published", async () => {
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
  await page.goto(`/office/courses/${courseId}/test#skills`);
  await settled(page);
  const { keyboard } = page;
  const sheet = page.locator("dialog[open]");
  const write = async (name: string, text: string) => {
    await sheet.getByLabel(name, { exact: true }).focus();
    await keyboard.type(text);
  };
  const press = async (name: string) => {
    await button(sheet, name).focus();
    await keyboard.press("Enter");
  };
  const point = (number: number) => words["checklists.form.point"]({ number });

  await button(page, words["checklists.add"]()).focus();
  await keyboard.press("Enter");
  await press(words["checklists.form.save"]());
  await sheet.getByText(words["checklists.fault.title"]()).waitFor();
  // What is wrong has the focus.
  await keyboard.type("Carder un lot");
  await write(point(1), "Démêle la laine");
  await press(words["checklists.form.add"]());
  // So has the point that is new.
  await keyboard.type("Se lave les mains");
  await sheet.getByLabel(words["checklists.form.critical"]()).nth(1).focus();
  await keyboard.press("Space");
  await sheet.getByRole("button", { name: words["studio.reorder.handle"]({ name: point(2) }) }).focus(); // prettier-ignore
  for (const key of ["Space", "ArrowUp", "Space"]) await keyboard.press(key);
  expect(await sheet.getByLabel(point(1), { exact: true }).inputValue()).toBe("Se lave les mains");
  await sheet.getByLabel(words["checklists.form.least"](), { exact: true }).fill("50");
  await sheet.getByText(words["checklists.passes"]({ least: 1, count: 2 })).waitFor();
  await press(words["checklists.form.save"]());
  await expect.poll(() => titles(page)).toEqual(["Carder un lot"]);

  await button(page, words["checklists.start"]()).click();
  await sheet.getByRole("button", { name: "Teindre la laine avec des plantes" }).click();
  await press(words["checklists.form.save"]());
  await expect.poll(() => titles(page)).toEqual(["Carder un lot", "Teindre la laine avec des plantes"]); // prettier-ignore
  const { checklists } = await trainer.do("readChecklists", { params: { courseId } });
  const [carded, dyed] = checklists.map(({ checklist }) => checklist);
  expect(carded).toMatchObject({
    title: { fr: "Carder un lot" },
    leastPercent: 50,
    criteria: [
      { text: { fr: "Se lave les mains" }, critical: true },
      { text: { fr: "Démêle la laine" } },
    ],
  });
  expect(dyed).toMatchObject({ photo: "required", criteria: { length: 15 } });

  const first = page.locator("ol.checklists > li").first();
  await first.getByRole("button", { name: `${words["studio.remove"]()}: ` }).click();
  await page.getByText(words["checklists.removed"]()).waitFor();
  await button(page, words["app.undo"]()).click();
  await expect.poll(() => titles(page)).toEqual(["Carder un lot", "Teindre la laine avec des plantes"]); // prettier-ignore

  await first.getByRole("button", { name: `${words["checklists.try"]()}: ` }).click();
  await sheet.getByRole("radio", { name: words["checklists.try.met"](), exact: true }).first().check(); // prettier-ignore
  await sheet.getByText(words["checklists.try.passed"]({ met: 1, count: 2 })).waitFor();
  await keyboard.press("Escape");
  await sheet.waitFor({ state: "hidden" });
  await settled(page);

  await page.goto(`/office/courses/${courseId}`);
  await settled(page);
  await button(page, words["office.publish.open"]()).click();
  const fault = sheet.locator("li", { hasText: words["studio.fault.no_task"]() });
  await fault.getByRole("link", { name: "Carder un lot" }).click();
  await page.waitForURL(`**/test#${found(carded).id}`);
  await settled(page);
  await page.getByRole("tab", { name: words["office.course.checklistsChanged"](), selected: true }).waitFor(); // prettier-ignore
  await expect.poll(() => first.evaluate((it) => it.getBoundingClientRect().top < innerHeight)).toBe(true); // prettier-ignore
});

test("T10: the words of a course's checklists go to a translator in one file and come back, each into its place", async () => {
  const words = wordsOf("en");
  const trainer = await suite.house.as(staff.trainer.contact);
  const { courses } = await trainer.do("listCourses", { query: {} });
  const { id: courseId } = found(courses.find(({ title }) => title.en?.startsWith("Argan oil")));
  const page = await comeIn(await suite.phone("en"), staff.trainer.contact);
  await page.goto(`/office/courses/${courseId}/test#skills`);
  await settled(page);
  const counted = (standing: "missing" | "done") =>
    page.getByText(new RegExp(`^${words[`studio.standing.${standing}`]()} \\d+$`));
  await page.getByRole("radio", { name: "ⵜⴰⵎⴰⵣⵉⵖⵜ" }).check();
  await counted("missing").waitFor();
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    button(page, words["studio.translator.out"]()).click(),
  ]);
  const xliff = await readFile(await file.path(), "utf8");
  const filled = xliff
    .replaceAll(/<source>([^]*?)<\/source>/g, (all, said: string) => `${all}<target>ⵣ ${said}</target>`)
    .replaceAll('state="initial"', 'state="translated"'); // prettier-ignore
  await button(page, words["studio.translator.back"]()).click();
  const sheet = page.locator("dialog[open]");
  const name = { name: "back.xlf", mimeType: "", buffer: Buffer.from(filled) };
  await sheet.locator('input[type="file"]').setInputFiles(name);
  await button(sheet, words["exchange.take"]()).click();
  await counted("done").waitFor();
  await expect.poll(() => counted("missing").count()).toBe(0);
  const { checklists } = await trainer.do("readChecklists", { params: { courseId } });
  for (const { checklist } of checklists)
    for (const { text } of checklist.criteria) expect(text.zgh).toBe(`ⵣ ${text.fr ?? ""}`);
});

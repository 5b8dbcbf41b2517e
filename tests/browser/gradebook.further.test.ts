import { readFileSync } from "node:fs";
import { learners, staff } from "@twiza/content";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { openSuite } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const words = wordsOf("ar");

/** The bytes of what a button puts among the downloads. */
async function taken(page: Page, name: string): Promise<Uint8Array> {
  const [download] = await Promise.all([page.waitForEvent("download"), button(page, name).click()]);
  return new Uint8Array(readFileSync(await download.path()));
}

test("a trainer says what somebody has in the test, and why; she reads it, and the group goes along as a sheet", async () => {
  const trainer = await suite.house.as(staff.trainer.contact);
  const { cohorts } = await trainer.do("listCohorts", { query: {} });
  const { id = "", courseId = "" } = cohorts.find(({ joining }) => joining === "open") ?? {};
  const page = await suite.pageOf(await suite.phone("ar"), staff.trainer.contact);
  const dialog = page.locator("dialog[open]");
  const name = learners.failedOnce.name;
  const reason = "=أجابت شفويا أمام الفوج";

  await page.goto(`/office/cohorts/${id}?view=grades`);
  const row = page.getByRole("row").filter({ hasText: name });
  await row.locator("td button").last().click();
  await button(dialog, words["grades.change"]()).click();
  await dialog.getByRole("radio").last().check();
  await dialog.getByLabel(words["grades.percent"]()).fill("٨٥");
  await dialog.getByLabel(words["grades.reason"](), { exact: true }).fill(reason);
  await button(dialog, words["grades.save"]()).click();
  await dialog.getByText(reason).waitFor();
  await page.keyboard.press("Escape");
  await row.getByText(words["grades.state.overridden"]()).waitFor();

  const csv = new TextDecoder().decode(await taken(page, words["grades.export.csv"]()));
  const line = csv.split("\r\n").find((each) => each.startsWith(name));
  expect(line).toContain("85");
  expect(line).toContain(`: ${reason}`);
  const sheet = unzipSync(await taken(page, words["grades.export.xlsx"]()));
  const first = strFromU8(sheet["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(first).toContain('rightToLeft="1"');
  expect(first).not.toContain("<f>");
  expect(strFromU8(sheet["xl/sharedStrings.xml"] ?? new Uint8Array())).toContain(name);

  const hers = await suite.pageOf(await suite.phone("ar"), learners.failedOnce.contact);
  await hers.goto(`/courses/${courseId}`);
  await hers.getByText(reason).waitFor();
  await hers.getByText(words["grades.mine.percent"]({ percent: 85 }), { exact: true }).waitFor();
});

test("whoever is stuck is found by what she needs, and written to in her own language with one tap", async () => {
  const trainer = await suite.house.as(staff.trainer.contact);
  const { cohorts } = await trainer.do("listCohorts", { query: {} });
  const cohort = cohorts.find(({ joining }) => joining === "open");
  const page = await suite.pageOf(await suite.desk("ar"), staff.trainer.contact);
  await page.goto(`/office/cohorts/${cohort?.id ?? ""}?view=progress`);
  const rows = page.locator("tbody tr");
  await rows.first().waitFor();
  const all = await rows.count();
  await page.getByRole("radio", { name: words["reach.need.under_way"]() }).check();
  expect(await rows.count()).toBeLessThan(all);
  const row = rows.filter({ hasText: learners.underWay.name });
  await row.getByRole("button", { name: words["reach.write"]() }).click();
  const dialog = page.locator("dialog[open]");
  const french = wordsOf("fr")["reach.letter.under_way"]({
    name: learners.underWay.name,
    course: cohort?.courseTitle.fr ?? "",
  });
  expect(await dialog.getByLabel(words["reach.words"]()).inputValue()).toBe(french);
  const href = await dialog.getByRole("link").first().getAttribute("href");
  expect(href).toBe(`mailto:${encodeURIComponent(learners.underWay.contact)}?body=${encodeURIComponent(french)}`); // prettier-ignore
});

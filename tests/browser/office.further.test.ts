import { learners, staff } from "@twiza/content";
import { expect, test } from "vitest";
import { openSuite } from "./browser.ts";
import { press, tabTo } from "./tabbing.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

test("a trainer takes the first version back and shares her course, by keyboard alone", async () => {
  const words = wordsOf("ar");
  const admin = await suite.house.as(staff.administrator.contact);
  const { courses } = await admin.do("listCourses", { query: {} });
  const { id = "" } = courses.find(({ title: { en } }) => en?.startsWith("Keep the cash")) ?? {};
  const params = { courseId: id };
  const before = await admin.do("readCourse", { params });
  const page = await suite.pageOf(await suite.desk("ar"), staff.secondTrainer.contact);
  await page.goto(`/office/courses/${id}`);
  const first = page
    .locator("li")
    .filter({ hasText: words["office.course.versionNumber"]({ version: 1 }) });
  await press(page, button(first, words["office.version.look"]()));
  const dialog = page.locator("dialog[open]");
  await dialog.getByText(staff.secondTrainer.name).waitFor();
  await dialog.locator("ol ol li").first().waitFor();
  await page.keyboard.press("Escape");
  await press(page, button(first, words["office.version.restore"]()));
  await dialog.getByText(words["office.version.restore.learners"]()).waitFor();
  await press(page, button(dialog, words["office.version.restore.do"]()));
  await page.getByText(words["office.version.restored"]({ version: 1 })).waitFor();

  await press(page, button(page, words["office.owners.add"]()));
  const trainer = dialog.getByLabel(words["office.owners.trainer"]());
  await trainer.waitFor();
  await tabTo(page, trainer);
  await trainer.selectOption({ label: staff.trainer.name });
  await press(page, button(dialog, words["office.owners.add"]()));
  await page.getByText(words["office.owners.added"]({ name: staff.trainer.name })).waitFor();
  const mine = button(page, `${words["office.owners.remove"]()} ${staff.secondTrainer.name}`);
  await press(page, mine);
  await dialog.getByText(words["office.owners.remove.self"]()).waitFor();
  await press(page, button(dialog, words["office.owners.remove.myself"]()));
  await page
    .getByText(words["office.owners.removed"]({ name: staff.secondTrainer.name }))
    .waitFor();
  await page.getByText(words["office.publish.notYours"]()).waitFor();

  const after = await admin.do("readCourse", { params });
  expect(after.owners.map(({ name }) => name)).toEqual([staff.trainer.name]);
  expect(after.version).toBe(before.version);
  expect(after.draft.passMarkPercent).not.toBe(75);
  const log = await suite.pageOf(await suite.desk("ar"), staff.administrator.contact);
  await log.goto("/office/audit?action=course.restored");
  await log
    .getByRole("cell", { name: words["office.course.versionNumber"]({ version: 1 }) })
    .waitFor();
});

test("a trainer says how and when a test is sat and gives a learner more, and finds all of it again", async () => {
  const words = wordsOf("ar");
  const trainer = await suite.house.as(staff.trainer.contact);
  const { cohorts } = await trainer.do("listCohorts", { query: {} });
  const { id: cohortId = "", courseId = "" } =
    cohorts.find(({ joining }) => joining === "open") ?? {};
  const page = await suite.pageOf(await suite.phone("ar"), staff.trainer.contact);
  const dialog = page.locator("dialog[open]");

  await page.goto(`/office/courses/${courseId}/test`);
  await button(page, words["items.rules.change"]()).click();
  await dialog.getByLabel(words["items.rules.minutes"]()).fill("٤٥");
  const last = `${words["items.rules.counts.last"]()} ${words["items.rules.counts.last.what"]()}`;
  await dialog.getByRole("radio", { name: last, exact: true }).check();
  await button(dialog, words["items.rules.save"]()).click();
  await dialog.waitFor({ state: "detached" });
  await page.reload();
  await page.locator("dd").getByText(words["items.rules.counts.last"](), { exact: true }).waitFor();
  const { rules } = await trainer.do("readItems", { params: { courseId } });
  expect(rules).toEqual({ minutes: 45, counts: "last" });

  await page.goto(`/office/cohorts/${cohortId}?view=progress`);
  await button(page, words["sitting.change"]()).click();
  const closes = "2099-06-30T18:00";
  await dialog.getByLabel(words["sitting.closesAt"]()).fill(closes);
  await button(dialog, words["sitting.save"]()).click();
  await dialog.waitFor({ state: "detached" });
  const row = page.locator("tbody tr").filter({ hasText: learners.beginner.name });
  await row.getByRole("button", { name: words["sitting.more"]() }).click();
  await dialog.getByLabel(words["sitting.tries"]()).fill("1");
  const half = words["sitting.time.plus"]({ percent: 50 });
  await dialog.getByRole("radio", { name: half, exact: true }).check();
  await dialog.getByLabel(words["sitting.reason"](), { exact: true }).fill("يقرأ ببطء");
  await button(dialog, words["sitting.give"]()).click();
  await dialog.waitFor({ state: "detached" });
  await page.reload();
  await row.getByText("يقرأ ببطء").waitFor();
  await row.getByText(words["sitting.plus.tries"]({ count: 1 }), { exact: true }).waitFor();
  await page.locator("main p").filter({ hasText: "2099" }).getByRole("button").waitFor();
  const { test: times } = await trainer.do("readCohort", { params: { cohortId } });
  expect(times).toEqual({ closesAt: new Date(closes).toISOString() });
  const { learners: lines } = await trainer.do("readProgress", { params: { cohortId }, query: {} });
  const given = lines.find(({ name }) => name === learners.beginner.name)?.allowance;
  expect(given).toMatchObject({ tries: 1, extraPercent: 50, reason: "يقرأ ببطء" });
});

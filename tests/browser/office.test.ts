import { learners, staff } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { isWhole } from "../house/depth.ts";
import { secondAdministrator } from "../house/second-person.ts";
import { openSuite, settled } from "./browser.ts";
import { press, tabTo } from "./tabbing.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
test("a trainer publishes what changed, with a note, by keyboard alone", async () => {
  const language = "fr";
  const words = wordsOf(language);
  const { courses } = await (
    await suite.house.as(staff.secondTrainer.contact)
  ).do("listCourses", {
    query: {},
  });
  const changed = courses.find(({ title }) => title.en?.startsWith("Keep the cash"));
  const page = await suite.pageOf(await suite.desk(language), staff.secondTrainer.contact);
  await page.goto("/office/courses");
  await press(page, page.locator(`main a[href="/office/courses/${changed?.id ?? ""}"]`));
  await press(page, button(page, words["office.publish.open"]()));
  const note = page.getByRole("dialog").getByLabel(words["office.publish.note"]());
  await note.waitFor();
  await tabTo(page, note);
  await page.keyboard.type("Une leçon est plus claire.");
  const version = (changed?.version ?? 0) + 1;
  await press(page, button(page, words["office.publish.do"]({ version })));

  await page.getByText(words["office.publish.done"]({ version })).waitFor();
  await page.getByText("Une leçon est plus claire.").waitFor();
  const { version: live } = await (
    await suite.house.as(staff.secondTrainer.contact)
  ).do("readCourse", { params: { courseId: changed?.id ?? "" } });
  expect(live).toBe(version);
});

test("another trainer's course shows the refusal, not a broken page", async () => {
  const words = wordsOf("fr");
  const trainer = await suite.house.as(staff.trainer.contact);
  const { cohorts } = await trainer.do("listCohorts", { query: {} });
  const [cohort] = cohorts;
  suite.expects({ status: 404, path: /^\/api\/cohorts\// });
  const page = await suite.pageOf(await suite.desk("fr"), staff.secondTrainer.contact);
  await page.goto(`/office/cohorts/${cohort?.id ?? ""}`);
  await settled(page);
  const main = await page.locator("main").innerText();
  expect(main).toContain(words["error.request"]());
  expect(main).not.toContain("undefined");
  await page.locator('nav a[href="/office/courses"]').click();
  await page.getByRole("heading", { name: words["office.courses"](), exact: true }).waitFor();
});

test("a trainer sees both hand-ins of a test side by side and lets the second count, with a reason", async () => {
  const words = wordsOf("ar");
  const page = await suite.pageOf(await suite.phone("ar"), staff.trainer.contact);
  await page.goto("/office");
  await page.locator('main a[href="/office/flags"]').click();
  const row = page.locator("tbody tr").filter({ hasText: learners.failedOnce.name });
  await button(row, words["office.flag.open"]()).click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("ol li").first().waitFor();
  await dialog.getByText(words["office.flag.reason.ticket.used"]()).waitFor();
  const titles = dialog.getByRole("heading", { level: 3 });
  expect(await titles.allInnerTexts()).toEqual([
    words["office.flag.standing"](),
    words["office.flag.given"](),
  ]);
  await button(dialog, words["office.flag.accept"]()).click();
  await dialog.getByText(words["office.flag.note.missing"]()).waitFor();
  await dialog.getByLabel(words["office.flag.note"](), { exact: true }).fill("هاتف أختها");
  await button(dialog, words["office.flag.accept"]()).click();
  await row.getByText(words["office.flag.verdict.accepted"](), { exact: true }).waitFor();

  const admin = await suite.house.as(staff.administrator.contact);
  expect((await admin.do("listFlags", { query: {} })).flags).toEqual([]);
  const log = await suite.pageOf(await suite.desk("ar"), staff.administrator.contact);
  await log.goto("/office/audit?action=flag.decided");
  await log.getByText("هاتف أختها").waitFor();
});

test("whoever has nothing to decide is told so", async () => {
  const words = wordsOf("fr");
  const page = await suite.pageOf(await suite.desk("fr"), staff.secondTrainer.contact);
  await page.goto("/office/flags");
  await page.getByRole("heading", { name: words["office.flags.empty"]() }).waitFor();
  await page.getByText(words["office.flags.empty.mend"]()).waitFor();
});

const DAYS = [
  { language: "ar", device: "phone" },
  { language: "fr", device: "desk" },
] as const;
describe.each(isWhole ? DAYS : DAYS.slice(0, 1))(
  "an administrator's day, in $language on a $device",
  ({ language, device }) => {
    test("organisation, trainer, group, people, a certificate issued and revoked: each is in the audit log", async () => {
      const words = wordsOf(language);
      const page = await suite.pageOf(await suite[device](language), staff.administrator.contact);
      const made = await openOrganisation(page, language);
      const trainer = await hire(page, language);
      const cohort = await openCohort(page, { language, trainer });
      const person = await enrolPeople(page, language);
      const issued = await issueByHand(page, language);
      await revoke(page, language);

      await page.goto("/office/audit");
      await settled(page);
      const log = page.locator("main");
      for (const name of [made, trainer, cohort, person, issued])
        await log.getByText(name, { exact: false }).filter({ visible: true }).first().waitFor();
      for (const act of [
        "organisation.created",
        "membership.granted",
        "cohort.created",
        "learner.enrolled",
        "certificate.issued",
        "certificate.revoked",
      ] as const)
        await log.locator("td").getByText(words[`office.action.${act}`]()).first().waitFor();
    });
  },
);

async function openOrganisation(page: Page, language: Language): Promise<string> {
  const words = wordsOf(language);
  const name = `Union des oasis ${language}`;
  await page.goto("/office/organisations");
  await button(page, words["office.organisation.create"]()).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("textbox").first().fill(name);
  await dialog.locator("select").selectOption("union");
  await button(dialog, words["office.organisation.create"]()).click();
  await page.getByText(words["office.organisation.created"]()).waitFor();
  return name;
}

async function hire(page: Page, language: Language): Promise<string> {
  const words = wordsOf(language);
  const name = `Omar Tazi ${language}`;
  await page.goto("/office/people");
  await button(page, words["office.member.add"]()).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel(words["office.member.name"]()).fill(name);
  await dialog.getByLabel(words["office.member.contact"]()).fill(`omar-${language}@example.org`);
  await dialog.getByRole("checkbox").first().check();
  await button(dialog, words["office.member.add"]()).click();
  await page.getByText(words["office.member.saved"]({ name })).waitFor();
  return name;
}

async function openCohort(
  page: Page,
  { language, trainer }: { language: Language; trainer: string },
): Promise<string> {
  const words = wordsOf(language);
  const name = `Azilal ${language}`;
  await page.goto("/office/cohorts");
  await button(page, words["office.cohort.create"]()).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.locator("select").selectOption({ index: 1 });
  await dialog.getByLabel(words["office.cohort.name"](), { exact: true }).fill(name);
  await dialog.getByRole("checkbox", { name: trainer }).check();
  await dialog.getByLabel(words["office.cohort.startsOn"]()).fill("2027-01-10");
  await dialog.getByLabel(words["office.cohort.endsOn"]()).fill("2027-06-30");
  await button(dialog, words["office.cohort.create"]()).click();
  await page.getByText(words["office.cohort.created"](), { exact: true }).waitFor();
  await page.getByRole("link", { name, exact: true }).click();
  await page.waitForURL(/\/office\/cohorts\/coh_/);
  return name;
}

/** In the group that is on the screen. */
async function enrolPeople(page: Page, language: Language): Promise<string> {
  const words = wordsOf(language);
  const name = `Aïcha Naït ${language}`;
  await page.getByRole("tab", { name: words["office.cohort.enrol"]() }).click();
  await page
    .getByLabel(words["office.enrol.people"]())
    .fill(`${name}, aicha-${language}@example.org\nRahma Idir, rahma-${language}@example.org`);
  await button(page, words["office.enrol.do"]({ count: 2 })).click();
  await page.getByText(words["office.enrol.result.enrolled"](), { exact: true }).first().waitFor();
  return name;
}

/** Gives somebody who has earned it her certificate, in the group of the seed where this is done by hand. */
async function issueByHand(page: Page, language: Language): Promise<string> {
  const words = wordsOf(language);
  const admin = await suite.house.as(staff.administrator.contact);
  const { cohorts } = await admin.do("listCohorts", { query: {} });
  const byHand = cohorts.find(({ issuing }) => issuing === "by_hand");
  await page.goto(`/office/cohorts/${byHand?.id ?? ""}?view=eligible`);
  const row = page.locator("tbody tr").filter({ hasText: "Hassan" });
  await row.waitFor();
  const issue = button(row, words["office.issue"]());
  // The first of the two days issued it; on the second it stands as issued.
  if ((await issue.count()) > 0) {
    await issue.click();
    await button(page.getByRole("dialog"), words["office.issue.do"]()).click();
  }
  await row.locator("a.number").waitFor();
  return "Hassan";
}

/** One administrator proposes to revoke a certificate, and another approves. */
async function revoke(page: Page, language: Language): Promise<void> {
  const words = wordsOf(language);
  await page.goto("/office/certificates");
  const row = page
    .locator("tbody tr")
    .filter({ has: button(page, words["desk.act"]()) })
    .first();
  await row.waitFor();
  const number = await row.locator(".code").innerText();
  await button(row, words["desk.act"]()).click();
  const dialog = page.locator("dialog[open]");
  await dialog.getByRole("radio", { name: words["desk.act.revoke"]() }).check();
  await dialog.locator("select").selectOption("error");
  await button(dialog, words["desk.propose"]()).click();
  await page.getByText(words["desk.proposed"]({ number })).waitFor();

  const name = "Youssef Alaoui";
  await secondAdministrator(suite.house, name);
  const other = await suite.pageOf(await suite.desk(language), "youssef@example.org");
  await other.goto("/office/certificates?view=waiting");
  await button(other, words["desk.decide"]()).click();
  await button(other.locator("dialog[open]"), words["desk.approve"]()).click();
  await other.getByText(words["desk.approved"]({ number })).waitFor();
}

test("a manager adds a language from the list and one by its code, calls it otherwise and takes it away", async () => {
  const words = wordsOf("ar");
  const manager = await suite.house.as(staff.manager.contact);
  const languages = async () => (await manager.do("listLanguages", {})).languages;
  for (const { language } of await languages())
    await manager.do("removeLanguage", { params: { language } });
  const page = await suite.pageOf(await suite.desk("ar"), staff.manager.contact);
  await page.goto("/office");
  await page.locator("main a[href='/office/languages']").click();
  const dialog = page.locator("dialog[open]");
  await button(page, words["languages.add"]()).click();
  await dialog.getByLabel(words["languages.choose"]()).selectOption({ label: "Wolof" });
  await button(dialog, words["languages.add"]()).click();
  await page.getByText(words["languages.added"]({ name: "Wolof" })).waitFor();
  expect(await languages()).toEqual([{ language: "wo", name: "Wolof" }]);

  // A name in Arabic letters tells the script that its code must say.
  await settled(page);
  await button(page, words["languages.add.other"]()).click();
  await dialog.getByLabel(words["languages.choose"]()).selectOption("another");
  const code = dialog.getByLabel(words["languages.code"]());
  await code.fill("wol");
  await dialog.getByText(words["languages.code.there"]()).waitFor();
  await code.fill("HA");
  await dialog.getByLabel(words["languages.name"]()).fill("هَوْسَ");
  await dialog.locator("[aria-live]").getByText("ha-Arab").waitFor();
  await button(dialog, words["languages.add"]()).click();
  const row = page.getByRole("row").filter({ hasText: "ha-Arab" });
  await row.getByText(words["languages.rtl"]()).waitFor();

  await row.getByRole("button", { name: words["languages.rename"]() }).click();
  await dialog.getByLabel(words["languages.name"]()).fill("هوسا");
  await button(dialog, words["languages.rename"]()).click();
  await row.getByText("هوسا").first().waitFor();
  await row.getByRole("button", { name: words["languages.remove"]() }).click();
  await button(dialog, words["languages.remove"]()).click();
  await row.waitFor({ state: "detached" });
  expect(await languages()).toEqual([{ language: "wo", name: "Wolof" }]);
});

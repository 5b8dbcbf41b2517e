import { staff } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import { describe, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

async function courseOf(title: string) {
  const visitor = await suite.house.as(staff.administrator.contact);
  const { courses } = await visitor.do("listCourses", {});
  const courseId = courses.find((course) => course.title.en?.startsWith(title))?.id ?? "";
  return { visitor, params: { courseId } };
}

test("a trainer meets another's course read-only, told why, and is offered nothing that would be refused", async () => {
  const words = wordsOf("fr");
  const { params } = await courseOf("Keep the cash");
  const page = await suite.pageOf(await suite.phone("fr"), staff.trainer.contact);
  await page.goto(`/office/courses/${params.courseId}`);
  await settled(page);
  await page.getByText(words["office.course.readOnly"]()).waitFor();
  await page.getByText(words["office.publish.notYours"]()).waitFor();
  expect(await button(page, words["office.course.save"]()).count()).toBe(0);
  expect(await button(page, words["office.publish.open"]()).count()).toBe(0);
  expect(
    await page.locator("main textarea:not([readonly]), main input:not([readonly])").count(),
  ).toBe(0);
});

describe("in Arabic", () => {
  const language: Language = "ar";
  test("of two who edit at once the second keeps what she typed, sees both, and saves hers or loads theirs", async () => {
    const words = wordsOf(language);
    const { visitor, params } = await courseOf("Create and govern");
    const page = await suite.pageOf(await suite.phone(language), staff.trainer.contact);
    await page.goto(`/office/courses/${params.courseId}`);
    await settled(page);
    const mark = page.getByLabel(words["office.course.passMark"](), { exact: true });
    const title = page.locator("form", { has: mark }).locator('textarea[lang="fr"]').first();
    await title.fill("Le mien");

    const meanwhile = async (fr: string, passMarkPercent: number) => {
      const { revision, draft } = await visitor.do("readCourse", { params });
      const { summary, triesAllowed } = draft;
      const body = {
        revision,
        summary,
        triesAllowed,
        passMarkPercent,
        title: { ...draft.title, fr },
      };
      await visitor.do("editCourse", { params, body: { intentId: newIntent(), ...body } });
    };
    await meanwhile("Le leur", 65);
    suite.expects({ status: 409, path: /^\/api\/courses\// });
    await button(page, words["office.course.save"]()).click();
    await page.getByText(words["office.course.meanwhile"]()).waitFor();
    expect(await title.inputValue()).toBe("Le mien");
    // What she had not touched is theirs already: saving hers undoes nothing she has not seen.
    expect(await mark.inputValue()).toBe("65");
    await page.getByText("Le leur", { exact: true }).waitFor();
    await button(page, words["office.course.save"]()).click();
    await page.getByText(words["office.saved"](), { exact: true }).waitFor();
    const { draft } = await visitor.do("readCourse", { params });
    expect([draft.title.fr, draft.passMarkPercent]).toEqual(["Le mien", 65]);

    await settled(page);
    await title.fill("Encore le mien");
    await meanwhile("Encore le leur", 66);
    await button(page, words["office.course.save"]()).click();
    await button(page, words["office.course.theirs"]()).click();
    await page.getByText(words["office.course.theirsLoaded"](), { exact: true }).waitFor();
    expect(await title.inputValue()).toBe("Encore le leur");
    expect(await mark.inputValue()).toBe("66");
  });

  test("a list longer than the places left names who is in and who is not, and keeps the rest of it", async () => {
    const words = wordsOf(language);
    const { visitor, params } = await courseOf("Create and govern");
    const me = await (await suite.house.as(staff.trainer.contact)).do("readMe", {});
    const cohort = await visitor.do("createCohort", {
      body: {
        intentId: newIntent(),
        courseId: params.courseId,
        name: "Zagora",
        trainerIds: [me.account.id],
        startsOn: "2026-01-01",
        endsOn: "2099-12-31",
        places: 2,
        joining: "by_invitation",
        issuing: "by_hand",
      },
    });
    const page = await suite.pageOf(await suite.phone(language), staff.trainer.contact);
    await page.goto(`/office/cohorts/${cohort.id}?view=enrol`);
    const field = page.getByLabel(words["office.enrol.people"]());
    const line = (name: string) => `${name}, ${name.toLowerCase()}-${language}@zagora.example`;
    await field.fill(["Aicha", "Badia", "Chama"].map(line).join("\n"));
    await page.getByText(words["office.enrol.tooMany"]({ left: 2, count: 3 })).waitFor();
    await button(page, words["office.enrol.do"]({ count: 3 })).click();
    const refused = page.locator("li", { hasText: "Chama" });
    await refused.getByText(words["office.enrol.why.full"]()).waitFor();
    expect(
      await page.getByText(words["office.enrol.result.enrolled"](), { exact: true }).count(),
    ).toBe(2);
    expect(await field.inputValue()).toBe(line("Chama"));
  });

  test("the audit log is searched by person, action and days, and the address keeps the search", async () => {
    const words = wordsOf(language);
    const page = await suite.pageOf(await suite.phone(language), staff.auditor.contact);
    await page.goto("/office/audit");
    await settled(page);
    await page
      .getByLabel(words["office.audit.action"](), { exact: true })
      .selectOption("course.published");
    await page.waitForURL(/action=course\.published/);
    await page
      .getByLabel(words["office.audit.person"]())
      .selectOption({ label: staff.secondTrainer.name });
    await page.waitForURL(/who=acc_/);
    await page.getByLabel(words["office.audit.from"]()).fill("2026-01-01");
    await page.waitForURL(/from=2026-01-01/);
    const rows = page.locator("tbody tr");
    await expect.poll(() => rows.count()).toBe(1);
    expect(await rows.first().innerText()).toContain(staff.secondTrainer.name);
    await page.reload();
    await settled(page);
    await expect.poll(() => rows.count()).toBe(1);
    expect(await page.getByLabel(words["office.audit.from"]()).inputValue()).toBe("2026-01-01");
    await page.getByLabel(words["office.audit.to"]()).fill("2025-01-01");
    await page.getByText(words["office.cohort.endsBefore"]()).waitFor();
    await page.getByLabel(words["office.audit.to"]()).fill("2026-01-02");
    await page.getByText(words["office.audit.none"]()).waitFor();
    await page.getByRole("link", { name: words["office.audit.all"]() }).click();
    await expect.poll(() => rows.count()).toBeGreaterThan(5);
  });
});

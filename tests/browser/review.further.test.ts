import { LessonId } from "@twiza/contract";
import { found } from "@twiza/core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { reviewedCourse } from "../house/reviewed.ts";
import { openSuite, overflow, settled } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { button, finishLesson } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let at: Awaited<ReturnType<typeof reviewedCourse>>;
let front: Front;
beforeAll(async () => {
  [at, front] = await Promise.all([reviewedCourse(suite.house), openFront(suite.house)]);
});
afterAll(() => front.close());

const dialogOf = (page: Page): Locator => page.locator("dialog[open]");
async function openCourse(page: Page): Promise<void> {
  await page.goto(`/office/courses/${at.courseId}`);
  await settled(page);
}
const deskOf = () => at.author.do("readCourse", { params: { courseId: at.courseId } });

/** All of the course lies on the phone. */
async function downloadWhole(page: Page): Promise<void> {
  await button(page, wordsOf("fr")["download.start"]()).tap();
  await page.getByRole("dialog").locator(".actions button").first().tap();
  await button(page, wordsOf("fr")["download.now"]()).tap();
  await page.locator(".control.ready").waitFor();
  await isWhole(page, "fr");
}

test("T5: before publishing the dialog says what is new, changed and taken away, what blocks and what need only be known, asks for a note, and says that learners keep their version", async () => {
  const words = wordsOf("fr");
  await at.setApproval(false);
  const page = await suite.pageOf(await suite.desk("fr"), at.contacts.author);
  const empty = await at.writer.add("Vide", "");
  await openCourse(page);
  const dialog = dialogOf(page);
  const publish = button(dialog, words["office.publish.do"]({ version: at.version + 1 }));
  await button(page, words["office.publish.open"]()).click();
  await dialog.getByText(words["studio.fault.empty"]()).waitFor();
  await dialog.getByText(words["studio.faults.blocked"]()).waitFor();
  expect(await publish.isDisabled()).toBe(true);
  await page.keyboard.press("Escape");

  const discard = { do: "removeLesson", id: empty };
  await at.author.do("arrangeDraft", {
    params: { courseId: at.courseId },
    body: { intentId: newIntent(), commands: [discard] as never },
  });
  await button(page, words["office.publish.open"]()).click();
  for (const change of ["added", "changedLessons", "removed"] as const)
    await dialog.getByText(words[`office.course.${change}`]({ count: 1 })).waitFor();
  await dialog.getByText(words["studio.fault.untranslated"]()).first().waitFor();
  expect(await dialog.getByText(words["studio.fault.blocks"](), { exact: true }).count()).toBe(0);
  await dialog.getByText(words["office.publish.promise"]()).waitFor();
  await publish.click();
  await dialog.getByText(words["office.note.missing"]()).waitFor();
  expect((await deskOf()).version).toBe(at.version);
  await dialog.getByLabel(words["office.publish.note"]()).fill("Le séchage.");
  await publish.click();
  await page.getByText(words["office.publish.done"]({ version: at.version + 1 })).waitFor();
  const learner = await suite.house.as(at.contacts.learner);
  const { version } = await learner.do("readEnrolment", { params: { courseId: at.courseId } });
  expect(version).toBeLessThan(at.version);
});

test("T5: where a second person approves, exactly the draft that she saw may be published, and a change makes that void and says so", async () => {
  const words = wordsOf("ar");
  await at.setApproval(true);
  await at.writer.change();
  const author = await suite.pageOf(await suite.desk("ar"), at.contacts.author);
  await openCourse(author);
  await button(author, words["review.ask"]()).click();
  const asking = dialogOf(author);
  await asking.getByLabel("Rahma El Fassi").check();
  await button(asking, words["review.ask.do"]()).click();
  await author.getByText(words["office.review.state.waiting"](), { exact: true }).waitFor();
  await button(author, words["office.publish.open"]()).click();
  await dialogOf(author).getByText(words["office.publish.review"]()).waitFor();
  await author.keyboard.press("Escape");

  const phone = await suite.pageOf(await suite.phone("ar"), at.contacts.reviewer);
  await phone.goto("/office/courses");
  await phone.getByText(words["office.review.forYou"]({ count: 1 })).waitFor();
  await phone.locator(`main a[href="/office/courses/${at.courseId}"]`).click();
  await button(phone, words["review.decide"]()).click();
  const deciding = dialogOf(phone);
  await deciding.getByText(words["office.course.changedLessons"]({ count: 1 })).waitFor();
  await button(deciding, words["review.changes"]()).click();
  await deciding.getByText(words["review.decide.note.missing"]()).waitFor();
  await button(deciding, words["review.approve"]()).click();
  await phone.getByText(words["office.review.state.approved"](), { exact: true }).waitFor();
  expect(await overflow(phone)).toBe(0);

  await at.writer.change();
  await openCourse(author);
  await author.getByText(words["review.ready"]()).waitFor();
  await button(author, words["office.publish.open"]()).click();
  await dialogOf(author).getByText(words["office.publish.review"]()).waitFor();
  await author.keyboard.press("Escape");
  await author.getByText(words["review.void"]()).waitFor();
  expect((await deskOf()).approval?.review?.state).toBe("void");
});

test("T5: a trainer moves her group to the newer version, sees beforehand what it changes and afterwards who was moved; a learner who is without network meanwhile loses nothing, and finds the new lesson", async () => {
  const words = wordsOf("zgh");
  const version = found((await deskOf()).version);
  const phone = await suite.phone("fr", { through: front });
  const hers = await suite.pageOf(phone, at.contacts.learner);
  await hers.goto(`/learn/${at.courseId}`);
  await downloadWhole(hers);
  await hers.locator("ol a").first().tap();
  await hers.locator(".blocks > .block").first().waitFor();
  suite.expects({ status: 0, path: /^\/(?:api|content)\// });
  await phone.setOffline(true);

  const page = await suite.pageOf(await suite.phone("zgh"), at.contacts.author);
  await openCourse(page);
  await button(page, words["move.open"]({ version })).click();
  const dialog = dialogOf(page);
  await dialog.getByText(words["move.promise"]()).waitFor();
  await dialog.getByLabel(words["move.group"]()).selectOption({ label: "Taliouine" });
  await dialog.getByText(words["move.from"]({ version: 1 })).waitFor();
  await dialog.getByText(words["move.moves"]({ count: 2 })).waitFor();
  for (const name of at.learners) await dialog.getByText(name).waitFor();
  expect(await overflow(page)).toBe(0);
  await button(dialog, words["move.do"]({ count: 2 })).click();
  await dialog.getByText(words["move.done"]({ count: 2 })).waitFor();
  expect(await dialog.getByText(words["move.outcome.moved"](), { exact: true }).count()).toBe(2);

  // Without network she finishes a lesson of the version that she has: it counts in the newer one.
  await finishLesson({ page: hers, language: "fr" });
  await phone.setOffline(false);
  const learner = await suite.house.as(at.contacts.learner);
  const enrolment = () => learner.do("readEnrolment", { params: { courseId: at.courseId } });
  const lessonId = LessonId.parse(new URL(hers.url()).pathname.split("/").at(-1));
  const isDone = async () => (await enrolment()).progress.lessons[lessonId]?.done;
  await expect.poll(isDone).toBe(true);
  await hers.goto(`/learn/${at.courseId}`);
  await hers.getByText("Peser le safran").first().waitFor();
  expect(await enrolment()).toMatchObject({ version });
});

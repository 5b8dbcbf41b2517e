import { staff } from "@twiza/content";
import { found } from "@twiza/core";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { groupLedBy, workFor } from "../house/handing.ts";
import { beginFirst, fillFirst, publishFirst } from "../house/new-trainer.ts";
import { enrolIn } from "../house/observing.ts";
import { comeIn, openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const LEARNER = "itto.walk@example.org";
const words = wordsOf("fr");

/** Chooses a level of each criterion by its digit, as somebody does who has much to mark. */
async function choose(page: Page, digits: readonly string[]): Promise<void> {
  for (const [at, digit] of digits.entries()) {
    await page.getByRole("radiogroup").nth(at).getByRole("radio").first().focus();
    await page.keyboard.press(digit);
  }
}

test("a trainer writes an assignment by keyboard alone; what a learner hands in is marked by two apart, and where they differ a third settles with a reason", async () => {
  const { house } = suite;
  const trainer = await house.as(staff.trainer.contact);
  const place = await beginFirst(trainer, "Vendre son huile");
  await fillFirst(trainer, place);
  const { courseId } = place;
  const desk = await comeIn(await suite.desk("fr"), staff.trainer.contact);
  await desk.goto(`/office/courses/${courseId}/test#work`);
  await settled(desk);
  const { keyboard } = desk;
  const sheet = desk.locator("dialog[open]");
  const press = async (name: string) => {
    await button(sheet, name).focus();
    await keyboard.press("Enter");
  };
  const write = async (name: string, text: string) => {
    await sheet.getByLabel(name, { exact: true }).focus();
    await keyboard.type(text);
  };
  await button(desk, words["assignments.add"]()).focus();
  await keyboard.press("Enter");
  await press(words["assignments.form.save"]());
  await sheet.getByText(words["assignments.fault.title"]()).waitFor();
  // What is wrong has the focus.
  await keyboard.type("L’étiquette et son prix");
  await write(words["assignments.form.task"](), "Écrivez-la, et dites pourquoi ce prix.");
  await write(words["assignments.form.criterion"]({ number: 1 }), "Le prix");
  const level = (number: number) => words["assignments.form.level"]({ number });
  await write(level(1), "Aucun coût");
  await write(level(2), "Les matières");
  await write(level(3), "Matières et heures");
  await sheet.getByLabel(words["assignments.form.second"]()).focus();
  await keyboard.press("Space");
  await sheet.getByText(words["assignments.passes"]({ percent: 60 })).waitFor();
  await press(words["assignments.form.save"]());
  await desk.locator("ol.assignments > li h2", { hasText: "L’étiquette et son prix" }).waitFor();
  const { assignments } = await trainer.do("readAssignments", { params: { courseId } });
  const { assignment } = found(assignments[0]);
  expect(assignment).toMatchObject({ second: { apart: 15 }, criteria: [{ weight: 1, levels: { length: 3 } }] }); // prettier-ignore
  await publishFirst(trainer, place);

  const cohortId = await groupLedBy(house, courseId);
  const learners = await enrolIn(house, cohortId, [LEARNER]);
  const learner = await house.as(LEARNER);
  const body = workFor(assignment.id, { learnerId: found(learners.get(LEARNER)) });
  await learner.do("submitWork", { params: { courseId }, body });

  // The first comes by the queue, chooses by a digit, and keeps what she gives over a reload.
  await desk.goto(`/office/cohorts/${cohortId}?view=work`);
  await settled(desk);
  await desk.getByRole("link", { name: new RegExp(`^${words["marking.open"]()}`) }).click();
  await desk.getByText(words["marking.second"]()).waitFor();
  await settled(desk);
  await choose(desk, ["1"]);
  await button(desk, words["marking.text.say"]()).click();
  await sheet.getByRole("textbox", { name: words["marking.text.choose"]() }).focus();
  for (let letter = 0; letter < 5; letter += 1) await keyboard.press("Shift+ArrowRight");
  await write(words["marking.note.words"](), "Quelle huile ?");
  await press(words["marking.note.save"]());
  await desk.locator("mark", { hasText: "Huile" }).waitFor();
  await desk.reload();
  await settled(desk);
  await desk.locator("mark", { hasText: "Huile" }).waitFor();
  expect(await desk.getByRole("radio", { name: /Aucun coût/ }).isChecked()).toBe(true);
  await button(desk, words["marking.send"]()).click();
  await desk.getByText(words["marking.sent.second"]()).waitFor();

  // The second sees nothing of the first.
  const other = await comeIn(await suite.desk("fr"), staff.secondTrainer.contact);
  const address = `/office/cohorts/${cohortId}/work/${body.id}`;
  await other.goto(address);
  await settled(other);
  expect(await other.locator("mark, article").count()).toBe(0);
  await choose(other, ["3"]);
  await button(other, words["marking.send"]()).click();
  await other.getByText(words["marking.sent.differs"]()).waitFor();

  const third = await comeIn(await suite.desk("fr"), staff.administrator.contact);
  await third.goto(address);
  await settled(third);
  await third.locator("table").getByText(words["marking.compare.differs"]()).waitFor();
  await choose(third, ["2"]);
  await button(third, words["marking.settle.send"]()).click();
  await third.getByText(words["marking.reason.missing"]()).waitFor();
  await third.getByLabel(words["marking.reason"](), { exact: true }).fill("Les heures manquent.");
  await button(third, words["marking.settle.send"]()).click();
  await third.getByText(words["marking.sent.marked"]()).waitFor();
  const { submission } = await trainer.do("readSubmission", { params: { cohortId, submissionId: body.id } }); // prettier-ignore
  expect(submission.outcome).toMatchObject({ by: "third", percent: 60, passed: true });
  const { submissions } = await learner.do("listOwnSubmissions", { params: { courseId } });
  expect(submissions[0]?.markings).toHaveLength(3);
});

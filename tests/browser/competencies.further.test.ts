import { learners, staff } from "@twiza/content";
import { expect, test } from "vitest";
import { rightAnswers } from "../house/answers.ts";
import { newIntent } from "../house/house.ts";
import { findLandmarks } from "../house/landmarks.ts";
import { openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const uuid = (n: number): string => `0c0c0c0${n}-0000-4000-8000-000000000000`;
const WEIGH = "Peser avant de vendre";

/** What another program wrote: one competency under another, which says nothing of a test. */
const FILE = JSON.stringify({
  CFDocument: {
    ...{ identifier: uuid(0), uri: "https://example.org/f", creator: "ODCO" },
    ...{ title: "Vente", language: "fr-MA" },
  },
  CFItems: [
    { identifier: uuid(1), uri: "https://example.org/1", fullStatement: "Vendre" },
    { identifier: uuid(2), uri: "https://example.org/2", fullStatement: WEIGH },
  ],
  CFAssociations: [
    {
      ...{ associationType: "isChildOf" },
      originNodeURI: { identifier: uuid(2) },
      destinationNodeURI: { identifier: uuid(1) },
    },
  ],
});

test("a framework comes in from a file, a question names a competency of it, and who answers rightly finds it among what she can do", async () => {
  const words = wordsOf("fr");
  const { house } = suite;
  const at = await findLandmarks(house);
  const { courseId } = at.course;
  const page = await suite.pageOf(await suite.desk("fr"), staff.trainer.contact);
  await page.goto("/office/competencies");
  await button(page, words["competency.bring"]()).click();
  const dialog = page.locator("dialog[open]");
  await dialog.locator("input[type=file]").setInputFiles({
    ...{ name: "vente.json", mimeType: "application/json", buffer: Buffer.from(FILE) },
  });
  await dialog.getByText(words["competency.bring.whole"]()).waitFor();
  await button(dialog, words["competency.bring.take"]()).click();
  await page.locator("ul.top > li", { hasText: "Vendre" }).getByText(WEIGH).waitFor();

  const trainer = await house.as(staff.trainer.contact);
  const params = { courseId };
  await page.goto(`/office/courses/${courseId}/test`);
  await settled(page);
  await page
    .locator("ol.items > li")
    .first()
    .getByRole("button", { name: `${words["items.open"]()}: ` })
    .click();
  await button(dialog, words["competency.pick.choose"]()).click();
  await dialog.getByLabel(words["competency.pick.find"]()).fill("peser");
  await dialog.getByRole("checkbox", { name: WEIGH }).check();
  await button(dialog, words["items.save"]()).click();
  await page.getByText(words["items.saved"]()).waitFor();
  const named = (await trainer.do("readItems", { params })).items[0]?.competencies ?? [];
  expect(named).toContain(`cmp_${uuid(2).replaceAll("-", "")}`);

  // Each sitting has every question, this one among them.
  const commands = [{ do: "draw" as const }];
  await trainer.do("arrangeItems", { params, body: { intentId: newIntent(), commands } });
  await trainer.do("publishCourse", { params, body: { intentId: newIntent(), note: "Peser" } });
  const learner = await house.as(learners.eligible.contact);
  await learner.do("enrol", { body: { intentId: newIntent(), courseId } });
  const { id } = await learner.do("startAttempt", { params, body: { intentId: newIntent() } });
  const answers = await rightAnswers(house, courseId);
  await learner.do("submitAttempt", {
    params: { courseId, attemptId: id },
    body: { intentId: newIntent(), answers },
  });

  const phone = await suite.pageOf(await suite.phone("fr"), learners.eligible.contact);
  await phone.goto("/wallet");
  const line = phone.locator(".passport li", { hasText: WEIGH });
  await line.getByText(words["passport.begun"]()).waitFor();
  await line.locator("summary").click();
  await line.getByText(words["passport.sitting"]({ right: 1, of: 1 })).waitFor();
  expect(await line.getByRole("link").getAttribute("href")).toBe(`/learn/${courseId}/quiz`);
});

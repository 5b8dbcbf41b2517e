/// <reference lib="dom" />
import { learners } from "@twiza/content";
import type { Answer, PublicItem } from "@twiza/contract";
import { found, publicItem } from "@twiza/core";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { courseOfNineKinds } from "../house/course-of-nine-kinds.ts";
import { comeIn, openSuite, overflow, settled } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import * as walk from "./walk.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
let place: Awaited<ReturnType<typeof courseOfNineKinds>>;
beforeAll(async () => {
  front = await openFront(suite.house);
  place = await courseOfNineKinds(suite.house);
  const other = await suite.house.as(learners.certified.contact);
  await other.do("enrol", { body: { intentId: newIntent(), courseId: place.courseId } });
});
afterAll(() => front.close());

/** At the first question of the test, which asks in each of the ten ways that a test may. */
async function atTheTest(language: "ar" | "fr") {
  const words = wordsOf(language);
  const page = await comeIn(await suite.phone(language), learners.underWay.contact);
  await page.goto(`/learn/${place.courseId}/quiz`);
  await settled(page);
  const key = await walk.answerKey(suite.house, place.courseId);
  expect(new Set(key.items.map(({ question }) => question)).size).toBe(10);
  return { words, language, page, key };
}

test("every kind of question is answered by touch at 360 px in Arabic, what is there survives a reload, and the result says of each what counts", async () => {
  const at = await atTheTest("ar");
  const { page, words, key } = at;
  await button(page, words["quiz.start"]()).tap();
  await page.locator("main progress").waitFor();
  for (const _ of key.items.slice(1)) {
    expect(await overflow(page)).toBe(0);
    await walk.answerItem(at, key);
  }
  await page.reload();
  await button(page, words["quiz.continue"]()).tap();
  await walk.answerItem(at, key);
  await page.getByText(words["quiz.all"]()).waitFor();
  expect(await page.locator("main ol").innerText()).not.toContain("[[");
  await button(page, words["quiz.submit"]()).tap();
  await page.getByRole("heading", { name: words["quiz.passed"](), exact: true }).waitFor();
  await page.getByText(words["quiz.result"]({ percent: 100 })).waitFor();
  const told = await page.locator("main li .quiet").allInnerTexts();
  expect(new Set(told)).toEqual(
    new Set(
      (
        ["choice", "number", "short", "choices", "pairs", "neighbours", "gaps", "none"] as const
      ).map((rule) => words[`quiz.rule.${rule}`]()),
    ),
  );
});

test("every kind of question is answered by keyboard alone in French", async () => {
  const { page, words, key } = await atTheTest("fr");
  await button(page, words["quiz.start"]()).press("Enter");
  await page.locator("main progress").waitFor();
  const { courseId } = place;
  const visitor = await suite.house.as(learners.underWay.contact);
  const params = { courseId };
  for (let step = 0; step < key.items.length; step += 1) {
    const id = await page.evaluate((at) => {
      const kept = Object.keys(localStorage).find((each) => each.startsWith("twiza.sitting."));
      const sitting = JSON.parse(localStorage.getItem(kept ?? "") ?? "{}") as { attempt: { items: { id: string }[] } }; // prettier-ignore
      return sitting.attempt.items[at]?.id;
    }, step);
    const item = publicItem(found(key.items.find((each) => each.id === id)));
    await page.locator("main .options, main .answer, main [inputmode]").first().waitFor();
    await answerByKeys(page, item, found(key.answers.find(({ itemId }) => itemId === id)));
    await tabTo(page, page.locator("main .ways .on button"));
    const before = await page.locator("main progress").getAttribute("value");
    await page.keyboard.press("Enter");
    // Looked at once, the question that is left still stands there.
    await page.waitForFunction(
      (was) => document.querySelector("main progress")?.getAttribute("value") !== was,
      before,
    );
  }
  await page.getByText(words["quiz.all"]()).waitFor();
  await tabTo(page, button(page, words["quiz.submit"]()));
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: words["quiz.passed"](), exact: true }).waitFor();
  const { attempts } = await visitor.do("listAttempts", { params, query: {} });
  expect(attempts.map(({ percent }) => percent)).toContain(100);
});

/** Presses Tab until that has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${target.toString()}.`);
}

/** Gives an answer with Tab, arrows, Space, Enter and letters. */
async function answerByKeys(page: Page, item: PublicItem, answer: Answer): Promise<void> {
  const words = wordsOf("fr");
  const { keyboard } = page;
  const wordsIn = (list: PublicItem["options"] | undefined, id: string): string =>
    found(found(list?.find((each) => each.id === id)).text.fr);
  const write = async (field: Locator, text: string) => {
    await tabTo(page, field);
    await keyboard.type(text);
  };
  if ("number" in answer) await write(page.locator("main [inputmode]"), String(answer.number));
  else if ("text" in answer) await write(page.locator("main .answer input"), answer.text);
  else if ("pairs" in answer)
    for (const { option, pair } of answer.pairs)
      await write(page.getByLabel(wordsIn(item.options, option), { exact: true }), wordsIn(item.pairs, pair)); // prettier-ignore
  else if ("gaps" in answer)
    for (const [at, given] of answer.gaps.entries()) {
      const field = page.getByLabel(words["answers.gap"]({ number: at + 1 }), { exact: true });
      const choices = item.gaps?.find(({ name }) => name === given.gap)?.options;
      await write(field, "text" in given ? given.text : wordsIn(choices, given.option));
    }
  else if ("order" in answer)
    for (const [at, id] of answer.order.entries()) {
      const text = wordsIn(item.options, id);
      const up = button(page, `${words["answers.order.up"]()}: ${text}`);
      await tabTo(page, up);
      const steps = page.locator("main ol .text");
      while ((await steps.allInnerTexts()).indexOf(text) > at) await keyboard.press("Enter");
    }
  else if (await page.locator("main [type=checkbox]").first().isVisible())
    for (const id of answer.options) {
      await tabTo(page, page.locator(`main [type=checkbox][value="${id}"]`));
      await keyboard.press("Space");
    }
  else {
    await tabTo(page, page.locator("main [type=radio]").first());
    await keyboard.press("Space");
    for (const id of answer.options)
      while (!(await page.locator(`main [type=radio][value="${id}"]`).isChecked()))
        await keyboard.press("ArrowDown");
  }
}

test("a question of a rarer kind is practised out of a course that was downloaded, and a test that was taken along shows its pictures, without network", async () => {
  const words = wordsOf("fr");
  const phone = await suite.phone("fr", { through: front });
  const page = await comeIn(phone, learners.certified.contact);
  await page.goto(`/learn/${place.courseId}/quiz`);
  await button(page, words["quiz.take"]()).tap();
  await page.locator(".taken").waitFor();
  await page.goto(`/learn/${place.courseId}`);
  await button(page, words["download.start"]()).tap();
  await page.getByRole("dialog").locator(".actions button").last().tap();
  await page.locator(".control.ready").waitFor();
  await page.reload();
  await isWhole(page, "fr");

  suite.expects({ status: 0, path: /^\/api\// });
  await phone.setOffline(true);
  await page.goto(`/learn/${place.courseId}/${place.lessonId}`);
  const match = page.locator("form.question", { has: page.locator("select") }).first();
  await match.locator("select").nth(2).waitFor();
  const lists = await match.locator("select").all();
  for (const list of lists) await list.selectOption({ label: "filer" });
  await button(match, words["question.check"]()).tap();
  await match.getByText(words["answers.partly"]({ got: 1, of: lists.length })).waitFor();
  await button(match, words["question.again"]()).tap();
  for (const [at, label] of ["tondre", "filer", "tisser"].entries())
    await lists[at]?.selectOption({ label });
  await button(match, words["question.check"]()).tap();
  await match.getByText(words["feedback.right"](), { exact: true }).last().waitFor();

  await page.goto(`/learn/${place.courseId}/quiz`);
  await button(page, words["quiz.start"]()).tap();
  const shown = page.locator("main .options, main .answer, main [inputmode]").first();
  await shown.waitFor();
  while (!(await page.locator(".spot").first().isVisible())) {
    await walk.goOn({ page, language: "fr" });
    await shown.waitFor();
  }
  const img = page.locator("main .picture img");
  await expect.poll(() => img.evaluate((it: HTMLImageElement) => it.naturalWidth)).toBe(640);
});

/// <reference lib="dom" />
import { learners } from "@twiza/content";
import { Manifest } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import type { Locator } from "playwright-core";
import { describe, expect, test } from "vitest";
import { openSuite, settled } from "./browser.ts";
import { theCourse } from "./courses.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** A lesson as whoever is new opens it, with its first question of a kind. */
async function atQuestion(language: Language, lesson: number, input: string) {
  const words = wordsOf(language);
  const { lessons } = await theCourse(suite.house);
  const phone = await suite.phone(language);
  const page = await phone.newPage();
  await page.goto(lessons[lesson] ?? "");
  const question = page.locator(`form.question:has(input${input})`).first();
  await question.scrollIntoViewIfNeeded();
  const check = button(question, words["question.check"]());
  const feedback = question.locator(".feedback");
  return { words, phone, page, question, check, feedback };
}

/** Whether the answer stands on the page with the next picture that is painted after the tap. */
const answersAtOnce = (check: Locator): Promise<boolean> =>
  check.evaluate(async (button: HTMLElement) => {
    button.click();
    await new Promise(requestAnimationFrame);
    await new Promise(requestAnimationFrame);
    return document.querySelector("form.question .feedback .word") !== null;
  });

describe("L12: practice answers at once, also without network", () => {
  test.each(["ar", "zgh"] as const)(
    "right or not yet by sign and word, with the why, and she may try as often as she likes, in %s",
    async (language) => {
      const { words, phone, page, question, check, feedback } = await atQuestion(
        language,
        0,
        "[type=radio]",
      );
      suite.expects({ status: 0, path: /./ });
      await phone.setOffline(true);
      const verdicts: string[] = [];
      const options = question.locator("label");
      for (let option = 0; option < (await options.count()); option++) {
        await options.nth(option).tap();
        expect(await answersAtOnce(check)).toBe(true);
        expect(await feedback.locator(".sign svg").isVisible()).toBe(true);
        const word = await feedback.locator(".word").innerText();
        verdicts.push(word.trim());
        expect((await feedback.innerText()).length).toBeGreaterThan(word.length + 20);
        if (word.includes(words["feedback.right"]())) break;
        expect(word).toContain(words["feedback.wrong"]());
        await button(question, words["question.again"]()).tap();
        await feedback.waitFor({ state: "detached" });
      }
      expect(verdicts.at(-1)).toContain(words["feedback.right"]());
      expect(await page.locator("[role=alert]").count()).toBe(0);
    },
  );

  test.each(["ar", "fr"] as const)(
    "the graded test says beforehand how many questions, what is needed and how many tries are left, in %s",
    async (language) => {
      const words = wordsOf(language);
      const { contact } = learners.failedOnce;
      const { course, path } = await theCourse(suite.house);
      const { courseId } = course;
      const { triesLeft } = await (
        await suite.house.as(contact)
      ).do("readEnrolment", { params: { courseId } });
      const outline = await suite.house.anyone.fetch(`/content/${course.manifest}`);
      const manifest = Manifest.parse(await outline.json());
      const phone = await suite.phone(language);
      await suite.signIn(phone, contact);
      const page = await phone.newPage();
      await page.goto(`${path}/quiz`);
      await settled(page);
      const said = plain(await page.locator("main").innerText());
      for (const sentence of [
        words["quiz.questions"]({ count: manifest.quiz.draw ?? manifest.quiz.itemCount }),
        words["quiz.passMark"]({ percent: manifest.passMarkPercent }),
        words["quiz.tries"]({ count: triesLeft }),
        words["quiz.counts"](),
      ])
        expect(said).toContain(plain(sentence));
    },
  );
});

/** Without the signs that only say which way a text runs. */
const plain = (text: string): string =>
  text
    .replaceAll(/[\u2066-\u2069\u200E\u200F]/g, "")
    .replaceAll(/\s+/g, " ")
    .trim();

describe("L13: an answer in digits counts however it is written", () => {
  const ways: [string, Language][] = [
    ["1400", "fr"],
    ["1.400", "fr"],
    ["1 400,00", "fr"],
    ["1,400", "en"],
    ["١٤٠٠", "ar"],
    ["١٬٤٠٠٫٠٠", "ar"],
    ["1400", "zgh"],
  ];
  test.each(ways)("%s, in %s", async (written, language) => {
    const { words, page, question, check, feedback } = await atCapital(language);
    expect(await field(question).getAttribute("inputmode")).toBe("decimal");
    await field(question).fill(written);
    await check.tap();
    await feedback.getByText(words["feedback.right"](), { exact: true }).waitFor();
    expect(await page.locator("[aria-invalid=true]").count()).toBe(0);
  });

  test("what is no number is answered by a sentence with an example, stays where it was written, and is no answer yet", async () => {
    const { words, question, check, feedback } = await atCapital("ar");
    await field(question).fill("ألف وأربعمائة");
    await check.tap();
    const fault = question.getByRole("alert");
    const [before = "", after = ""] = words["question.number.unread"]({ example: "|" }).split("|");
    expect(plain(await fault.innerText())).toContain(plain(before));
    expect(plain(await fault.innerText())).toContain(plain(after));
    expect(await field(question).inputValue()).toBe("ألف وأربعمائة");
    expect(await feedback.count()).toBe(0);
    await field(question).fill("١٤٠٠");
    await check.tap();
    await feedback.getByText(words["feedback.right"](), { exact: true }).waitFor();
  });

  const atCapital = (language: Language) => atQuestion(language, 1, "[inputmode]");
  const field = (question: Locator) => question.locator("input[inputmode]");
});

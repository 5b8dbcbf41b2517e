import { CourseId, type Language, type Localized } from "@twiza/contract";
import { directionOf } from "@twiza/contract/where";
import { found, readQuiz } from "@twiza/core";
import type { BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { rightAnswers } from "../house/answers.ts";
import type { House } from "../house/house.ts";
import { settled } from "./browser.ts";
import { wordsOf } from "./words.ts";

/** A person on her way, as the steps below take her along. */
export type Walker = { readonly page: Page; readonly language: Language };

/** A control by its whole words; numbers and names in it may vary. */
export const button = (page: Page | Locator, name: string) =>
  page.getByRole("button", { name, exact: true });
export const link = (page: Page | Locator, name: string) =>
  page.getByRole("link", { name, exact: true });

/** Who the server says is here, by the cookie of the phone. */
export async function whoIsHere(house: House, phone: BrowserContext) {
  const cookie = (await phone.cookies()).find(({ name }) => name === "twiza")?.value;
  return house.withCookie(cookie).do("readMe", {});
}

/** The welcome, one tap on a language, and the courses in that language. */
export async function chooseLanguage({ page, language }: Walker): Promise<void> {
  await page.goto("/");
  await page.locator(`main a[lang="${language}"]`).tap();
  await page.waitForURL(/\/learn/);
  await settled(page);
  const root = page.locator("html");
  expect(await root.getAttribute("lang")).toBe(language);
  expect(await root.getAttribute("dir")).toBe(directionOf(language));
}

/** From the catalogue into a course, by its name. */
export async function openCourse({ page }: Walker, title: string): Promise<string> {
  await page.getByRole("link", { name: title }).first().tap();
  await page.waitForURL(/\/learn\/[^/?]+/);
  await settled(page);
  return /\/learn\/([^/?]+)/.exec(page.url())?.[1] ?? "";
}

/** Answers the first question of a lesson until it is right, as somebody does who tries each option. */
export async function practise({ page, language }: Walker): Promise<void> {
  const words = wordsOf(language);
  const question = page.locator("form.question:has(input[type=radio])").first();
  await question.scrollIntoViewIfNeeded();
  const options = question.locator("label");
  for (let option = 0; option < (await options.count()); option++) {
    await options.nth(option).tap();
    await button(question, words["question.check"]()).tap();
    const feedback = question.locator("[role=status]");
    await feedback.locator(".word").waitFor();
    expect((await feedback.innerText()).length).toBeGreaterThan(10);
    if (await feedback.getByText(words["feedback.right"](), { exact: true }).isVisible()) return;
    await button(question, words["question.again"]()).tap();
  }
  throw new Error("No option was right.");
}

/** Writes her contact, reads the code where it was sent to, in a page of its own, and comes back with it. */
async function signUp({ page, language }: Walker, contact: string): Promise<void> {
  const words = wordsOf(language);
  await page.locator("#contact").fill(contact);
  await button(page, words["signIn.send"]()).tap();
  await page.locator("#code").waitFor();
  await page.locator("#code").fill(await codeFor(page.context(), contact));
  await button(page, words["code.submit"]()).tap();
}

async function codeFor(context: BrowserContext, contact: string): Promise<string> {
  const outbox = await context.newPage();
  await outbox.goto("/dev/outbox");
  const message = await outbox.locator("article", { hasText: contact }).first().innerText();
  await outbox.close();
  return /\b\d{6,8}\b/.exec(message.replace(contact, ""))?.[0] ?? "";
}

/** The wish to enrol, signing in, the name, and back in the course as a learner of it. */
export async function enrol(walker: Walker, who: { contact: string; name: string }): Promise<void> {
  const { page, language } = walker;
  const words = wordsOf(language);
  await button(page, words["course.enrol"]()).tap();
  await page.waitForURL(/\/oidc\/|\/interaction\//);
  await signUp(walker, who.contact);
  await page.waitForURL(/\/learn\//);
  const name = page.getByLabel(words["enrol.name.label"]());
  await name.fill(who.name);
  await button(page, words["enrol.continue"]()).tap();
  await page.getByText(words["course.enrolled"](), { exact: true }).waitFor();
}

/** Scrolls through a lesson as a reader does, to its end. */
export async function readThrough({ page }: Walker): Promise<void> {
  const blocks = page.locator(".blocks > .block");
  await blocks.first().waitFor();
  for (let block = 0; block < (await blocks.count()); block += 2) {
    await blocks.nth(block).evaluate((element) => element.scrollIntoView({ block: "start" }));
    await page.waitForTimeout(40);
  }
}

/** Taps "finished", and returns where the one button on then leads. */
export async function finishLesson({ page, language }: Walker): Promise<string> {
  const words = wordsOf(language);
  await button(page, words["lesson.finish"]()).tap();
  await page.getByText(words["lesson.done"](), { exact: true }).waitFor();
  const on = link(page, words["lesson.next"]()).or(link(page, words["lesson.quiz"]()));
  return (await on.getAttribute("href")) ?? "";
}

/** The questions of a course with all their texts, and the right answers. */
export async function answerKey(house: House, courseId: string) {
  const { deps } = house.server;
  const id = CourseId.parse(courseId);
  const { entry } = found(await deps.store.courses.outline(id));
  const { items } = await readQuiz(deps, entry.value.content.quiz);
  return { items, answers: await rightAnswers(house, id) };
}
export type AnswerKey = Awaited<ReturnType<typeof answerKey>>;

/** Gives the answer of the key to the question on the screen, found by its own text; then goes on. */
export async function answerItem({ page, language }: Walker, key: AnswerKey): Promise<void> {
  const words = wordsOf(language);
  const heading = page.locator("h1");
  const asked = plain(await heading.innerText());
  const item = key.items.find(({ prompt }) => textsOf(prompt).includes(asked));
  const answer = key.answers.find(({ itemId }) => itemId === item?.id);
  if (!item || !answer) throw new Error(`Nobody knows the answer to “${asked}”.`);
  if ("number" in answer)
    await page.getByLabel(words["question.number"]()).fill(String(answer.number));
  else
    for (const { id, text } of item.options)
      if (answer.options.includes(id)) await tapOption(page, textsOf(text));
  await goOn({ page, language });
  await page.waitForFunction((before) => document.querySelector("h1")?.innerText !== before, asked);
}

/** Whether the question on the screen holds an answer: something chosen, or something written. Which it asks for is drawn by lot. */
export const isAnswered = (page: Page): Promise<boolean> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLInputElement>("main input")].some((input) =>
      input.type === "radio" || input.type === "checkbox" ? input.checked : input.value !== "",
    ),
  );

/** Leaves a question as it is. */
export async function goOn({ page, language }: Walker): Promise<void> {
  const words = wordsOf(language);
  await button(page, words["quiz.forward"]()).or(button(page, words["quiz.review"]())).tap();
}

/** From the first question to the look back before handing in. */
export async function answerAll(walker: Walker, key: AnswerKey): Promise<void> {
  await walker.page.locator("main progress").waitFor();
  for (const _ of key.items) await answerItem(walker, key);
  await walker.page
    .getByRole("heading", { name: wordsOf(walker.language)["quiz.review.title"]() })
    .waitFor();
}

async function tapOption(page: Page, texts: readonly string[]): Promise<void> {
  const labels = page.locator(".options label");
  const shown = (await labels.allInnerTexts()).map(plain);
  const at = shown.findIndex((text) => texts.includes(text));
  if (at < 0) throw new Error(`None of ${shown.join(" | ")} is ${texts.join(" | ")}.`);
  await labels.nth(at).tap();
}

/** What a text says in each of its languages, with its white space as a page shows it. */
const textsOf = (text: Localized): readonly string[] =>
  Object.values(text).flatMap((one: unknown) => (typeof one === "string" ? [plain(one)] : []));
const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

import {
  type Answer,
  CourseId,
  type Language,
  type Localized,
  type PublicItem,
} from "@twiza/contract";
import { directionOf } from "@twiza/contract/where";
import { found, publicItem, readManifest, readQuiz } from "@twiza/core";
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

/** Opens all that can be done with her first certificate. */
export async function openMore(page: Page, words: ReturnType<typeof wordsOf>): Promise<Locator> {
  await button(page, words["holding.more"]()).first().tap();
  const sheet = page.getByRole("dialog", { name: words["holding.more.title"](), exact: true });
  await sheet.waitFor();
  return sheet;
}

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
  await settled(page);
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
  const { manifest, quiz } = entry.value.content;
  const [{ items }, { quiz: named }] = await Promise.all([
    readQuiz(deps, quiz),
    readManifest(deps, manifest),
  ]);
  return {
    items,
    /** How many of them a sitting has. */
    asked: named.draw ?? items.length,
    answers: await rightAnswers(house, id),
  };
}
export type AnswerKey = Awaited<ReturnType<typeof answerKey>>;

/** Gives the answer of the key to the question on the screen, found by its own text; then goes on. */
export async function answerItem({ page, language }: Walker, key: AnswerKey): Promise<void> {
  const [item, answer] = await asked(page, key);
  await give({ page, language }, item, answer);
  await goOn({ page, language });
}

/** A text with gaps has no heading of its own: it stands beneath, with what is in them so far. */
async function asked(page: Page, key: AnswerKey) {
  const heading = plain(await page.locator("h1").innerText());
  await page.locator("main .answer, main .options, main input").first().waitFor();
  const shown = await page.locator("main .answer .prompt").allInnerTexts();
  const isAsked = (text: string) => [heading, ...shown.map(plain)].some((one) => likeGaps(text).test(one)); // prettier-ignore
  const item = key.items.find(({ prompt }) => textsOf(prompt).some(isAsked));
  const answer = key.answers.find(({ itemId }) => itemId === item?.id);
  if (!item || !answer) throw new Error(`Nobody knows the answer to “${heading}”.`);
  return [publicItem(item), answer] as const;
}
const likeGaps = (text: string): RegExp =>
  new RegExp(`^${RegExp.escape(text).replaceAll(/\\\[\\\[.\\\]\\\]/g, ".*")}$`, "u");

/** Gives an answer as somebody does who taps. */
async function give({ page, language }: Walker, item: PublicItem, answer: Answer) {
  const words = wordsOf(language);
  const wordsIn = (list: PublicItem["options"] | undefined, id: string): readonly string[] =>
    textsOf(found(list?.find((each) => each.id === id)).text);
  if ("number" in answer)
    await page.getByLabel(words["question.number"]()).fill(String(answer.number));
  else if ("text" in answer) await page.getByLabel(words["answers.short"]()).fill(answer.text);
  else if ("order" in answer)
    await putInOrder({ page, language }, answer.order.map((id) => wordsIn(item.options, id))); // prettier-ignore
  else if ("pairs" in answer)
    for (const { option, pair } of answer.pairs)
      await pick(labelled(page, wordsIn(item.options, option)), wordsIn(item.pairs, pair));
  else if ("gaps" in answer)
    for (const [at, given] of answer.gaps.entries()) {
      const field = page.getByLabel(words["answers.gap"]({ number: at + 1 }), { exact: true });
      const choices = item.gaps?.find(({ name }) => name === given.gap)?.options;
      if ("text" in given) await field.fill(given.text);
      else await pick(field, wordsIn(choices, given.option));
    }
  else if (item.question === "hotspot")
    for (const id of answer.options) await page.locator(`main .list label[for$="-${id}"]`).tap();
  else for (const id of answer.options) await tapOption(page, wordsIn(item.options, id));
}

/** The list of a match that stands beside these words, in whichever language they are shown. */
const labelled = (page: Page, texts: readonly string[]): Locator =>
  texts.map((text) => page.getByLabel(text, { exact: true })).reduce((one, other) => one.or(other));

async function pick(list: Locator, texts: readonly string[]): Promise<void> {
  const offered = (await list.locator("option").allInnerTexts()).map(plain);
  await list.selectOption({ index: offered.findIndex((text) => texts.includes(text)) });
}

/** Moves each step up to where it belongs; an order that was right at once is said to be. */
async function putInOrder({ page, language }: Walker, order: readonly (readonly string[])[]) {
  const words = wordsOf(language);
  const steps = page.locator("main ol > li");
  for (const [place, texts] of order.entries()) {
    const shown = (await steps.locator(".text").allInnerTexts()).map(plain);
    for (let at = shown.findIndex((text) => texts.includes(text)); at > place; at -= 1) {
      await steps.nth(at).locator(".ways button").first().tap();
      await expect.poll(() => steps.nth(at - 1).locator(".text").innerText()).toBe(shown.find((text) => texts.includes(text))); // prettier-ignore
    }
  }
  const keep = button(page, words["answers.order.keep"]());
  if (await keep.isVisible()) await keep.tap();
}

/** Whether the question on the screen holds an answer: something chosen, or something written. Which it asks for is drawn by lot. */
export const isAnswered = (page: Page): Promise<boolean> =>
  page.evaluate(
    () =>
      [
        ...document.querySelectorAll<HTMLInputElement | HTMLSelectElement>(
          "main input, main select",
        ),
      ].some((input) =>
        input.type === "radio" || input.type === "checkbox" ? input.checked : input.value !== "",
      ) ||
      // An order that is hers says so behind it.
      document.querySelector("main ol:has(.ways) ~ p.quiet") !== null,
  );

/** Leaves a question as it is. */
export async function goOn({ page, language }: Walker): Promise<void> {
  const words = wordsOf(language);
  const before = await page.locator("main progress").getAttribute("value");
  await button(page, words["quiz.forward"]()).or(button(page, words["quiz.review"]())).tap();
  // Whoever looks at once still sees the question that is left, and would pass over the next.
  await page.waitForFunction(
    (was) => document.querySelector("main progress")?.getAttribute("value") !== was,
    before,
  );
}

/** From the first question to the look back before handing in. */
export async function answerAll(walker: Walker, key: AnswerKey): Promise<void> {
  await walker.page.locator("main progress").waitFor();
  for (let at = 0; at < key.asked; at += 1) await answerItem(walker, key);
  await walker.page
    .getByRole("heading", { name: wordsOf(walker.language)["quiz.review.title"]() })
    .waitFor();
}

async function tapOption(page: Page, texts: readonly string[]): Promise<void> {
  const labels = page.locator(":is(.options, .scale) label");
  const shown = (await labels.allInnerTexts()).map(plain);
  const at = shown.findIndex((text) => texts.includes(text));
  if (at < 0) throw new Error(`None of ${shown.join(" | ")} is ${texts.join(" | ")}.`);
  await labels.nth(at).tap();
}

/** What a text says in each of its languages, with its white space as a page shows it. */
const textsOf = (text: Localized): readonly string[] =>
  Object.values(text).flatMap((one: unknown) => (typeof one === "string" ? [plain(one)] : []));
const plain = (text: string): string => text.replaceAll(/\s+/g, " ").trim();

import { staff } from "@twiza/content";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { beginFirst, fillFirst } from "../house/new-trainer.ts";
import { bringPicture } from "../house/pictures.ts";
import { openSuite, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const contact = staff.secondTrainer.contact;
const words = wordsOf("fr");
const MOST_TABS = 120;

async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${wanted.toString()} is out of the keyboard's reach.`);
}
async function press(page: Page, wanted: Locator): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.press("Enter");
}
async function type(page: Page, wanted: Locator, text: string): Promise<void> {
  await tabTo(page, wanted);
  await page.keyboard.type(text);
}
/** Chooses what kind of question it is. */
async function become(page: Page, within: Locator, kind: string): Promise<void> {
  await press(page, within.getByRole("button", { name: words["studio.question.kind"]() }).first());
  await press(page, within.getByRole("button", { name: kind }).last());
}

async function desk() {
  const trainer = await suite.house.as(contact);
  const place = await beginFirst(trainer, "Peser le miel");
  await fillFirst(trainer, place);
  const page = await suite.pageOf(await suite.desk("fr"), contact);
  return { trainer, place, page };
}

test("a trainer writes a question with gaps and one about a picture by keyboard alone, has two of three drawn, and publishes them", async () => {
  await bringPicture(suite.house, contact, { width: 64, height: 40 });
  const { trainer, place, page } = await desk();
  const params = { courseId: place.courseId };
  await page.goto(`/office/courses/${place.courseId}/test`);
  await settled(page);
  const sheet = page.locator("dialog[open]").first();
  const field = (name: string) => sheet.getByLabel(name, { exact: true });
  const save = async () => {
    await press(page, button(sheet, words["items.save"]()));
    await page.locator("dialog[open]").waitFor({ state: "detached" });
  };

  await press(page, button(page, words["items.add"]()));
  await become(page, sheet, words["studio.question.cloze"]());
  await type(page, field(words["studio.question.prompt"]()), "On vend le miel");
  await page.keyboard.press("Control+Shift+ArrowLeft");
  await press(page, button(sheet, words["questionForms.cloze.make"]()));
  const wordOf = (number: number) => field(words["questionForms.cloze.word"]({ number, gap: "a" }));
  // A wrong word beside it makes a list of the gap.
  await press(page, sheet.getByRole("button", { name: words["questionForms.cloze.add"]() }));
  await type(page, wordOf(2), "sel");
  await sheet.getByText(words["questionForms.cloze.chosen"]()).waitFor();
  await save();

  await press(page, button(page, words["items.add"]()));
  await become(page, sheet, words["studio.question.hotspot"]());
  await type(page, field(words["studio.question.prompt"]()), "Où est le couvercle ?");
  await press(page, button(sheet, words["items.save"]()));
  await sheet.getByText(words["questionForms.fault.few_options"]()).waitFor();
  await press(page, button(sheet, words["studio.picture.choose"]()));
  const picker = page.locator("dialog[open]").last();
  await press(page, picker.getByRole("tab", { name: words["media.device"]() }));
  await page.keyboard.press("ArrowRight");
  await press(page, picker.getByRole("button", { name: /scales\.png/ }).first());
  await type(page, field(words["studio.picture.alt"]()), "Un pot de miel");
  for (const [at, text] of ["Le couvercle", "Le fond"].entries()) {
    await press(page, button(sheet, words["questionForms.spot.add"]()));
    for (const key of ["ArrowUp", "ArrowRight", "ArrowDown"].slice(2 * at))
      await page.keyboard.press(key);
    await type(page, field(words["questionForms.spot.words"]({ number: at + 1 })), text);
  }
  await save();
  await page.reload();
  await settled(page);

  await tabTo(page, page.getByRole("radio", { name: /^Les 3$/ }));
  await page.keyboard.press("ArrowRight");
  await type(page, page.getByLabel(words["items.draw.count"]({ all: 3 })), "2");
  await page.getByText(words["items.draw.said"]({ count: 2, all: 3 })).waitFor();
  await press(page, button(page, words["items.draw.save"]()).first());
  await expect.poll(async () => (await trainer.do("readItems", { params })).draw).toBe(2);
  const { items } = await trainer.do("readItems", { params });
  expect(items.slice(1)).toMatchObject([
    {
      question: "cloze",
      credit: "part",
      prompt: { fr: "On vend le [[a]]" },
      options: [
        { text: { fr: "miel" }, right: true, gap: "a" },
        { text: { fr: "sel" }, right: false, gap: "a" },
      ],
    },
    {
      question: "hotspot",
      picture: { alt: { fr: "Un pot de miel" } },
      options: [
        { text: { fr: "Le couvercle" }, right: true, spot: { x: 510, y: 500 } },
        { text: { fr: "Le fond" }, right: false, spot: { x: 500, y: 510 } },
      ],
    },
  ]);

  await page.goto(`/office/courses/${place.courseId}`);
  await settled(page);
  await press(page, button(page, words["office.publish.open"]()));
  await type(page, sheet.getByLabel(words["office.publish.note"]()), "La première.");
  await press(page, button(sheet, words["office.publish.do"]({ version: 1 })));
  await page.getByText(words["office.publish.done"]({ version: 1 })).waitFor();
});

test("a question of practice becomes one with pairs in a lesson, keeps its words through undo, redo and a reload, and tells what it lacks", async () => {
  const { trainer, place, page } = await desk();
  await page.goto(`/office/courses/${place.courseId}/lessons/${place.lessonId}?language=fr`);
  const practice = page.locator("#practice");
  await become(page, practice, words["studio.question.match"]());
  await practice.getByText(words["questionForms.fault.no_pair"]()).waitFor();
  for (const [at, text] of ["La tondre", "La laver"].entries())
    await type(page, practice.getByLabel(words["questionForms.match.pair"]({ number: at + 1 })), text); // prettier-ignore
  await practice.getByText(words["questionForms.fault.no_pair"]()).waitFor({ state: "detached" });
  const pair = practice.getByLabel(words["questionForms.match.pair"]({ number: 2 }));
  await press(page, page.getByRole("button", { name: new RegExp(`^${words["studio.undo"]()}`) }));
  // All that came in one go is one step.
  const isThere = async () => (await pair.count()) === 1 && (await pair.inputValue()) === "La laver"; // prettier-ignore
  await expect.poll(isThere).toBe(false);
  await press(page, page.getByRole("button", { name: new RegExp(`^${words["studio.redo"]()}`) }));
  await expect.poll(isThere).toBe(true);
  await page.locator(".status.saved").waitFor();
  await page.reload();
  await expect.poll(isThere).toBe(true);
  const { words: texts } = await trainer.do("readDraftLesson", {
    params: place,
    query: { language: "fr" },
  });
  expect(texts[0]?.texts["practice"]?.block).toMatchObject({
    question: "match",
    credit: "part",
    options: [
      { text: "Sèche", pair: "La tondre", right: true },
      { text: "Mouillée", pair: "La laver", right: true },
    ],
  });
});

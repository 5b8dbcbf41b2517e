import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newTrainer } from "../house/new-trainer.ts";
import { openSuite, overflow, settled } from "./browser.ts";
import { button, link } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const words = wordsOf("fr");
const guide = (page: Page) => page.locator("section[aria-labelledby=tour]");
/** The guide says how many steps are done. */
const done = (page: Page, count: number): Promise<void> =>
  guide(page)
    .getByText(words["tour.count"]({ done: count, total: 7 }))
    .waitFor();
/** Taps the one button of the guide, which leads to the next step. */
async function on(
  page: Page,
  step: "course" | "words" | "picture" | "practice" | "preview" | "test" | "publish",
): Promise<void> {
  // prettier-ignore
  await guide(page).locator(".next-step strong", { hasText: words[`tour.step.${step}`]() }).waitFor(); // prettier-ignore
  await button(guide(page), words["tour.go"]()).tap();
}
/** Where the guide led: the field that takes what is typed. */
const pointed = (page: Page, selector: string): Promise<unknown> =>
  page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);

test("who has only ever used WhatsApp is led, on a small phone, to a published lesson that a learner opens without an account", async () => {
  const contact = await newTrainer(suite.house, { name: "Mounia Rami", contact: "mounia@example.org" }); // prettier-ignore
  const page = await suite.pageOf(await suite.phone("fr"), contact);
  await page.goto("/office/courses");
  await settled(page);
  const dialog = page.locator("dialog[open]");

  await on(page, "course");
  await dialog.locator("textarea").first().fill("Tondre les moutons");
  await dialog.locator("textarea").last().fill("Tondre sans blesser l’animal.");
  await button(dialog, words["making.do"]()).tap();
  await page.waitForURL(/\/office\/courses\/crs_/);
  const courseId = /crs_[0-9a-f]{32}/.exec(page.url())?.[0] ?? "";
  await done(page, 1);

  await on(page, "words");
  await page.waitForURL(/\/lessons\/les_/);
  await pointed(page, "[contenteditable=true]");
  await page.keyboard.type("Choisissez un jour sec. La laine mouillée pourrit.");
  await done(page, 2);
  expect(await overflow(page)).toBe(0);

  // The guide is out of sight by now: the way on is offered where she writes.
  await button(guide(page), words["tour.step.picture"]()).tap();
  await pointed(page, "#picture button");
  await page.keyboard.press("Enter");
  const drawn = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 400);
    canvas.getContext("2d")?.fillRect(60, 60, 300, 200);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const file = { name: "mouton.png", mimeType: "image/png", buffer: Buffer.from(drawn) };
  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.locator("textarea[lang=fr], input[lang=fr]").last().fill("Un mouton assis");
  await dialog.getByRole("button", { name: words["media.keep"]() }).tap();
  await dialog.waitFor({ state: "hidden" });
  await done(page, 3);

  // What is done is told by the course itself, also after a reload.
  await page.locator(".status.saved").waitFor();
  await page.reload();
  await done(page, 3);
  await on(page, "practice");
  await pointed(page, "#practice [contenteditable=true]");
  await page.keyboard.type("Quand tond-on ?");
  const practice = page.locator("#practice");
  const addAnswer = button(practice, words["studio.question.add"]());
  for (const answer of ["Par temps sec", "Sous la pluie"]) {
    await addAnswer.tap();
    await pointed(page, "#practice li:last-child textarea");
    await page.keyboard.type(answer);
  }
  await practice.getByLabel(words["studio.question.right"]()).first().check();
  await done(page, 4);

  await on(page, "preview");
  await page.locator(".phone .block").first().waitFor();
  await done(page, 5);
  await page.locator(".status.saved").waitFor();

  await on(page, "test");
  await dialog.locator("textarea").first().fill("Peut-on tondre sous la pluie ?");
  for (const [at, answer] of ["Non", "Oui"].entries()) {
    const label = words["studio.question.answer"]({ number: at + 1 });
    await dialog.getByLabel(label, { exact: true }).fill(answer);
  }
  await dialog.getByLabel(words["studio.question.right"]()).first().check();
  await button(dialog, words["items.save"]()).tap();
  await done(page, 6);

  await on(page, "publish");
  await dialog.getByLabel(words["office.publish.note"]()).fill("La première.");
  await button(dialog, words["office.publish.do"]({ version: 1 })).tap();
  const address = guide(page).locator(`a[href="/learn/${courseId}"]`);
  await address.waitFor();
  await pointed(page, "#tour");
  expect(await overflow(page)).toBe(0);
  const whatsApp = await link(guide(page), words["tour.whatsapp"]()).getAttribute("href");
  const sent = new URL(whatsApp ?? "").searchParams.get("text")?.split("\n").at(-1) ?? "";
  expect(sent).toBe(`${suite.house.origin}/learn/${courseId}`);

  // Closed, it does not come by itself again, but from Help.
  await button(guide(page), words["tour.close"]()).tap();
  await guide(page).waitFor({ state: "detached" });
  await page.goto("/office/courses");
  await settled(page);
  expect(await guide(page).count()).toBe(0);
  await page.goto("/help");
  await link(page, words["tour.again"]()).tap();
  await address.waitFor();

  const learner = await (await suite.phone("fr")).newPage();
  await learner.goto(sent);
  await settled(learner);
  await learner.getByRole("link", { name: "Tondre les moutons" }).first().tap();
  await learner.getByText("Choisissez un jour sec.").waitFor();
  await learner.getByRole("img", { name: "Un mouton assis" }).waitFor();
});

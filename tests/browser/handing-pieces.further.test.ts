import { readFileSync } from "node:fs";
import { found } from "@twiza/core";
import { staff } from "@twiza/content";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { somePdf } from "../house/documents.ts";
import { assignmentOf, openHanding } from "../house/handing.ts";
import { openSuite, overflow, settled } from "./browser.ts";
import { filmed } from "./filmed.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const LEARNER = "itto.voice@example.org";
const TITLE = "L’hygiène, de vive voix";
const words = wordsOf("fr");
/** To make a video small takes its time. */
const FILMED = { timeout: 90_000 };
const FILE = { name: "nettoyage.pdf", mimeType: "application/pdf", buffer: somePdf("Nettoyage") };

/** Says something for some seconds, and takes it. */
async function record(page: Page, within: Locator): Promise<void> {
  await button(within, words["recorder.start"]()).click();
  await expect.poll(() => within.getByRole("timer").innerText()).toBe("0:02");
  await button(within, words["recorder.stop"]()).click();
  await button(within, words["recorder.take"]()).click();
  await page.getByRole("timer").waitFor({ state: "detached" });
}
/** Whether it can be played, and for how long. */
const secondsOf = (player: Locator): Promise<number> =>
  player.evaluate((it: HTMLMediaElement) => (it.readyState > 0 ? it.duration : 0));

/** Her work on a phone: recorded, filmed and chosen, one piece taken out again, and all of it still there after a reload. */
async function addAll(page: Page): Promise<void> {
  const main = page.locator("main");
  await button(main, words["work.voice.record"]()).tap();
  await record(page, page.locator("dialog[open]"));
  await main.locator("audio").waitFor();
  const pick = (accept: string) => main.locator(`input[type=file][accept*="${accept}"]`);
  await pick("pdf").setInputFiles({ ...FILE, name: "prix.exe", buffer: Buffer.from("MZ") });
  await main.getByRole("alert").locator("p").waitFor();
  await pick("pdf").setInputFiles(FILE);
  const what = words["work.piece.file"]({ number: 1 });
  await button(main, words["work.remove"]({ what })).tap();
  await main.getByRole("link", { name: FILE.name }).waitFor({ state: "detached" });
  await pick("pdf").setInputFiles(FILE);
  await main.getByRole("link", { name: FILE.name }).waitFor();
  const film = { name: "geste.webm", mimeType: "video/webm", buffer: await filmed(page) };
  await pick("video").setInputFiles(film);
  await main.locator("video").waitFor(FILMED);
  expect(await overflow(page)).toBe(0);
  await page.reload();
  for (const kind of ["audio", "video"])
    await expect.poll(() => secondsOf(main.locator(kind))).toBeGreaterThan(1);
  await main.getByRole("link", { name: FILE.name }).waitFor();
}

test("a voice, a video and a file are added on a phone, kept over a reload and handed in; whoever marks hears, watches and saves them, and what she says to them by voice is heard", async () => {
  const work = assignmentOf(TITLE, { takes: ["voice", "video", "file"] });
  const { courseId, cohortId } = await openHanding(suite.house, [LEARNER], [work]);
  const phone = await suite.pageOf(await suite.phone("fr"), LEARNER);
  await phone.goto(`/courses/${courseId}`);
  await phone.getByRole("link", { name: TITLE }).last().tap();
  await addAll(phone);
  await phone.locator("main button", { hasText: words["work.handIn"]() }).tap();
  await phone.getByRole("dialog").getByRole("button", { name: words["work.now"]() }).tap();
  await phone.getByText(words["work.state.waiting"]()).first().waitFor();
  const learner = await suite.house.as(LEARNER);
  const own = () => learner.do("listOwnSubmissions", { params: { courseId }, query: {} });
  await expect.poll(async () => (await own()).submissions.length).toBe(1);
  const submission = found((await own()).submissions[0]);
  expect(submission.proofs.map(({ kind }) => kind).sort()).toEqual(["file", "video", "voice"]);

  const desk = await suite.pageOf(await suite.desk("fr"), staff.trainer.contact);
  await desk.goto(`/office/cohorts/${cohortId}/work/${submission.id}`);
  await settled(desk);
  const load = desk.getByRole("button", { name: words["marking.load"]() });
  expect(await load.count()).toBe(3);
  for (let left = 3; left > 0; left -= 1) {
    await load.first().click();
    await expect.poll(() => load.count()).toBe(left - 1);
  }
  for (const kind of ["audio", "video"])
    await expect.poll(() => secondsOf(desk.locator(kind))).toBeGreaterThan(1);
  const saving = desk.waitForEvent("download");
  await button(desk, words["marking.file.save"]()).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe(FILE.name);
  expect(readFileSync(await saved.path())).toEqual(FILE.buffer);

  for (const [at, digit] of ["3", "2"].entries()) {
    await desk.getByRole("radiogroup").nth(at).getByRole("radio").first().focus();
    await desk.keyboard.press(digit);
  }
  await button(desk, words["marking.speak"]()).click();
  await record(desk, desk.locator("main"));
  await button(desk, words["marking.speak.remove"]()).waitFor();
  await button(desk, words["marking.send"]()).click();
  await desk.getByText(words["marking.sent.marked"]()).waitFor();

  await phone.reload();
  await phone.locator("main button", { hasText: words["work.voice"]() }).tap();
  const answer = phone.locator(`audio[aria-label="${words["work.voice"]()}"]`);
  await expect.poll(() => secondsOf(answer)).toBeGreaterThan(1);
});

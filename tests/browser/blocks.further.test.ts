import { readFileSync } from "node:fs";
import { learners, staff } from "@twiza/content";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { somePdf } from "../house/documents.ts";
import { comeIn, openSuite, overflow, settled } from "./browser.ts";
import { type Front, openFront } from "./front.ts";
import { isWhole } from "./kept.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
let front: Front;
beforeAll(async () => {
  front = await openFront(suite.house);
});
afterAll(() => front.close());

/** The lesson that explains a word and hands a sheet out: the course, and its place in it. */
async function theLesson() {
  const { courses } = await suite.house.anyone.do("listCatalogue", { query: {} });
  const course = courses.find(({ title }) => title.en?.startsWith("Keep the cash"));
  const outline = await suite.house.anyone.fetch(`/content/${course?.manifest ?? ""}`);
  const ids = [...new Set((await outline.text()).match(/les_[0-9a-f]{32}/g))];
  return { courseId: course?.courseId ?? "", lessonId: ids[2] ?? "" };
}

/** What is saved: how it is called, and what is in it. */
async function saved(page: Page, name: string) {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name }).tap(),
  ]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

test("a word is explained and a document saved out of a course that was downloaded, though its lesson was never opened", async () => {
  const words = wordsOf("fr");
  const { courseId, lessonId } = await theLesson();
  const phone = await suite.phone("fr", { through: front });
  const page = await comeIn(phone, learners.underWay.contact);
  await page.goto(`/learn/${courseId}`);
  await button(page, words["download.start"]()).tap();
  await page.getByRole("dialog").locator(".actions button").last().tap();
  await page.locator(".control.ready").waitFor();
  await page.reload();
  await isWhole(page, "fr");

  suite.expects({ status: 0, path: /^\/api\// });
  await phone.setOffline(true);
  await page.goto(`/learn/${courseId}/${lessonId}`);
  expect(await page.locator("dfn").innerText()).toBe("Solde");
  const sheet = await saved(page, words["blocks.file.save"]());
  expect(sheet.name).toBe("Feuille-de-caisse-à-remplir.csv");
  expect(sheet.bytes.toString("utf8")).toMatch(/^\uFEFFN°;Date;/);
  await page.getByText(words["blocks.file.saved"]()).waitFor();
  expect(await overflow(page)).toBe(0);
});

test("pictures are turned and compared by keys from right to left, a newer block says so, and what cannot come is told until it does", async () => {
  const words = wordsOf("ar");
  const page = await (await suite.phone("ar")).newPage();
  await page.goto("/dev/components");
  await page.getByText(words["blocks.unknown"]()).waitFor();
  const place = (number: number) =>
    page.getByText(words["blocks.gallery.place"]({ number, total: 3 })).waitFor();
  await button(page, words["blocks.gallery.next"]()).tap();
  await place(2);
  await button(page, words["blocks.gallery.next"]()).tap();
  await place(3);
  await button(page, words["blocks.gallery.next"]()).tap();
  await place(1);
  const over = page.locator(".compare img.over");
  const clip = () => over.evaluate((picture) => getComputedStyle(picture).clipPath);
  // Lines begin on the right: what was before is seen there.
  expect(await clip()).toBe("inset(0px 0px 0px 50%)");
  await page.getByLabel(words["blocks.compare.slide"]()).press("ArrowLeft");
  await expect.poll(clip).toBe("inset(0px 0px 0px 45%)");

  const manifest = readFileSync("web/.svelte-kit/output/client/.vite/manifest.json", "utf8");
  const { file } = (JSON.parse(manifest) as Record<string, { file: string }>)["src/lib/blocks/More.svelte"] ?? {}; // prettier-ignore
  const other = await (await suite.phone("ar")).newPage();
  suite.expects({ status: 0, path: /\/immutable\/chunks\// });
  await other.route(`**/${file ?? "-"}`, (route) => route.abort());
  await other.goto("/dev/components");
  const told = other.locator("p", { hasText: words["error.offline"]() });
  const again = told.first().locator("xpath=following-sibling::button[1]");
  await again.waitFor();
  await other.unrouteAll({ behavior: "wait" });
  await again.tap();
  await other.locator("dfn").waitFor();
});

test("T3: a document is brought for a block and called as its file; a picture that only decorates asks for no words", async () => {
  const words = wordsOf("fr");
  const { courseId, lessonId } = await theLesson();
  const page = await suite.pageOf(await suite.desk("fr"), staff.secondTrainer.contact);
  await page.goto(`/office/courses/${courseId}/lessons/${lessonId}`);
  await page.locator("[data-slots] .frame").first().waitFor();
  await settled(page);
  await button(page, words["studio.add"]()).first().click();
  await page.getByRole("dialog").getByRole("button", { name: words["studio.kind.file"]() }).click();
  const fresh = page.locator("[data-slots] > .frame").first();
  await button(fresh, words["studio.file.choose"]()).click();
  const dialog = page.locator("dialog[open]");
  await button(dialog, words["media.pick.file"]()).waitFor();
  const file = { name: "Bordereau.pdf", mimeType: "application/pdf", buffer: somePdf() };
  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.getByRole("button", { name: words["media.keep"]() }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => fresh.getByLabel(words["blockForms.title"]()).inputValue()).toBe("Bordereau"); // prettier-ignore
  const picture = page.locator("[data-slots] > .frame").filter({ has: page.locator("img") });
  await picture.getByLabel(words["studio.picture.decorative"]()).check();
  expect(await picture.getByLabel(words["studio.picture.alt"]()).count()).toBe(0);
  await page.locator(".status.saved").waitFor();

  const params = { courseId, lessonId };
  const trainer = await suite.house.as(staff.secondTrainer.contact);
  const { lesson, words: kept } = await trainer.do("readDraftLesson", { params, query: { language: "fr" } }); // prettier-ignore
  const blocks = Object.values(kept[0]?.texts ?? {}).map(({ block }) => block);
  const sent = blocks.find((block) => block.kind === "file" && block.title === "Bordereau");
  expect(sent).toMatchObject({ media: { type: "application/pdf" } });
  expect(lesson.places.filter(({ wordless }) => wordless).map(({ kind }) => kind)).toEqual(["picture"]); // prettier-ignore
});

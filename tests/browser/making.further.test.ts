import { readFileSync } from "node:fs";
import { staff } from "@twiza/content";
import { inLanguage } from "@twiza/contract/where";
import { readArchive, writtenWords } from "@twiza/exchange/archive";
import { readMarkdownFile } from "@twiza/exchange/markdown";
import { readQti } from "@twiza/exchange/qti";
import { readQuestionsCsv } from "@twiza/exchange/questions";
import { expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { addLanguage, WOLOF, writeIn } from "../house/other-language.ts";
import { comeIn, openSuite, overflow, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const author = staff.secondTrainer.contact;

test("T6: a trainer begins a course and stands in it; a module is made twice and taken back, and copied into another course", async () => {
  const words = wordsOf("fr");
  const page = await comeIn(await suite.desk("fr"), author);
  await page.goto("/office/courses");
  await settled(page);
  await button(page, words["office.course.new"]()).click();
  const sheet = page.getByRole("dialog");
  await sheet.locator("textarea").fill("Tondre les moutons");
  expect(await overflow(page)).toBe(0);
  await button(sheet, words["making.do"]()).click();
  await page.waitForURL(/\/office\/courses\/crs_/);
  await page.getByRole("heading", { level: 1, name: "Tondre les moutons" }).waitFor();
  const modules = page.locator(".module");
  await modules.first().waitFor();
  expect(await modules.first().locator("li[data-slot]").count()).toBe(2);

  const act = async (name: string): Promise<void> => {
    await modules.first().getByRole("button", { name: words["studio.more"]() }).first().click();
    await button(sheet, name).click();
  };
  await act(words["studio.duplicate"]());
  await expect.poll(() => modules.count()).toBe(2);
  await expect.poll(() => modules.nth(1).locator("li[data-slot]").count()).toBe(2);
  await page.locator(".toast, [role=status]").getByRole("button").first().click();
  await expect.poll(() => modules.count()).toBe(1);

  await act(words["studio.copyInto"]());
  const cashBook = sheet.getByRole("button", { name: "Tenir le cahier de caisse" });
  await cashBook.click();
  await page
    .getByText(words["making.copy.done"]({ course: "Tenir le cahier de caisse" }))
    .waitFor();
  const trainer = await suite.house.as(author);
  const { courses } = await trainer.do("listCourses", {});
  const other = courses.find(({ title }) => title.fr === "Tenir le cahier de caisse");
  const params = { courseId: other?.id ?? "" };
  const { outline } = await trainer.do("readDraft", { params });
  expect(outline.modules.at(-1)).toMatchObject({ title: {}, lessonIds: { length: 2 } });
});

test("A course goes out as a file and comes in as another, after its author has seen what is in it, added languages too", async () => {
  const words = wordsOf("ar");
  const page = await comeIn(await suite.desk("ar"), author);
  const trainer = await suite.house.as(author);
  const before = (await trainer.do("listCourses", {})).courses;
  const mine = before.find(({ mayEdit, version }) => mayEdit && version !== undefined);
  await addLanguage(suite.house, WOLOF);
  await writeIn(trainer, mine?.id ?? "", [WOLOF.language]);
  const [first] = (await trainer.do("readDraft", { params: { courseId: mine?.id ?? "" } })).lessons;
  const wolof = [{ key: "title", base: 0, block: { kind: "title" as const, text: "Xorom" } }];
  await trainer.do("saveDraftLesson", {
    params: { courseId: mine?.id ?? "", lessonId: first?.id ?? "" },
    body: { intentId: newIntent(), language: WOLOF.language, commands: [], texts: wolof },
  });
  await page.goto(`/office/courses/${mine?.id ?? ""}`);
  await page.locator(".module").first().waitFor();
  await settled(page);
  await button(page, words["studio.takeOut"]()).click();
  const sheet = page.getByRole("dialog");
  const coming = page.waitForEvent("download");
  await button(sheet, words["making.out.do"]()).click();
  const file = await (await coming).path();
  // As if another Twiza had it, which lacks the drawings.
  const { media } = await readArchive(new Blob([readFileSync(file)]), { wordsOf: writtenWords });
  const drawings = media.filter(({ type }) => type === "image/svg+xml").map(({ hash }) => hash);
  suite.expects({ status: 404, path: /^\/content\// });
  await page.route(/\/content\//, (route) => {
    const isAsked = route.request().method() === "HEAD";
    const isDrawing = drawings.some((hash) => route.request().url().includes(hash));
    return isAsked && isDrawing ? route.fulfill({ status: 404 }) : route.fallback();
  });

  await page.goto("/office/courses");
  await settled(page);
  await button(page, words["office.course.new"]()).click();
  await sheet.getByRole("radio", { name: words["making.begin.file"]() }).check();
  await sheet.locator("input[type=file]").setInputFiles(file);
  await sheet.getByText(words["making.never"]()).waitFor();
  await sheet.locator(".languages").getByText(WOLOF.name, { exact: true }).waitFor();
  expect(drawings.length).toBeGreaterThan(0);
  await sheet.getByText(words["making.drawings"]({ count: drawings.length })).waitFor();
  expect(await overflow(page)).toBe(0);
  expect((await trainer.do("listCourses", {})).courses).toHaveLength(before.length);
  await button(sheet, words["making.bring"]()).click();
  // Every lesson, recording and drawing of a course is looked into, one after the other.
  await page.waitForURL(/\/office\/courses\/crs_/, { timeout: 60_000 });
  const courseId = /crs_[0-9a-f]{32}/.exec(page.url())?.[0] ?? "";
  expect(before.some(({ id }) => id === courseId)).toBe(false);
  const standings = async (id: string) => {
    const { lessons } = await trainer.do("readDraft", { params: { courseId: id } });
    return lessons.map(({ title, standing }) => ({ title, standing }));
  };
  expect(await standings(courseId)).toEqual(await standings(mine?.id ?? ""));
  const { items } = await trainer.do("listMedia", { query: { kind: "picture" } });
  const drawn = items.filter(({ name }) => drawings.some((hash) => name.startsWith(hash.slice(0, 12)))); // prettier-ignore
  expect(drawn).toHaveLength(drawings.length);
  expect(drawn).toEqual(drawn.map((item) => ({ ...item, kind: "picture", width: 1280 })));
});

test("Lessons go out as text and questions as a table and as QTI, in a language, and are the same when they are read again", async () => {
  const words = wordsOf("fr");
  const page = await comeIn(await suite.desk("fr"), author);
  const trainer = await suite.house.as(author);
  const { courses } = await trainer.do("listCourses", {});
  const courseId = courses.find(({ mayEdit, version }) => mayEdit && version !== undefined)?.id;
  const params = { courseId: courseId ?? "" };
  const sheet = page.getByRole("dialog");
  const download = async (name: string): Promise<Buffer> => {
    const coming = page.waitForEvent("download");
    await button(sheet, name).click();
    return readFileSync(await (await coming).path());
  };

  await page.goto(`/office/courses/${params.courseId}`);
  await page.locator(".module").first().waitFor();
  await settled(page);
  await button(page, words["studio.takeOut"]()).click();
  await sheet.getByText(words["making.out.text"](), { exact: true }).click();
  await sheet.getByRole("radio", { name: "العربية" }).check();
  await sheet.getByText(words["making.text.languages"]()).waitFor();
  expect(await overflow(page)).toBe(0);
  const lessons = await readMarkdownFile(await download(words["making.out.text.do"]()));
  const draft = await trainer.do("readDraft", { params });
  const ids = draft.outline.modules.flatMap(({ lessonIds }) => lessonIds);
  // A lesson that nobody has written in any language has nothing to take out.
  const titles = ids.map((id) => inLanguage(draft.lessons.find((line) => line.id === id)?.title ?? {}, "ar").text); // prettier-ignore
  expect(lessons.lessons.map(({ title }) => title)).toEqual(titles.filter(Boolean));

  await page.goto(`/office/courses/${params.courseId}/test`);
  await settled(page);
  await button(page, words["items.takeOut"]()).click();
  await sheet.getByText(words["making.questions.csv"](), { exact: true }).click();
  expect(await overflow(page)).toBe(0);
  const all = await trainer.do("readItems", { params });
  // No table shows a picture to answer on.
  const items = all.items.filter(({ question }) => question !== "hotspot");
  const table = await download(words["making.questions.do"]({ count: items.length }));
  const { lessons: read } = await readQuestionsCsv(table);
  const rights = read.flatMap(({ blocks }) => blocks).map((block) => (block.kind === "question" ? block.options.map(({ right }) => right) : [])); // prettier-ignore
  expect(rights).toEqual(items.map(({ options }) => options.map(({ right }) => right)));

  await button(page, words["items.takeOut"]()).click();
  await sheet.getByText(words["making.questions.qti"](), { exact: true }).click();
  const count = all.items.length;
  const qti = await readQti(await download(words["making.questions.do"]({ count })));
  const kinds = qti.lessons.flatMap(({ blocks }) => blocks).map((block) => block.kind === "question" && block.question); // prettier-ignore
  expect(kinds).toEqual(all.items.map(({ question }) => question));
});

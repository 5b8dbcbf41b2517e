import { staff } from "@twiza/content";
import { readFile } from "node:fs/promises";
import type { DraftBlock } from "@twiza/contract";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { comeIn, openSuite, overflow, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const SIGN = "ⵣⵣⵣ ";
const FRESH = "fresh";

const textOf = (text: string) => ({
  kind: "text" as const,
  doc: {
    type: "doc" as const,
    content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
  },
});

/** The block with a word more before each of its paragraphs. */
const reworded = (block: DraftBlock | undefined): DraftBlock => {
  if (block?.kind !== "text") throw new Error("Only texts are reworded.");
  const word = { type: "text" as const, text: "Autrement. " };
  const content = block.doc.content.map((node) =>
    node.type === "paragraph" ? { ...node, content: [word, ...(node.content ?? [])] } : node,
  );
  return { ...block, doc: { ...block.doc, content } };
};

/** A lesson with bold words in its originals; one of its blocks is new, and in no other language. */
async function lessonToTranslate() {
  const trainer = await suite.house.as(staff.secondTrainer.contact);
  const { courses } = await trainer.do("listCourses", { query: {} });
  const courseId = courses.find(({ title }) => title.en?.startsWith("Keep the cash"))?.id ?? "";
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  for (const lessonId of outline.modules.flatMap(({ lessonIds }) => lessonIds)) {
    const params = { courseId, lessonId };
    const read = (language: "fr" | "zgh") =>
      trainer.do("readDraftLesson", { params, query: { language } });
    const write = (key: string, base: number, block: DraftBlock) =>
      trainer.do("saveDraftLesson", {
        params,
        body: {
          intentId: newIntent(),
          language: "fr",
          commands: base > 0 ? [] : [{ do: "add", key, kind: "text", after: "" }],
          texts: [{ key, base, block }],
        },
      });
    const { lesson, words } = await read("fr");
    const textBlocks = lesson.places.filter(({ kind }) => kind === "text");
    const has = (key: string, mark: string): boolean =>
      JSON.stringify(words[0]?.texts[key]).includes(`"${mark}"`);
    const marked = textBlocks.find(({ key }) => has(key, "bold"))?.key;
    const older = textBlocks.find(({ key }) => key !== marked && has(key, "paragraph"))?.key;
    if (!marked || !older) continue;
    await write(FRESH, 0, textOf("Le prix du jour"));
    const path = `/office/courses/${courseId}/lessons/${lessonId}?language=zgh`;
    const original = words[0]?.texts[older];
    const changeOlder = () => write(older, original?.rev ?? 0, reworded(original?.block));
    return { read, changeOlder, path, marked, older };
  }
  throw new Error("No lesson has bold words.");
}

/** What a translator's program does: a target behind each source, with the signs of the source. */
const filled = (xliff: string): string =>
  xliff
    .replaceAll(/<target>[^]*?<\/target>/g, "")
    .replaceAll(
      /<source>([^]*?)<\/source>/g,
      (source, inside: string) => `${source}<target>${SIGN}${inside}</target>`,
    )
    .replaceAll('state="initial"', 'state="translated"');

/** The same with the signs of one unit lost. */
const spoilt = (xliff: string, id: string): string =>
  xliff.replace(new RegExp(`<unit id="${id}"[^]*?</unit>`), (unit) =>
    unit.replaceAll(/<target>[^]*?<\/target>/g, (target) => target.replaceAll(/<\/?pc[^>]*>/g, "")),
  );

async function openLesson(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator(`[id="${FRESH}"]`).waitFor();
  await settled(page);
}

test("T10: a lesson goes out as XLIFF and comes back: its words stand and count as done, a spoilt text is refused alone, and what is of an older original waits", async () => {
  const { read, changeOlder, path, marked, older } = await lessonToTranslate();
  const words = wordsOf("ar");
  const page = await comeIn(await suite.desk("ar"), staff.secondTrainer.contact);
  await openLesson(page, path);
  const chip = (key: string) => page.locator(`[id="${key}"]`);
  await chip(FRESH).getByText(words["studio.standing.missing"]()).waitFor();

  const coming = page.waitForEvent("download");
  await button(page, words["studio.translator.out"]()).click();
  const download = await coming;
  expect(download.suggestedFilename()).toMatch(/^.+-fr-zgh\.xlf$/);
  const xliff = await readFile(await download.path(), "utf8");
  expect(xliff).toContain(`${wordsOf("fr")["studio.kind.text"]()} 1</note>`);

  await changeOlder();
  const before = await read("zgh");
  await page.reload();
  await openLesson(page, path);
  await button(page, words["studio.translator.back"]()).click();
  const sheet = page.getByRole("dialog");
  const bring = (text: string): Promise<void> =>
    sheet
      .locator("input[type=file]")
      .setInputFiles({ name: "back.xlf", mimeType: "", buffer: Buffer.from(text) });
  await bring(xliff.replace('trgLang="zgh"', 'trgLang="en"'));
  await sheet
    .getByText(words["exchange.fault.languages"]({ from: "fr", to: "en" }), { exact: true })
    .waitFor();
  await bring(xliff.slice(0, 400));
  await sheet.getByText(words["exchange.fault.damaged"]()).waitFor();

  await bring(spoilt(filled(xliff), `${marked}.doc`));
  await sheet.getByText(words["exchange.unit.code_missing"]()).waitFor();
  await sheet.getByText(words["exchange.older"]()).waitFor();
  expect(await sheet.locator("li").count()).toBe(2);
  expect(await sheet.locator(`li a[href="#${older}"]`).count()).toBe(1);
  expect(await overflow(page)).toBe(0);
  expect(await read("zgh")).toEqual(before);
  await button(sheet, words["exchange.take"]()).click();

  await chip(FRESH).getByText(words["studio.standing.done"]()).waitFor();
  await page.locator(".status.saved", { hasText: words["studio.saved"]() }).waitFor();
  await chip(older).getByText(words["studio.standing.outdated"]()).waitFor();
  const { lesson, words: after } = await read("zgh");
  const said = (key: string): string => JSON.stringify(after[0]?.texts[key]?.block);
  expect(after[0]?.texts[FRESH]?.block).toEqual(textOf(`${SIGN}Le prix du jour`));
  for (const { key, rev, against } of lesson.places) {
    const isLeft = key === marked || key === older;
    expect([key, said(key).includes(SIGN)]).toEqual([key, !isLeft]);
    expect([key, against.zgh === rev]).toEqual([key, key !== older]);
  }
  expect(said(marked)).toBe(JSON.stringify(before.words[0]?.texts[marked]?.block));

  await button(page, words["studio.translator.back"]()).click();
  await bring(spoilt(filled(xliff), `${marked}.doc`));
  await sheet.locator(`li a[href="#${marked}"]`).click();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest(".frame")?.id))
    .toBe(marked);
});

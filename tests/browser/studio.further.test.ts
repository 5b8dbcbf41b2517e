import { staff } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import type { Locator, Page } from "playwright-core";
import { expect, test } from "vitest";
import { newIntent } from "../house/house.ts";
import { comeIn, layersGone, openSuite, overflow, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();
const author = () => suite.house.as(staff.secondTrainer.contact);

/** A lesson of the course that the second trainer writes, by its place. */
async function lessonAt(place: number) {
  const trainer = await author();
  const { courses } = await trainer.do("listCourses", { query: {} });
  const courseId = courses.find(({ title }) => title.en?.startsWith("Keep the cash"))?.id ?? "";
  const { outline } = await trainer.do("readDraft", { params: { courseId } });
  const lessonId = outline.modules.flatMap(({ lessonIds }) => lessonIds)[place] ?? "";
  const params = { courseId, lessonId };
  const read = (language: Language = "fr") =>
    trainer.do("readDraftLesson", { params, query: { language } });
  return { trainer, params, read, path: `/office/courses/${courseId}/lessons/${lessonId}` };
}

async function openLesson(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await page.locator("[data-slots] .frame").first().waitFor();
  await settled(page);
}
const saved = (page: Page, language: Language): Promise<void> =>
  page.locator(".status.saved", { hasText: wordsOf(language)["studio.saved"]() }).waitFor();
const frames = (page: Page): Locator => page.locator("[data-slots] > .frame");
const keysOf = (page: Page): Promise<string[]> =>
  frames(page).evaluateAll((all) => all.map(({ id }) => id));

test("T1: what is typed without network is kept through a reload, sent when the network returns, and done once", async () => {
  const { read, path } = await lessonAt(1);
  const words = wordsOf("fr");
  const device = await suite.desk("fr");
  const page = await comeIn(device, staff.secondTrainer.contact);
  await openLesson(page, path);
  suite.expects({ status: 0, path: /\/saves$/ });
  await page.route("**/saves", (route) => route.abort("connectionfailed"));
  const field = frames(page).first().locator(".words");
  await field.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("Sans réseau. ");
  await page.getByText(words["studio.waiting"]()).waitFor();

  await page.reload();
  await page.getByText("Sans réseau. ").waitFor();
  // A request that is being turned away then would hang for ever.
  await page.unrouteAll({ behavior: "wait" });
  await page.evaluate(() => window.dispatchEvent(new Event("online")));
  await saved(page, "fr");
  const { words: kept } = await read();
  expect(JSON.stringify(kept[0]?.texts).match(/Sans réseau/g)).toHaveLength(1);
  expect(kept[0]?.seconds).toEqual([]);
});

test("T1: of two who write one block at once both versions are shown, and one is chosen", async () => {
  const { trainer, params, read, path } = await lessonAt(2);
  const words = wordsOf("ar");
  const page = await comeIn(await suite.phone("ar"), staff.secondTrainer.contact);
  await openLesson(page, path);
  const key = (await keysOf(page))[0] ?? "";
  const before = (await read()).words[0]?.texts[key];
  const doc = {
    type: "doc" as const,
    content: [
      { type: "paragraph" as const, content: [{ type: "text" as const, text: "Le leur" }] },
    ],
  };
  await trainer.do("saveDraftLesson", {
    params,
    body: {
      intentId: newIntent(),
      language: "fr",
      commands: [],
      texts: [{ key, base: before?.rev ?? 0, block: { kind: "text", doc } }],
    },
  });
  await frames(page).first().locator(".words[contenteditable]").click();
  await page.keyboard.type("Le mien ");
  await page.getByText(words["studio.second.title"]()).waitFor();
  expect(await frames(page).first().locator(".words[contenteditable]").innerText()).toBe("Le leur");
  expect(await overflow(page)).toBe(0);
  await button(page, words["studio.second.both"]()).click();
  await saved(page, "ar");
  const { words: after } = await read();
  const text = JSON.stringify(after[0]?.texts[key]);
  expect([text.includes("Le leur"), text.includes("Le mien")]).toEqual([true, true]);
  expect(after[0]?.seconds).toEqual([]);
});

test("T2, T7: blocks move by keyboard, by menu and by drag, told in the reader's language, and every step is taken back", async () => {
  const { read, path } = await lessonAt(3);
  const words = wordsOf("ar");
  const page = await comeIn(await suite.desk("ar"), staff.secondTrainer.contact);
  await openLesson(page, path);
  const start = await keysOf(page);
  const [first = "", second = "", third = ""] = start;

  const handle = frames(page).first().locator(".handle");
  await handle.focus();
  await page.keyboard.press("Space");
  const total = start.length;
  const place = words["studio.reorder.place"]({ position: 1, total });
  await page.getByRole("status").filter({ hasText: place }).waitFor();
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Escape");
  expect(await keysOf(page)).toEqual(start);
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  expect((await keysOf(page)).slice(0, 2)).toEqual([second, first]);
  expect(await page.evaluate(() => document.activeElement?.closest(".frame")?.id)).toBe(first);

  await page
    .locator(`[id="${first}"]`)
    .getByRole("button", { name: words["studio.more"]() })
    .click();
  const sheet = page.getByRole("dialog");
  await button(sheet, words["studio.move.to"]()).click();
  await button(sheet, words["studio.move.first"]()).click();
  expect(await keysOf(page)).toEqual(start);

  // Where a closing sheet gives back the focus the page may still move, and a hand would miss.
  await sheet.waitFor({ state: "hidden" });
  await layersGone(page);
  const grip = await frames(page).nth(1).locator(".handle").boundingBox();
  if (!grip) throw new Error("The block is not on the screen.");
  await page.mouse.move(grip.x + 10, grip.y + 10);
  await page.mouse.down();
  await page.mouse.move(grip.x + 10, grip.y + 40, { steps: 4 });
  // What is lifted leaves the others in other places.
  await page.locator(".handle[aria-pressed=true]").waitFor();
  const goal = await page.locator(`[id="${third}"]`).boundingBox();
  if (!goal) throw new Error("The block after it is not on the screen.");
  await page.mouse.move(grip.x + 10, goal.y + goal.height - 8, { steps: 8 });
  await page.mouse.up();
  await expect.poll(() => keysOf(page)).toEqual([first, third, second, ...start.slice(3)]);
  await saved(page, "ar");
  expect((await read()).lesson.places.map(({ key }) => key).slice(0, 3)).toEqual([
    first,
    third,
    second,
  ]);

  for (let step = 0; step < 3; step += 1) await page.keyboard.press("Control+z");
  await expect.poll(() => keysOf(page)).toEqual(start);
  await page.keyboard.press("Control+y");
  await page.keyboard.press("Control+z");
  await saved(page, "ar");
  expect((await read()).lesson.places.map(({ key }) => key)).toEqual(start);
});

test("T6, T7: a block is duplicated, thrown away, brought back by Undo and out of the bin; so is a lesson", async () => {
  const { read, params, path } = await lessonAt(4);
  const words = wordsOf("zgh");
  const page = await comeIn(await suite.phone("zgh"), staff.secondTrainer.contact);
  await openLesson(page, path);
  const start = await keysOf(page);
  const more = (at: number) =>
    frames(page).nth(at).getByRole("button", { name: words["studio.more"]() }).click();
  const sheet = page.getByRole("dialog");
  await more(0);
  await button(sheet, words["studio.duplicate"]()).click();
  await expect.poll(() => keysOf(page)).toHaveLength(start.length + 1);
  expect(await frames(page).nth(1).locator(".words").innerText()).toBe(
    await frames(page).nth(0).locator(".words").innerText(),
  );
  await more(1);
  await button(sheet, words["studio.throwAway"]()).click();
  expect(await keysOf(page)).toEqual(start);
  await page.locator(".toast button").click();
  await expect.poll(() => keysOf(page)).toHaveLength(start.length + 1);
  await more(1);
  await button(sheet, words["studio.throwAway"]()).click();
  await saved(page, "zgh");
  await page.getByRole("button", { name: words["studio.bin.open"]({ count: 1 }) }).click();
  await sheet.getByRole("button", { name: words["studio.bin.restore"]() }).click();
  await expect.poll(() => keysOf(page)).toHaveLength(start.length + 1);
  await page.keyboard.press("Escape");
  await saved(page, "zgh");
  expect((await read()).lesson.places).toHaveLength(start.length + 1);

  await page.locator("main .back").click();
  const rows = page.locator("[data-slots] .module li");
  await rows.first().waitFor();
  const count = await rows.count();
  const row = page.locator(`[data-slot="${params.lessonId}"]`);
  await row.getByRole("button", { name: words["studio.more"]() }).click();
  await button(sheet, words["studio.duplicate"]()).click();
  await expect.poll(() => rows.count()).toBe(count + 1);
  await row.getByRole("button", { name: words["studio.more"]() }).click();
  await button(sheet, words["studio.throwAway"]()).click();
  await expect.poll(() => rows.count()).toBe(count);
  await page.locator(".toast button").last().click();
  await row.waitFor();
});

test("T3: what is pasted from Word keeps headings, lists, bold and links, and nothing that could do harm", async () => {
  const { read, path } = await lessonAt(5);
  const page = await comeIn(await suite.desk("fr"), staff.secondTrainer.contact);
  await openLesson(page, path);
  const key = (await keysOf(page))[0] ?? "";
  const field = frames(page).first().locator(".words");
  await field.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await field.evaluate((element, html) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", html);
    element.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }),
    );
  }, WORD);
  await saved(page, "fr");
  const block = (await read()).words[0]?.texts[key]?.block;
  const content = block?.kind === "text" ? block.doc.content : [];
  const marked = (text: string, ...marks: object[]) => ({
    type: "text",
    text,
    ...(marks.length > 0 ? { marks } : {}),
  });
  const item = (text: string) => ({
    type: "listItem",
    content: [{ type: "paragraph", content: [marked(text)] }],
  });
  expect(content).toEqual([
    { type: "heading", attrs: { level: 3 }, content: [marked("Le prix juste")] },
    {
      type: "paragraph",
      content: [
        marked("Le "),
        marked("coût", { type: "bold" }),
        marked(" d’abord, "),
        marked("puis", { type: "italic" }),
        marked(" "),
        marked("la marge", { type: "link", attrs: { href: "https://example.org/marge" } }),
        marked(" piège."),
      ],
    },
    { type: "bulletList", content: [item("Huile"), item("Miel")] },
    { type: "orderedList", content: [item("Compter")] },
    { type: "paragraph", content: [marked("Produit · MAD")] },
    { type: "paragraph", content: [marked("Huile · 90")] },
  ]);
});

/** As Word lays it on the clipboard, with what a hostile page would add. */
const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head><body>
<!--StartFragment--><h1 style='margin:0cm;color:#2F5496'>Le prix juste<o:p></o:p></h1>
<p class=MsoNormal style='font-size:11.0pt'>Le <b style='mso-bidi-font-weight:normal'>coût</b> d’abord, <i>puis</i>
<a href="https://example.org/marge" onclick="alert(1)">la marge</a> <a href="javascript:alert(2)">piège</a>.<script>alert(3)</script><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><![endif]>Huile<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><!--[if !supportLists]--><span
style='font-family:Symbol;mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><!--[endif]-->Miel<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l1 level1 lfo2'><!--[if !supportLists]--><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;</span></span><!--[endif]-->Compter<o:p></o:p></p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>Produit</p></td><td><p>MAD</p></td></tr>
<tr><td><p>Huile</p></td><td><p>90<img src=x onerror="alert(4)"></p></td></tr></table><!--EndFragment--></body></html>`;

const MOST_TABS = 120;
/** Presses Tab until the focus is where it is wanted. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  await wanted.waitFor();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${wanted.toString()} is out of the keyboard's reach.`);
}

test("T15: a lesson with a question is made, and what it lacks is led to, by keyboard alone", async () => {
  const { trainer, params } = await lessonAt(0);
  const words = wordsOf("fr");
  const page = await comeIn(await suite.desk("fr"), staff.secondTrainer.contact);
  await page.goto(`/office/courses/${params.courseId}`);
  await page.locator("[data-slots] .module").first().waitFor();
  const press = async (wanted: Locator): Promise<void> => {
    await tabTo(page, wanted);
    await page.keyboard.press("Enter");
  };
  const sheet = page.getByRole("dialog");
  await press(page.getByRole("button", { name: words["studio.lesson.add"]() }).first());
  await tabTo(page, sheet.getByRole("textbox"));
  await page.keyboard.type("Le prix du miel");
  await press(sheet.locator("button[type=submit]"));
  await press(page.getByRole("link", { name: "Le prix du miel" }));

  await page.locator("[data-slots]").waitFor();
  const empty = frames(page).last().locator(".words").first();
  await empty.waitFor();
  await press(page.locator("[data-slots] > .add button").first());
  await press(sheet.getByRole("button", { name: words["studio.kind.question"]() }));
  const question = frames(page).first();
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest(".frame")?.id))
    .toBe(await question.getAttribute("id"));
  // The field for what is asked has the focus; what kind of question it is stands before it.
  await tabTo(page, question.locator(".words"));
  await page.keyboard.press("Shift+Tab");
  await press(question.getByRole("button", { name: words["studio.question.kind"]() }));
  await press(question.getByRole("button", { name: words["studio.question.multiple"]() }));
  await tabTo(page, question.locator(".words"));
  await page.keyboard.type("Combien coûte un pot ?");
  await question.getByRole("checkbox").first().waitFor();
  await tabTo(
    page,
    question.getByLabel(words["studio.question.answer"]({ number: 1 }), { exact: true }),
  );
  await page.keyboard.type("90 dirhams");
  await tabTo(
    page,
    question.getByLabel(words["studio.question.answer"]({ number: 2 }), { exact: true }),
  );
  await page.keyboard.type("9 dirhams");
  await saved(page, "fr");

  await press(page.locator("main .back"));
  await press(button(page, words["office.publish.open"]()));
  await sheet.getByText(words["studio.faults.blocked"]()).waitFor();
  expect(await sheet.locator("button[type=submit]").isDisabled()).toBe(true);
  await press(sheet.getByRole("link", { name: "Le prix du miel" }).first());
  await page.waitForURL(/lessons\/les_.+language=fr#/);
  await expect
    .poll(() => page.evaluate(() => document.activeElement?.closest(".frame") !== null))
    .toBe(true);

  const { outline } = await trainer.do("readDraft", { params });
  const made = outline.modules[0]?.lessonIds.at(-1) ?? params.lessonId;
  const { lesson, words: texts } = await trainer.do("readDraftLesson", {
    params: { courseId: params.courseId, lessonId: made },
    query: { language: "fr" },
  });
  const block = texts[0]?.texts[lesson.places[0]?.key ?? ""]?.block;
  expect(block).toMatchObject({
    kind: "question",
    question: "multiple",
    options: [
      { text: "90 dirhams", right: true },
      { text: "9 dirhams", right: false },
    ],
  });
});

test("T3: a picture is brought from this device in the place of another, and the lesson keeps it", async () => {
  const { read, path } = await lessonAt(0);
  const words = wordsOf("fr");
  const page = await suite.pageOf(await suite.desk("fr"), staff.secondTrainer.contact);
  await openLesson(page, path);
  const picture = frames(page)
    .filter({ has: page.locator("img") })
    .first();
  const before = await picture.locator("img").getAttribute("src");
  await button(picture, words["studio.picture.another"]()).click();
  const dialog = page.locator("dialog[open]");
  await button(dialog, words["media.pick.picture"]()).waitFor();
  const drawn = await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(800, 500);
    canvas.getContext("2d")?.fillRect(100, 100, 400, 200);
    const blob = await canvas.convertToBlob({ type: "image/png" });
    return [...new Uint8Array(await blob.arrayBuffer())];
  });
  const file = { name: "cahier.png", mimeType: "image/png", buffer: Buffer.from(drawn) };
  await dialog.locator("input[type=file]").setInputFiles(file);
  await dialog.locator("textarea[lang=fr], input[lang=fr]").last().fill("Une page du cahier");
  await dialog.getByRole("button", { name: words["media.keep"]() }).click();
  await dialog.waitFor({ state: "hidden" });
  await expect.poll(() => picture.locator("img").getAttribute("src")).not.toBe(before);
  await saved(page, "fr");
  const { words: kept } = await read();
  const block = kept[0]?.texts[(await picture.getAttribute("id")) ?? ""]?.block;
  const shown = await picture.locator("img").getAttribute("src");
  expect(block?.kind === "picture" ? shown?.includes(block.media?.hash ?? "-") : false).toBe(true);
});

import { staff } from "@twiza/content";
import type { Language } from "@twiza/contract/where";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { archiveOf } from "../../packages/exchange/src/testing/files.ts";
import { h5p, part, scorm } from "../../packages/exchange/src/testing/packages.ts";
import { item, NUMBERING, p, picture, row, table, word } from "../../packages/exchange/src/testing/word.ts"; // prettier-ignore
import { somePng } from "../house/pictures.ts";
import { comeIn, openSuite, overflow, settled } from "./browser.ts";
import { button } from "./walk.ts";
import { wordsOf } from "./words.ts";

const suite = openSuite();

/** A course as a trainer writes one: a title, two lessons with a list, a table, a picture with words and one without, a footnote. */
const DOCUMENT = Buffer.from(
  word({
    body: [
      p("Vendre le sel", "Titre"),
      p("Peser", "Titre1"),
      p("Le sel se pèse sur la balance de la coopérative."),
      item("Vider la balance", 1),
      item("Peser le sel", 1),
      table(row(["Sac", "Prix"], "<w:tblHeader/>"), row(["1 kg", "12"])),
      p(picture("rId90", "Une balance")),
      p("Emballer", "Titre1"),
      p('<w:r><w:t>Le sac est fermé.</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'),
      p(picture("rId91", "")),
    ].join(""),
    parts: {
      numbering: NUMBERING,
      footnotes: `<w:footnote w:id="2">${p("Avec une ficelle.")}</w:footnote>`,
    },
    relations: { rId90: "media/image1.png", rId91: "media/image2.png" },
    files: {
      "word/media/image1.png": new Uint8Array(somePng({ width: 400, height: 300 })),
      "word/media/image2.png": new Uint8Array(somePng({ width: 200, height: 90 })),
    },
  }),
);

async function hers() {
  const trainer = await suite.house.as(staff.secondTrainer.contact);
  const { courses } = await trainer.do("listCourses", { query: {} });
  const courseId = courses.find(({ title }) => title.en?.startsWith("Keep the cash"))?.id ?? "";
  const params = { courseId };
  return {
    courseId,
    draft: () => trainer.do("readDraft", { params }),
    lesson: (lessonId: string) =>
      trainer.do("readDraftLesson", { params: { courseId, lessonId }, query: { language: "fr" } }),
    library: async () => (await trainer.do("listMedia", { query: {} })).items,
  };
}

/** The sheet on the page of the course, and a file chosen in it. */
async function openSheet(page: Page, language: Language, courseId: string) {
  const words = wordsOf(language);
  await page.goto(`/office/courses/${courseId}`);
  await page.locator(".module .handle").first().waitFor();
  await settled(page);
  await button(page, words["studio.bring"]()).click();
  const sheet = page.getByRole("dialog");
  const pick = (name: string, buffer: Buffer): Promise<void> =>
    sheet.locator("input[type=file]").setInputFiles({ name, mimeType: "", buffer });
  return { words, sheet, pick };
}

test("T9: a Word document is looked at before anything is written, comes in although the network breaks off in the middle, nothing twice, and is taken back as a whole", async () => {
  const { courseId, draft, lesson, library } = await hers();
  const page = await comeIn(await suite.desk("fr"), staff.secondTrainer.contact);
  const { words, sheet, pick } = await openSheet(page, "fr", courseId);
  const [before, shelf] = [await draft(), (await library()).length];

  // What reads is on its way when she cancels.
  let release = (): void => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route("**/read.worker-*.js", async (route) => {
    await held;
    await route.continue();
  });
  await pick("Sel.docx", DOCUMENT);
  await button(sheet, words["bring.cancel"]()).click();
  await button(sheet, words["bring.pick"]()).waitFor();
  release();
  await page.unrouteAll({ behavior: "wait" });

  await pick("Sel.docx", DOCUMENT);
  await sheet.getByText(words["bring.look"](), { exact: true }).waitFor();
  await sheet.getByText(words["bring.pictures.mute"]({ count: 1 })).waitFor();
  await sheet.getByText("Avec une ficelle.").waitFor();
  const titles = sheet.getByLabel(words["studio.lesson.title"](), { exact: true });
  expect(await titles.count()).toBe(2);
  expect(await sheet.getByLabel(words["bring.module"]()).inputValue()).toBe("Vendre le sel");
  await titles.last().fill("Emballer le sel");
  expect(await overflow(page)).toBe(0);
  expect([await draft(), (await library()).length]).toEqual([before, shelf]);

  suite.expects({ status: 0, path: /\/saves$/ });
  let saves = 0;
  await page.route("**/saves", async (route) => {
    saves += 1;
    if (saves === 1) await route.continue();
    else await route.abort("connectionfailed");
  });
  await sheet.getByRole("button", { name: words["bring.do"]() }).click();
  await sheet.getByText(words["bring.broken"](), { exact: true }).waitFor();
  await page.unrouteAll({ behavior: "wait" });
  await button(sheet, words["bring.goOn"]()).click();
  await sheet.getByText(words["bring.came"](), { exact: true }).waitFor();
  await sheet.getByText(words["bring.came.mute"]({ count: 1 })).waitFor();

  const { outline } = await draft();
  expect(outline.modules).toHaveLength(before.outline.modules.length + 1);
  const module = outline.modules.at(-1);
  expect(module?.title).toEqual({ fr: "Vendre le sel" });
  const made = await Promise.all((module?.lessonIds ?? []).map(lesson));
  const kinds = made.map((one) => one.lesson.places.map(({ kind }) => kind));
  expect(kinds).toEqual([
    ["text", "table", "picture"],
    ["text", "picture"],
  ]);
  expect(made.map((one) => one.lesson.title)).toEqual([{ fr: "Peser" }, { fr: "Emballer le sel" }]);
  const blocks = made.flatMap(({ words: [all] }) => Object.values(all?.texts ?? {}));
  const pictures = blocks.flatMap(({ block }) => (block.kind === "picture" ? [block] : []));
  expect(pictures.map(({ alt, media }) => [alt, media?.type])).toEqual([["Une balance", "image/webp"], ["", "image/webp"]]); // prettier-ignore
  expect(made.flatMap((one) => one.words[0]?.seconds)).toEqual([]);
  expect(await library()).toHaveLength(shelf + 2);

  await button(sheet, words["bring.other"]()).click();
  await pick("Le même.docx", DOCUMENT);
  await sheet.getByText(words["bring.already"]()).waitFor();
  expect(await sheet.getByText(words["bring.is.there"](), { exact: true }).count()).toBe(2);
  await sheet.getByRole("button", { name: words["bring.do"]() }).click();
  await sheet.getByText(words["bring.came"](), { exact: true }).waitFor();
  expect((await draft()).outline).toEqual(outline);
  await button(sheet, words["bring.back"]()).click();
  await sheet.getByText(words["bring.gone"]()).waitFor();
  const after = (await draft()).outline;
  expect(after.modules).toEqual(before.outline.modules);
  expect(after.bin).toHaveLength(before.outline.bin.length + 1);
});

test("T9: what is no document is refused in a sentence that says what to do, and a text of a Windows of old is read, on a phone in Arabic", async () => {
  const { courseId, draft } = await hers();
  const page = await comeIn(await suite.phone("ar"), staff.secondTrainer.contact);
  const { words, sheet, pick } = await openSheet(page, "ar", courseId);
  const before = await draft();
  const refused: readonly (readonly [string, Buffer, string])[] = [
    ["ملف.docx", Buffer.from("%PDF-1.7\n"), words["bring.fault.pdf"]()],
    ["صورة.docx", somePng(), words["bring.fault.foreign"]()],
    ["قديم.docx", Buffer.from("d0cf11e0a1b11ae1", "hex"), words["bring.fault.old"]()],
    ["ناقص.docx", DOCUMENT.subarray(0, 900), words["bring.fault.damaged"]()],
  ];
  for (const [name, bytes, sentence] of refused) {
    await pick(name, bytes);
    await sheet.getByText(sentence).waitFor();
  }
  // سعر الملح in Windows-1256.
  await pick("نص.txt", Buffer.from("d3dad120c7e1e3e1cd", "hex"));
  await sheet.getByText("سعر الملح").first().waitFor();
  const arabic = sheet.getByRole("radio", { name: "العربية" });
  expect(await arabic.isChecked()).toBe(true);
  expect(await sheet.getByLabel(words["studio.lesson.title"]()).inputValue()).toBe("نص");
  expect(await overflow(page)).toBe(0);
  await page.keyboard.press("Escape");
  expect(await draft()).toEqual(before);
});

/** What other programs wrote, and the kinds of blocks that each becomes. */
/** A package of one question that is answered on its picture. */
function qti(png: Uint8Array): Uint8Array {
  const xml = '<qti-assessment-item xmlns="http://www.imsglobal.org/xsd/imsqtiasi_v3p0" identifier="i" title="Le sac"><qti-response-declaration identifier="RESPONSE" cardinality="single" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration><qti-item-body><p>Où est le sel ?</p><qti-hotspot-interaction response-identifier="RESPONSE" max-choices="1"><img src="sac.png" width="300" height="200" alt="Un étal"/><qti-hotspot-choice identifier="A" shape="circle" coords="30,40,9" hotspot-label="Le sac"/><qti-hotspot-choice identifier="B" shape="circle" coords="200,40,9" hotspot-label="La balance"/></qti-hotspot-interaction></qti-item-body></qti-assessment-item>'; // prettier-ignore
  const list = '<manifest><resources><resource identifier="r" type="imsqti_item_xmlv3p0" href="i.xml"/></resources></manifest>'; // prettier-ignore
  return archiveOf({ "imsmanifest.xml": list, "i.xml": xml, "sac.png": new Uint8Array(png) });
}

const OTHERS: readonly (readonly [string, Uint8Array | string, readonly string[]])[] = [
  [
    "peser.md",
    "# Peser\n\nLe sel se pèse.\n\n> [!WARNING]\n> Videz la balance.\n\n1. Vider\n2. Peser\n",
    ["text", "callout", "text"],
  ],
  ["questions.gift", "::Sel:: Le sel se pèse-t-il ? {T}", ["question"]],
  ["questions.csv", "question;right;a;b\nLe sel se pèse-t-il ?;a;Oui;Non", ["question"]],
  [
    "Banque.xml",
    `<quiz><question type="matching"><questiontext format="html"><text>Reliez.</text></questiontext><subquestion><text>Sel</text><answer><text>18 DH</text></answer></subquestion><subquestion><text>Huile</text><answer><text>90 DH</text></answer></subquestion></question></quiz>`, // prettier-ignore
    ["question"],
  ],
  ["sel-qti.zip", qti(somePng({ width: 300, height: 200 })), ["question"]],
  [
    "sel.h5p",
    h5p("Column", {
      content: [
        { content: part("H5P.AdvancedText 1.1", { text: "<p>Un <b>sac</b>.</p>" }) },
        { content: part("H5P.TrueFalse 1.8", { question: "<p>Le sel fond-il ?</p>", correct: "true", l10n: { trueText: "Vrai", falseText: "Faux" } }) }, // prettier-ignore
      ],
    }),
    ["text", "question"],
  ],
  [
    "sel-scorm.zip",
    scorm(
      '<p>Un sac.</p><table><tr><th>Sac</th><th>DH</th></tr><tr><td>1 kg</td><td>18</td></tr></table><p><img src="sac.png" alt="Un sac"/></p>',
      { "sac.png": new Uint8Array(somePng({ width: 300, height: 200 })) },
    ),
    ["text", "table", "picture"],
  ],
];

test("T9: what other programs wrote (Markdown, GIFT, CSV, Moodle XML, QTI, H5P, SCORM) is looked at and comes in as our own blocks", async () => {
  const { courseId, draft, lesson } = await hers();
  const page = await comeIn(await suite.desk("fr"), staff.secondTrainer.contact);
  const { words, sheet, pick } = await openSheet(page, "fr", courseId);
  for (const [name, file, kinds] of OTHERS) {
    const before = await draft();
    await pick(name, Buffer.from(file));
    await sheet.locator("form").waitFor();
    expect(await draft(), name).toEqual(before);
    await sheet.getByRole("button", { name: words["bring.do"]() }).click();
    await sheet.getByText(words["bring.came"](), { exact: true }).waitFor();
    const was = new Set(before.outline.modules.flatMap(({ lessonIds }) => lessonIds));
    const now = (await draft()).outline.modules.flatMap(({ lessonIds }) => lessonIds);
    const made = await Promise.all(now.filter((id) => !was.has(id)).map(lesson));
    expect(
      made.flatMap((one) => one.lesson.places.map(({ kind }) => kind)),
      name,
    ).toEqual(kinds);
    const blocks = made.flatMap((one) => one.words.flatMap(({ texts }) => Object.values(texts)));
    const shown = blocks.flatMap(({ block }) => (block.kind === "question" && block.picture ? [block.picture] : [])); // prettier-ignore
    const told = shown.map(({ alt, media }) => [alt, media.type]);
    expect(told, name).toEqual(name === "sel-qti.zip" ? [["Un étal", "image/webp"]] : []);
    await button(sheet, words["bring.other"]()).click();
  }
});

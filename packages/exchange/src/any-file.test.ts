import { DraftBlock } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnyImportedBlock, ExchangeFault, type Reading } from "./common.ts";
import { readH5p } from "./h5p/index.ts";
import { readMarkdown } from "./markdown/index.ts";
import { readMoodle } from "./moodle/index.ts";
import { readQti } from "./qti/index.ts";
import { readAiken, readGift, readQuestionsCsv } from "./questions/index.ts";
import { readScorm } from "./scorm/index.ts";
import { archiveOf, PNG } from "./testing/files.ts";

/** What a draft holds of a block before its pictures lie in the library. */
function draftOf(block: AnyImportedBlock): object {
  if (block.kind === "picture") {
    const { kind, alt, caption } = block;
    return { kind, alt, ...(caption !== undefined && { caption }) };
  }
  if (block.kind !== "question") return block;
  const { picture: _, options, ...question } = block;
  return { ...question, options: options.map(({ picture: __, ...option }) => option) };
}

/** Whatever a reader answers: blocks that a draft may hold, and lines that stand somewhere. */
async function isSound(read: () => Promise<Reading>): Promise<void> {
  let reading: Reading;
  try {
    reading = await read();
  } catch (error) {
    if (error instanceof ExchangeFault) return;
    throw error;
  }
  for (const { title, blocks } of reading.lessons) {
    expect(title.length).toBeLessThanOrEqual(200);
    expect(blocks.length).toBeLessThanOrEqual(100);
    for (const block of blocks) {
      expect(DraftBlock.safeParse(draftOf(block)).error).toBeUndefined();
    }
  }
  for (const { where } of reading.report) {
    const lesson = reading.lessons[where.lesson];
    if (where.block !== undefined) expect(lesson?.blocks[where.block]).toBeDefined();
    expect(where.words.length).toBeLessThanOrEqual(200);
  }
}

const words = fc.oneof(
  fc.constantFrom("mot", " ", "\n", "\t", "\u0000", "\u0085", "\uFFFE", "\uD800", "مرحبا", "ⵣ", "&nbsp;", "&#0;", "<", "a".repeat(4100), "{", "}", "=", "~", "#", "\\", "::", ";", ",", '"'), // prettier-ignore
  fc.string({ maxLength: 6 }),
);
const soup = (signs: readonly string[], most = 40): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 3, arbitrary: fc.constantFrom(...signs) },
        { weight: 2, arbitrary: words },
      ),
      { maxLength: most },
    ) // prettier-ignore
    .map((parts) => parts.join(""));

const TAGS = ["p", "div", "ul", "ol", "li", "table", "tr", "td", "th", "caption", "b", "i", "a", "blockquote", "h1", "h3", "h6", "pre", "code", "sup", "dl", "dt", "figure", "figcaption", "q", "span", "details", "summary", "svg", "form"]; // prettier-ignore
const HTML = [
  ...TAGS.flatMap((tag) => [`<${tag}>`, `</${tag}>`]),
  ...['<a href="https://a.ma/ x">', '<a href="javascript:x">', '<img src="a.png" alt="x">', "<br>"],
  ...['<td colspan="3" rowspan="2">', '<ol start="-4">', '<p style="display:none">', "<script>", "<!--", "-->"], // prettier-ignore
  '<img src="data:image/png;base64,AAAA">',
];
const MARKDOWN = ["# ", "## ", "### ", "- ", "1. ", "9) ", "  - ", "> ", "> [!TIP]\n", "```\n", "---\n", "| a | b |\n|---|--:|\n", "| c |\n", "\n\n", "**", "_", "[a](https://a.ma)", "![x](a.png 'y')", "[a]: b\n", ":::tip\n", ":::steps\n", ':::question{kind="choice"}\n', ':::question{kind="match" credit="part"}\n', ':::question{kind="cloze"}\n[[a]]\n\n', ':::question{kind="hotspot" picture="a.png"}\n', ':::question{kind="short" hint="x"}\n', "- [x] a\n- [ ] b\n", "- [x] a -> b\n", "- [x] a: c\n", "- [x] 9,1001: d\n", ":::audio{seconds=4}\n", ":::\n", "<b>", "<br>", ": x\n", "---\ntitle: a\ntwiza: 1\n---\n"]; // prettier-ignore
const GIFT = ["Un ? {", "}", "=a", "~b", "~%50%c", "#", "####", "{T}", "{#3:1}", "{#1..x}", "\n\n", "::t::", "$CATEGORY: a/b\n", "// [tag:truefalse]\n", "[html]", "<b>", "<p>", "<ul><li>", "->", "=a -> b", "[[a]]", "// [tag:order]\n", "// [tag:cloze=a]\n", "// [twiza:hint=x]\n", "%-50%", "*", "\\n", "\\{"]; // prettier-ignore
const AIKEN = [
  "Un ?\n",
  "A. a\n",
  "B) b\n",
  "C.",
  "ANSWER: B\n",
  "ANSWER: Z\n",
  "ANSWER:\n",
  "\n\n",
];
const CSV = ["question;a;b;right;kind\n", "question,right,feedback,tolerance,unit\n", ";", ",", "\n", '"', "a", "vrai", "12,5", "=1", "'", "choice", "number", "match", "a -> b", "cloze", "a: b", "[[a]]", "short", "order", "hint;credit\n", "part"]; // prettier-ignore
const MOODLE = ["{1:MULTICHOICE:=a~b#c}", "{:SA:=a}", "{2:NUMERICAL:=3:0.1~*}", "{1:MC:", "=", "~", "%50%", "#", "&#35;", "}", "\\", "[[1]]", "*", "1e400", "NaN", "<b>", "<p>", '<img src="@@PLUGINFILE@@/a.png">']; // prettier-ignore
const MOODLE_KINDS = ["multichoice", "truefalse", "shortanswer", "numerical", "matching", "ordering", "cloze", "gapselect", "description"]; // prettier-ignore
const QTI = ["<p>", "</p>", "<b>", "</b>", "a", '<qti-text-entry-interaction response-identifier="R"/>', '<qti-inline-choice-interaction response-identifier="R"><qti-inline-choice identifier="A">b</qti-inline-choice></qti-inline-choice-interaction>', '<qti-choice-interaction response-identifier="R"><qti-simple-choice identifier="A">x</qti-simple-choice><qti-simple-choice identifier="B">y</qti-simple-choice></qti-choice-interaction>', '<qti-hotspot-interaction response-identifier="R"><img src="a.png" width="9" height="9"/><qti-hotspot-choice identifier="A" shape="circle" coords="1,2,3"/><qti-hotspot-choice identifier="B" shape="rect" coords="1,2,30,4"/></qti-hotspot-interaction>', '<qti-gap-match-interaction response-identifier="R"><qti-gap-text identifier="A">x</qti-gap-text><p><qti-gap identifier="B"/></p></qti-gap-match-interaction>']; // prettier-ignore

const files = { sizeOf: () => PNG.length, read: async () => Uint8Array.from(PNG) };
const page = (html: string) => ({
  "imsmanifest.xml": '<manifest><organizations><organization><item identifierref="r"><title>Un</title></item></organization></organizations><resources><resource identifier="r" href="p.html"/></resources></manifest>', // prettier-ignore
  "p.html": html || " ",
  "a.png": PNG,
});
const encoded = (text: string): string =>
  text.toWellFormed().replaceAll(/[&<\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, (sign) => (sign === "<" ? "&lt;" : sign === "&" ? "&amp;" : "")); // prettier-ignore
/** A bank in which the same words stand everywhere, in questions of every kind. */
const bank = (text: string): Uint8Array => {
  const words = `<text>${encoded(text)}</text>`;
  const answers = `<answer fraction="100" format="html">${words}<feedback>${words}</feedback></answer><answer fraction="50"><text>b</text></answer>`; // prettier-ignore
  const parts = `<questiontext format="html">${words}<file name="a.png">AAAA</file></questiontext><generalfeedback format="html">${words}</generalfeedback><hint>${words}</hint><subquestion format="html">${words}<answer>${words}</answer></subquestion><subquestion><text>x</text><answer><text>y</text></answer></subquestion><selectoption>${words}<group>1</group></selectoption>`; // prettier-ignore
  const all = MOODLE_KINDS.map((type) => `<question type="${type}"><name>${words}</name>${parts}${answers}</question>`); // prettier-ignore
  return new TextEncoder().encode(`<quiz>${all.join("")}</quiz>`);
};
const item = (body: string): Uint8Array =>
  new TextEncoder().encode(
    `<qti-assessment-item><qti-response-declaration identifier="R" cardinality="multiple" base-type="identifier"><qti-correct-response><qti-value>A</qti-value></qti-correct-response></qti-response-declaration><qti-item-body>${body.replaceAll(/[&\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, "").toWellFormed()}</qti-item-body></qti-assessment-item>`, // prettier-ignore
  );
const presentation = (html: string) => ({
  "h5p.json": '{"title":"x","mainLibrary":"H5P.Column"}',
  "content/content.json": JSON.stringify({
    content: [
      { content: { library: "H5P.AdvancedText 1.1", params: { text: html } } },
      { content: { library: "H5P.MultiChoice 1.16", params: { question: html, answers: [{ text: html, correct: true }, { text: "b" }] } } }, // prettier-ignore
      {
        content: { library: "H5P.Blanks 1.14", params: { text: html, questions: [html, "*a/b*"] } },
      },
      { content: { library: "H5P.DragText 1.10", params: { taskDescription: html, textField: `*${html}*` } } }, // prettier-ignore
      { content: { library: "H5P.Accordion 1.0", params: { panels: [{ title: html }] } } },
    ],
  }),
});

describe("whatever a file holds, every block may stand in a draft, and every line of the report somewhere", () => {
  it.each<[string, fc.Arbitrary<string>, (text: string) => Promise<Reading>]>([
    ["Markdown", soup(MARKDOWN), (text) => readMarkdown(text, { files })],
    ["GIFT", soup(GIFT), (text) => readGift(text)],
    ["Aiken", soup(AIKEN), (text) => readAiken(text)],
    ["tables", soup(CSV), (text) => readQuestionsCsv(text)],
    ["banks of Moodle", soup(MOODLE), (text) => readMoodle(bank(text))],
    ["items of QTI", soup(QTI), (text) => readQti(item(text))],
    ["pages of SCORM", soup(HTML), (text) => readScorm(archiveOf(page(text)))],
    ["texts of H5P", soup(HTML), (text) => readH5p(archiveOf(presentation(text)))],
  ])("%s", async (_, text, read) => {
    await fc.assert(
      fc.asyncProperty(text, (each) => isSound(() => read(each))),
      { numRuns: 80 },
    );
  });
});

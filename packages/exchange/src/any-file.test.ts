import { DraftBlock } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ExchangeFault, type Reading } from "./common.ts";
import { readH5p } from "./h5p/index.ts";
import { readMarkdown } from "./markdown/index.ts";
import { readGift, readQuestionsCsv } from "./questions/index.ts";
import { readScorm } from "./scorm/index.ts";
import { archiveOf, PNG } from "./testing/files.ts";

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
      const draft = block.kind === "picture" ? { kind: "picture", alt: block.alt, ...(block.caption !== undefined && { caption: block.caption }) } : block; // prettier-ignore
      expect(DraftBlock.safeParse(draft).error).toBeUndefined();
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
const MARKDOWN = ["# ", "## ", "### ", "- ", "1. ", "9) ", "  - ", "> ", "> [!TIP]\n", "```\n", "---\n", "| a | b |\n|---|--:|\n", "| c |\n", "\n\n", "**", "_", "[a](https://a.ma)", "![x](a.png 'y')", "[a]: b\n", ":::tip\n", ":::steps\n", ':::question{kind="choice"}\n', "- [x] a\n- [ ] b\n", ":::audio{seconds=4}\n", ":::\n", "<b>", "<br>", ": x\n", "---\ntitle: a\ntwiza: 1\n---\n"]; // prettier-ignore
const GIFT = ["Un ? {", "}", "=a", "~b", "~%50%c", "#", "####", "{T}", "{#3:1}", "{#1..x}", "\n\n", "::t::", "$CATEGORY: a/b\n", "// [tag:truefalse]\n", "[html]", "<b>", "<p>", "<ul><li>", "->", "\\n", "\\{"]; // prettier-ignore
const CSV = ["question;a;b;right;kind\n", "question,right,feedback,tolerance,unit\n", ";", ",", "\n", '"', "a", "vrai", "12,5", "=1", "'", "choice", "number"]; // prettier-ignore

const files = { sizeOf: () => PNG.length, read: async () => Uint8Array.from(PNG) };
const page = (html: string) => ({
  "imsmanifest.xml": '<manifest><organizations><organization><item identifierref="r"><title>Un</title></item></organization></organizations><resources><resource identifier="r" href="p.html"/></resources></manifest>', // prettier-ignore
  "p.html": html || " ",
  "a.png": PNG,
});
const presentation = (html: string) => ({
  "h5p.json": '{"title":"x","mainLibrary":"H5P.Column"}',
  "content/content.json": JSON.stringify({
    content: [
      { content: { library: "H5P.AdvancedText 1.1", params: { text: html } } },
      { content: { library: "H5P.MultiChoice 1.16", params: { question: html, answers: [{ text: html, correct: true }, { text: "b" }] } } }, // prettier-ignore
      { content: { library: "H5P.Accordion 1.0", params: { panels: [{ title: html }] } } },
    ],
  }),
});

describe("whatever a file holds, every block may stand in a draft, and every line of the report somewhere", () => {
  it.each<[string, fc.Arbitrary<string>, (text: string) => Promise<Reading>]>([
    ["Markdown", soup(MARKDOWN), (text) => readMarkdown(text, { files })],
    ["GIFT", soup(GIFT), (text) => readGift(text)],
    ["tables", soup(CSV), (text) => readQuestionsCsv(text)],
    ["pages of SCORM", soup(HTML), (text) => readScorm(archiveOf(page(text)))],
    ["texts of H5P", soup(HTML), (text) => readH5p(archiveOf(presentation(text)))],
  ])("%s", async (_, text, read) => {
    await fc.assert(
      fc.asyncProperty(text, (each) => isSound(() => read(each))),
      { numRuns: 80 },
    );
  });
});

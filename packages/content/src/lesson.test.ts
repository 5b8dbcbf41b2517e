import { type Language, LessonId, Media } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import type { Shelf } from "./block.ts";
import { readLesson } from "./lesson.ts";
import { stableId } from "./stable-id.ts";

const media = (type: Media["type"]): Media =>
  Media.parse({ hash: "a".repeat(64), type, bytes: 10 });
const emptyShelf: Shelf = { media: () => undefined };
const svgShelf: Shelf = { media: (src) => (src === "a.svg" ? media("image/svg+xml") : undefined) };

const read = (blocks: string, shelf = svgShelf, language: Language = "en") =>
  readLesson(`---\ntitle: A day\nminutes: 6\n---\n\n${blocks}`, {
    file: "lessons/a.en.md",
    lessonId: LessonId.parse(stableId("lesson", "a")),
    language,
    shelf,
  });
/** Line and message of the faults; the first line of the blocks is line 6. */
const faultsOf = (blocks: string, shelf = svgShelf) =>
  read(blocks, shelf).faults.map(({ line, message }) => [line, message] as const);
const blocksOf = (blocks: string, shelf = svgShelf, language: Language = "en") => {
  const { body, faults } = read(blocks, shelf, language);
  expect(faults.map(String)).toEqual([]);
  return body?.blocks;
};

describe("a fault names its line and the way out", () => {
  const TEXT = ":::text{#a}\nWords.\n:::\n\n";
  it.each([
    ["a sentence outside a block", `${TEXT}Words.`, 10, ":::text{#name}"],
    ["an unknown kind of block", `${TEXT}:::txt{#b}\nWords.\n:::`, 10, "write text, picture"],
    ["a misspelt attribute", ":::callout{#a tune=tip}\nWords.\n:::", 6, "tone"],
    ["an unknown tone", ":::callout{#a tone=loud}\nWords.\n:::", 6, "write tone=note"],
    ["a block without a name", ":::text\nWords.\n:::", 6, "{#name}"],
    ["a name in Arabic letters", ":::text{#اسم}\nWords.\n:::", 6, "small Latin letters"],
    ["two blocks of one name", `${TEXT}${TEXT}`, 10, "rename this one"],
    ["an empty block", `${TEXT}:::text{#b}\n:::`, 10, "write something inside"],
    ["a block that never ends", `${TEXT}:::text{#b}\nWords.`, 10, "close it with a line :::"],
    ["a block inside a block", ":::text{#a}\n\n:::text{#b}\nWords.\n:::\n:::", 8, "close that one"],
    ["raw HTML", ":::text{#a}\nWords\n<b>loud</b>\n:::", 8, "**bold**"],
    ["a picture in a sentence", ":::text{#a}\n\n![x](a.svg)\n:::", 8, "write words"],
    ["a link that is not encrypted", ":::text{#a}\n\n[x](http://a.b)\n:::", 8, "https://"],
    ["a link that runs", ":::text{#a}\n[x](javascript:alert\\(1\\))\n:::", 7, "https://"],
    ["a heading of the page", ":::text{#a}\n\n# Big\n:::", 8, "### or ####"],
    ["a list in a list", ":::text{#a}\n- one\n  - two\n:::", 8, "after the list"],
    ["a picture that is not there", ':::picture{#a src="b.svg" alt="x"}\n:::', 6, "folder media/"],
    ["a picture without words for it", ':::picture{#a src="a.svg"}\n:::', 6, "those who cannot"],
    ["steps without numbers", ":::steps{#a}\n- one\n:::", 6, "1. First"],
    [
      "a table with a short row",
      ":::table{#a}\n| a | b |\n| - | - |\n| 1 |\n:::",
      9,
      "for each column",
    ],
    ["a word that is not said", ":::term{#a}\nWords.\n:::", 6, "write word="],
    ["a document that is not there", ':::file{#a src="b.pdf" title="x"}\n:::', 6, "folder media/"],
    ["a document without a name", ':::file{#a src="a.svg"}\n:::', 6, "what it is called"],
    ["a picture to take along", ':::file{#a src="a.svg" title="x"}\n:::', 6, "a document pdf"],
    ["a page that is not encrypted", ':::link{#a href="http://a.b" title="x"}\n:::', 6, "https://"],
    ["pictures that are prose", ":::gallery{#a}\nWords.\n:::", 6, "- ![what one sees]"],
    [
      "a picture of several that is not there",
      ":::gallery{#a}\n- ![x](b.svg)\n:::",
      7,
      "of media/",
    ],
    [
      "a decoration with words",
      ':::picture{#a src="a.svg" alt="x" decorative="yes"}\n:::',
      6,
      "no alt",
    ],
    ["a table that is prose", ":::table{#a}\nWords.\n:::", 6, "| --- | ---: |"],
  ])("%s", (_, blocks, line, wayOut) => {
    const faults = faultsOf(blocks);
    expect(faults.map(([at]) => at)).toContain(line);
    expect(faults.find(([at]) => at === line)?.[1]).toContain(wayOut);
  });

  it.each([
    ["an unknown kind", 'kind="essay"', "- [x] a\n- [ ] b", "choice, multiple"],
    ["no right option", 'kind="choice"', "- [ ] a\n- [ ] b", "exactly one [x]; here 0 of 2"],
    ["two right options of a choice", 'kind="choice"', "- [x] a\n- [x] b", "here 2 of 2"],
    [
      "one right option of a multiple",
      'kind="multiple"',
      "- [x] a\n- [ ] b\n- [ ] c",
      "two or more",
    ],
    [
      "three answers to true or false",
      'kind="truefalse"',
      "- [x] a\n- [ ] b\n- [ ] c",
      "two options",
    ],
    ["an option without brackets", 'kind="choice"', "- [x] a\n- b", "begins with - [ ]"],
    ["a number with a comma", 'kind="number" answer="1,5"', "", "a point for the decimals"],
    ["a number without its answer", 'kind="number"', "", "write digits"],
    ["a number with options", 'kind="number" answer="1"', "- [x] a", "no options"],
    ["a number beyond all numbers", 'kind="number" answer="1e400"', "", "write digits"],
    [
      "a pair that lacks its other half",
      'kind="match"',
      "- [x] a -> b\n- [x] c",
      "what belongs to it",
    ],
    ["steps of which one is wrong", 'kind="order"', "- [x] a\n- [ ] b", "every one [x]"],
    ["no gap in its text", 'kind="cloze"', "- [x] a: b", "each gap [[a]]"],
    ["an option of no gap", 'kind="cloze"', "- [x] b", "the word of the gap"],
    ["only wrong words", 'kind="short"', "- [ ] a", "wants an [x]"],
    ["no picture", 'kind="hotspot"', "- [x] 1,2: a\n- [ ] 3,4: b", 'picture="file.svg"'],
    ["no place on the picture", 'kind="hotspot"', "- [x] a", "250,400"],
    ["a scale without a middle", 'kind="likert"', "- [ ] a\n- [ ] b", "3, 5 or 7 steps"],
    ["a right step of a scale", 'kind="likert"', "- [x] a\n- [ ] b\n- [ ] c", "none of them [x]"],
    ["a right point to look for", 'kind="open"', "- [x] a", "none of them [x]"],
    ["parts that do not count in parts", 'kind="choice" credit="part"', "- [x] a\n- [ ] b", "only"],
  ])("a question with %s", (_, attributes, options, wayOut) => {
    const faults = faultsOf(`:::question{#q ${attributes}}\nHow many?\n\n${options}\n:::`);
    expect(faults.map(([, message]) => message).join("\n")).toContain(wayOut);
    expect(faults.every(([line]) => line >= 6 && line <= 10)).toBe(true);
  });

  it("tells all faults of a file at once", () => {
    const faults = faultsOf(":::text{#a}\n<b>x</b>\n:::\n\n:::steps{#b}\nno\n:::\n\nloose");
    expect(new Set(faults.map(([line]) => line))).toEqual(new Set([7, 10, 14]));
  });

  it("keeps nothing of a lesson that has a fault", () => {
    expect(read(":::text{#a}\nGood.\n:::\n\nloose").body).toBeUndefined();
  });

  it.each([
    ["no front matter", ":::text{#a}\nWords.\n:::", 1],
    ["a colon in a title", "---\ntitle: Prix : le bon\nminutes: 6\n---\n", 2],
    ["minutes that are no number", "---\ntitle: A\nminutes: six\n---\n", 1],
  ])("%s", (_, markdown, line) => {
    const lessonId = stableId("lesson", "a");
    const place = { file: "a.fr.md", lessonId, language: "fr" as const, shelf: emptyShelf };
    expect(readLesson(markdown, place).faults.map((fault) => fault.line)).toContain(line);
  });
});

describe("what an author writes is what a learner reads", () => {
  it("a colon in a sentence is a colon, not a block", () => {
    expect(blocksOf(":::text{#a}\nPrix :prix, 8:30, ratio 1:2.\n:::")).toMatchObject([
      { doc: { content: [{ content: [{ text: "Prix :prix, 8:30, ratio 1:2." }] }] } },
    ]);
  });

  it("bold and emphasis hold inside Arabic and Tifinagh words, and no mark of direction is lost", () => {
    const arabic = "قال: **السعر**، \u2067(12 DH)\u2069 لا غير.";
    expect(blocksOf(`:::text{#a}\n${arabic}\n\nⴰⵣⵓⵍ *ⴼⵍⵍⴰⵡⵏ*.\n:::`, svgShelf, "ar")).toEqual([
      {
        kind: "text",
        key: "a",
        doc: {
          type: "doc",
          content: [
            {
              type: "paragraph",
              content: [
                { type: "text", text: "قال: " },
                { type: "text", text: "السعر", marks: [{ type: "bold" }] },
                { type: "text", text: "، \u2067(12 DH)\u2069 لا غير." },
              ],
            },
            {
              type: "paragraph",
              content: [
                { type: "text", text: "ⴰⵣⵓⵍ " },
                { type: "text", text: "ⴼⵍⵍⴰⵡⵏ", marks: [{ type: "italic" }] },
                { type: "text", text: "." },
              ],
            },
          ],
        },
      },
    ]);
  });

  it("a no-break space in an amount stays, a wrapped line becomes one space", () => {
    expect(blocksOf(":::audio{#a}\n1\u00A0200 DH\nen tout.\n:::")).toMatchObject([
      { transcript: "1\u00A0200 DH en tout.", seconds: 0 },
    ]);
  });

  it("figures of a table align by the column's colon", () => {
    const table = "| Poste | DH |\n| --- | ---: |\n| Noix **vertes** | 1\u00A0200 |\n| | 3 |";
    expect(blocksOf(`:::table{#a caption="Coût « net »"}\n${table}\n:::`)).toEqual([
      {
        kind: "table",
        key: "a",
        caption: "Coût « net »",
        head: ["Poste", "DH"],
        numeric: [false, true],
        rows: [
          ["Noix vertes", "1\u00A0200"],
          ["", "3"],
        ],
      },
    ]);
  });

  it("rarer blocks are what they are called", () => {
    const pdf = media("application/pdf");
    const shelf: Shelf = { media: (src) => (src.endsWith(".pdf") ? pdf : svgShelf.media(src)) };
    const svg = media("image/svg+xml");
    const row = "- ![One](a.svg)\n\n  At the *souk*.\n- ![](a.svg)";
    expect(
      blocksOf(
        [
          ':::term{#t word="Balance"}\nWhat is left.\n:::',
          ':::file{#f src="a.pdf" title="Sheet"}\nSix columns.\n:::',
          `:::gallery{#g view="compare"}\n${row}\n:::`,
          ':::link{#l href="https://a.ma/" title="Office"}\n:::',
          ':::picture{#p src="a.svg" decorative="yes"}\n:::',
        ].join("\n\n"),
        shelf,
      ),
    ).toMatchObject([
      { kind: "term", term: "Balance" },
      { kind: "file", media: pdf, title: "Sheet", about: "Six columns." },
      {
        kind: "gallery",
        view: "compare",
        pictures: [
          { id: "a", media: svg, alt: "One", caption: "At the souk." },
          { id: "b", media: svg, alt: "", decorative: true },
        ],
      },
      { kind: "link", href: "https://a.ma/", title: "Office" },
      { kind: "picture", media: svg, alt: "", decorative: true },
    ]);
  });

  it("an option keeps its own feedback and the question the last", () => {
    const options = "- [ ] No\n  > Why not.\n- [x] Yes\n  > Why.\n\n> After all.";
    expect(blocksOf(`:::question{#q kind="truefalse"}\nIs it?\n\n${options}\n:::`)).toMatchObject([
      {
        question: "truefalse",
        options: [
          { id: "a", text: "No", right: false, feedback: "Why not." },
          { id: "b", text: "Yes", right: true, feedback: "Why." },
        ],
        feedback: "After all.",
      },
    ]);
  });

  it("the voice of the lesson is taken when there is one", () => {
    const voice = { media: media("audio/ogg"), seconds: 21 };
    const shelf: Shelf = { media: () => undefined, voice };
    expect(blocksOf(":::audio{#a}\nListen.\n:::", shelf)).toEqual([
      { kind: "audio", key: "a", transcript: "Listen.", ...voice },
    ]);
    expect(faultsOf(":::audio{#a}\nA.\n:::\n\n:::audio{#b}\nB.\n:::", shelf)).toMatchObject([
      [10, expect.stringContaining("one spoken text")],
    ]);
  });
});

import fc from "fast-check";
import type { AnyImportedBlock, ImportedLesson, ImportedQuestion } from "../imported.ts";
import { optionName } from "../questions/option-name.ts";
import { PNG } from "./files.ts";

/** What means something to Markdown, to GIFT, to sheets or to the order of a line, among ordinary characters. */
const NASTY = [
  ...Array.from("*_`~[](){}<>&\"'\\|#+-:.!=$@%/;, 1aZéمتⵜⵣ🐝\u200F\u2067"),
  ...[":::", ":::text{#a}", "---", "1. ", "- ", "[x] ", "&amp;", "http://a.b", "](", "**", "//"],
  ...[
    "\u00A0:",
    "<br>",
    "[!TIP]",
    ": a",
    "::",
    "->",
    "####",
    "%50%",
    "\\n",
    "=1+1",
    "{T}",
    "[html]",
  ],
];
/** Words without white space at their ends and without two spaces together, as a line of people has them. */
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join("").replaceAll(/[\u0000-\u001F\u007F-\u009F\uFFFE\uFFFF]/g, ""))
  .map((text) => text.replaceAll(/[^\S\u00A0]+/g, " ").trim())
  .filter((text) => text !== "" && text.isWellFormed());
const lineOf = (most: number) => line.filter((text) => text.length <= most);
/** Paragraphs with an empty line between them, of one or two lines. */
const plain = (most: number) =>
  fc
    .array(fc.array(lineOf(60), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((paragraphs) => paragraphs.map((lines) => lines.join("\n")).join("\n\n"))
    .filter((text) => text.length <= most);

const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(arbitrary, { minLength: 1, maxLength });
const exactly = <T>(arbitrary: fc.Arbitrary<T>, length: number) =>
  fc.array(arbitrary, { minLength: length, maxLength: length });
/** The field, or no field at all. */
const maybe = <Key extends string, T>(
  key: Key,
  arbitrary: fc.Arbitrary<T>,
): fc.Arbitrary<Partial<Record<Key, T>>> =>
  fc.record({ [key]: arbitrary }, { requiredKeys: [] }) as never;

const href = fc.constantFrom("https://example.org/a?b=(c)&d", "mailto:a@example.org", "tel:+2125");
/** In the one order in which marks are kept. */
const marks = fc
  .tuple(fc.option(href, { nil: undefined, freq: 2 }), fc.boolean(), fc.boolean())
  .map(([link, bold, italic]) => [
    ...(link === undefined ? [] : [{ type: "link" as const, attrs: { href: link } }]),
    ...(bold ? [{ type: "bold" as const }] : []),
    ...(italic ? [{ type: "italic" as const }] : []),
  ]);
/** Neighbours with the same marks are one text: the form in which a sentence is kept. */
const sentenceOf = (words: fc.Arbitrary<string>) =>
  some(fc.tuple(words, marks), 4).map((texts) =>
    texts
      .filter(
        ([, own], index) => JSON.stringify(own) !== JSON.stringify(index && texts[index - 1]?.[1]),
      )
      .map(([text, own]) => ({
        type: "text" as const,
        text,
        ...(own.length > 0 && { marks: own }),
      })),
  );
const paragraph = (words: fc.Arbitrary<string>) =>
  sentenceOf(words).map((content) => ({ type: "paragraph" as const, content }));
const heading = fc
  .tuple(fc.constantFrom(3 as const, 4 as const), sentenceOf(lineOf(60)))
  .map(([level, content]) => ({ type: "heading" as const, attrs: { level }, content }));
const list = fc
  .tuple(
    fc.constantFrom("bulletList" as const, "orderedList" as const),
    some(some(paragraph(lineOf(60)), 2), 3),
  )
  .map(([type, items]) => ({
    type,
    content: items.map((content) => ({ type: "listItem" as const, content })),
  }));
const lines = some(lineOf(60), 2).map((all) => all.join("\n"));
const generatedDoc = some(fc.oneof(paragraph(lines), heading, list), 4).map((content) => ({
  type: "doc" as const,
  content,
}));
/** One paragraph without marks. */
const plainDoc = lines.map((text) => ({
  type: "doc" as const,
  content: [{ type: "paragraph" as const, content: [{ type: "text" as const, text }] }],
}));

const option = (words: fc.Arbitrary<string>) =>
  fc.tuple(words, maybe("feedback", plain(900))).map(([text, feedback]) => ({ text, ...feedback }));
const options = (least: number, most: number, rights: number, words: fc.Arbitrary<string>) =>
  fc.array(option(words), { minLength: least, maxLength: most }).chain((all) =>
    fc.shuffledSubarray(all.map((_, index) => index)).map((order) =>
      all.map((each, index) => ({
        id: String.fromCharCode(97 + index),
        text: each.text,
        right:
          (order.length === all.length ? order : all.map((_, at) => at)).indexOf(index) < rights,
        ...(each.feedback !== undefined && { feedback: each.feedback }),
      })),
    ),
  );
const number = fc
  .tuple(
    fc
      .oneof(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc.integer({ min: -1e6, max: 1e6 }).map((n) => n / 100),
      )
      .map((value) => value || 0),
    fc.nat(1000).map((around) => around / 4),
    maybe("unit", lineOf(20)),
  )
  .map(([value, tolerance, unit]) => ({ value, tolerance, ...unit }));

type Option = ImportedQuestion["options"][number];
/** Options of the kinds that came later, under names that say their place. */
const named = (all: readonly Omit<Option, "id">[]): Option[] =>
  all.map((each, index) => ({ id: optionName(index), ...each }));
const several = (least: number, most: number, own: fc.Arbitrary<Omit<Option, "id">>) =>
  fc.array(own, { minLength: least, maxLength: most }).map(named);
const answered = (words: fc.Arbitrary<string>) =>
  option(words).map((each) => ({ ...each, right: true }));
const unmarked = (words: fc.Arbitrary<string>) => words.map((text) => ({ text, right: false }));
/** Some answers are right, and the first one is. */
const foreseen = (words: fc.Arbitrary<string>) =>
  several(
    1,
    20,
    fc.tuple(option(words), fc.boolean()).map(([each, right]) => ({ ...each, right })),
  ).map(
    // prettier-ignore
    ([first, ...rest]) => (first ? [{ ...first, right: true }, ...rest] : rest),
  );
const pairs = (words: fc.Arbitrary<string>) =>
  several(2, 8, fc.tuple(answered(words), words).map(([each, pair]) => ({ ...each, text: each.text.replaceAll(/ ->(?= |$)/g, "\u00A0->"), pair }))); // prettier-ignore
const spots = (words: fc.Arbitrary<string>) => {
  const part = fc.integer({ min: 0, max: 1000 });
  const own = fc.tuple(option(words), part, part, fc.boolean());
  return several(
    2,
    8,
    own.map(([each, x, y, right]) => ({ ...each, right, spot: { x, y } })),
  ).map(([first, ...rest]) => (first ? [{ ...first, right: true }, ...rest] : rest));
};
const gapWords = (words: fc.Arbitrary<string>) =>
  fc.tuple(answered(words), fc.array(option(words), { maxLength: 2 }));
/** Two or three gaps, each with what is right and perhaps something wrong. */
const gaps = (words: fc.Arbitrary<string>) =>
  fc.array(gapWords(words), { minLength: 1, maxLength: 3 }).map((all) => ({
    names: all.map((_, at) => String.fromCharCode(97 + at)),
    options: named(
      all.flatMap(
        ([right, wrong], at) =>
        [right, ...wrong.map((each) => ({ ...each, right: false }))].map((each) => ({ ...each, gap: String.fromCharCode(97 + at) })), // prettier-ignore
      ),
    ),
  }));
type Prompt = ImportedQuestion["prompt"];
const withGapsIn = (prompt: Prompt, names: readonly string[]): Prompt => {
  const text = `Le sel ${names.map((name) => `[[${name}]]`).join(" et ")}.`;
  const clean = JSON.parse(JSON.stringify(prompt).replaceAll(/\[\[([a-z])\]\]/g, "$1")) as Prompt;
  return { ...clean, content: [{ type: "paragraph", content: [{ type: "text", text }] }, ...clean.content] }; // prettier-ignore
};

type Words = {
  readonly prompt: fc.Arbitrary<ImportedQuestion["prompt"]>;
  readonly text: fc.Arbitrary<string>;
};
const credit = maybe("credit", fc.constant("part" as const));
const image = fc
  .constantFrom("a.png", "carte (1).png")
  .map((name) => ({ bytes: Uint8Array.from(PNG), type: "image/png" as const, name }));
const shown = fc.tuple(image, lineOf(200)).map(([own, alt]) => ({ image: own, alt }));
/** Some options have a picture. */
const pictured = (own: fc.Arbitrary<Option[]>) =>
  fc
    .tuple(own, fc.array(maybe("picture", image), { minLength: 8, maxLength: 8 }))
    .map(([all, pictures]) => all.map((each, at) => ({ ...each, ...pictures[at] })));
const questionOf = ({ prompt, text }: Words): fc.Arbitrary<ImportedQuestion> =>
  fc
    .tuple(
      prompt,
      maybe("feedback", plain(900)),
      fc.oneof(
        options(3, 5, 1, text).map((all) => ({ question: "choice" as const, options: all })),
        fc
          .tuple(options(3, 8, 2, text), credit)
          .map(([all, part]) => ({ question: "multiple" as const, options: all, ...part })),
        options(2, 2, 1, text).map((all) => ({ question: "truefalse" as const, options: all })),
        number.map((value) => ({ question: "number" as const, options: [], number: value })),
        foreseen(text).map((all) => ({ question: "short" as const, options: all })),
        fc
          .tuple(pairs(text), credit)
          .map(([all, part]) => ({ question: "match" as const, options: all, ...part })),
        fc
          .tuple(several(2, 8, answered(text)), credit)
          .map(([all, part]) => ({ question: "order" as const, options: all, ...part })),
        fc
          .tuple(gaps(text), credit)
          .map(([own, part]) => ({ question: "cloze" as const, ...own, ...part })),
        several(0, 8, unmarked(text)).map((all) => ({ question: "open" as const, options: all })),
        fc
          .constantFrom(3, 5, 7)
          .chain((count) => fc.uniqueArray(text, { minLength: count, maxLength: count }))
          .map((all) => ({ question: "likert" as const, options: named(all.map((each) => ({ text: each, right: false }))) })), // prettier-ignore
      ),
      maybe("hint", lineOf(200)),
    )
    .map(([asked, feedback, rest, hint]) => {
      const { names, ...more } = { names: undefined, ...rest };
      return {
        kind: "question" as const,
        prompt: names ? withGapsIn(asked, names) : asked,
        ...more,
        ...feedback,
        ...hint,
      };
    });
const PICTURED = new Set(["choice", "multiple"]);
/** A question with pictures where it may have some; one that is answered on its picture among them. */
const picturedQuestion = (question: fc.Arbitrary<ImportedQuestion>, text: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.tuple(question, maybe("picture", shown)).map(([own, picture]) => ({ ...own, ...picture })),
    question.chain((own) =>
      PICTURED.has(own.question)
        ? pictured(fc.constant([...own.options])).map((all) => ({ ...own, options: all }))
        : fc.constant(own),
    ),
    fc
      .tuple(question, spots(text), shown, credit)
      .map(([{ prompt, feedback, hint }, all, picture, part]) => ({
        kind: "question" as const,
        question: "hotspot" as const,
        prompt: JSON.parse(JSON.stringify(prompt)) as Prompt,
        ...{ options: all, picture, ...part },
        ...(feedback !== undefined && { feedback }),
        ...(hint !== undefined && { hint }),
      })),
  );
/** A question of any kind but of pictures, as any file may hold it. */
export const generatedQuestion = questionOf({ prompt: generatedDoc, text: plain(300) });
/** A question of all kinds, with pictures. */
export const shownQuestion = picturedQuestion(generatedQuestion, plain(300));
/** A question as a table can hold it: without marks. */
export const plainQuestion = questionOf({ prompt: plainDoc, text: plain(300) });

const cell = fc.oneof(fc.constant(""), lines);
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc
    .record({
      kind: fc.constant("table" as const),
      head: exactly(fc.oneof(fc.constant(""), lineOf(60)), width),
      numeric: exactly(fc.boolean(), width),
      rows: some(exactly(cell, width), 3),
    })
    .chain((all) => maybe("caption", lineOf(200)).map((caption) => ({ ...all, ...caption }))),
);
const picture = fc
  .tuple(
    fc.constantFrom("a.png", "photo 1 (x).png", "صورة.png"),
    fc.oneof(fc.constant(""), lineOf(200)),
    maybe("caption", lineOf(200)),
  ) // prettier-ignore
  .map(([name, alt, caption]) => ({
    kind: "picture" as const,
    bytes: Uint8Array.from(PNG),
    type: "image/png" as const,
    name,
    alt,
    ...caption,
  }));
const audio = fc
  .tuple(fc.integer({ min: 0, max: 600 }), plain(2000))
  .map(([seconds, transcript]) => ({ kind: "audio" as const, seconds, transcript }));
const tone = fc.constantFrom(
  "note" as const,
  "tip" as const,
  "warning" as const,
  "example" as const,
);

const block: fc.Arbitrary<AnyImportedBlock> = fc.oneof(
  generatedDoc.map((doc) => ({ kind: "text" as const, doc })),
  fc.tuple(tone, generatedDoc).map(([own, doc]) => ({ kind: "callout" as const, tone: own, doc })),
  fc.tuple(lineOf(120), generatedDoc).map(([term, doc]) => ({ kind: "term" as const, term, doc })),
  some(generatedDoc, 3).map((steps) => ({ kind: "steps" as const, steps })),
  picture,
  audio,
  table,
  shownQuestion,
);
/** A lesson of every kind of block, in the form in which readers answer with them. */
export const generatedLesson: fc.Arbitrary<ImportedLesson<AnyImportedBlock>> = fc.record({
  title: lineOf(100),
  blocks: some(block, 4),
});

import { LANGUAGES, LessonBody, LessonId, type Media, MEDIA_TYPES } from "@twiza/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { readLesson } from "./lesson.ts";
import { stableId } from "./stable-id.ts";
import { writeLesson } from "./write-lesson.ts";

/** Characters that mean something to Markdown, to YAML or to the order of a line, among ordinary ones. */
const NASTY = [
  ..."*_`~[](){}<>&\"'\\|#+-:.!=$@%/ 1aZé",
  "م",
  "ت",
  "ⵜ",
  "ⵣ",
  "🐝",
  "\u200F",
  "\u2067",
];
const character = fc.oneof(
  fc.constantFrom(...NASTY),
  fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
  fc.constantFrom(
    ":::",
    ":::text{#a}",
    "---",
    "1. ",
    "- ",
    "[x] ",
    "&amp;",
    "http://a.b",
    "](",
    "**",
    "\\",
  ),
);
const clean = (text: string): string => text.replaceAll(/[\u0000-\u001F\u007F]/g, "");
const line = fc
  .array(character, { minLength: 1, maxLength: 12 })
  .map((parts) => clean(parts.join("")))
  .filter((text) => text.trim() !== "");
const trimmedLine = (max: number) =>
  line
    .map((text) => text.trim().slice(0, max).trim())
    .filter((text) => text.isWellFormed() && text !== "");
/** Plain text: paragraphs with an empty line between, lines within. */
const plain = (max: number) =>
  fc
    .array(fc.array(trimmedLine(60), { minLength: 1, maxLength: 2 }), {
      minLength: 1,
      maxLength: 2,
    })
    .map((paragraphs) => paragraphs.map((lines) => lines.join("\n")).join("\n\n"))
    .filter((text) => text.length <= max);

const mark = fc.oneof(
  fc.constant({ type: "bold" as const }),
  fc.constant({ type: "italic" as const }),
  fc.record({
    type: fc.constant("link" as const),
    attrs: fc.record({
      href: fc.constantFrom(
        "https://example.org/a?b=(c)&d",
        "mailto:a@example.org",
        "tel:+212500000000",
      ),
    }),
  }),
);
const RANK = { link: 0, bold: 1, italic: 2 };
const marks = fc
  .uniqueArray(mark, { maxLength: 3, selector: ({ type }) => type })
  .map((list) => list.sort((a, b) => RANK[a.type] - RANK[b.type]));
type Inline = { type: "text"; text: string; marks?: unknown[] };
const inline = fc
  .tuple(line, marks)
  .map(([text, own]): Inline => ({ type: "text", text, ...(own.length > 0 && { marks: own }) }));
/** Neighbours with the same marks are one text: the form in which a sentence is kept. */
const sentence = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .map((texts) =>
    texts.filter(
      (text, index) =>
        index === 0 || JSON.stringify(text.marks) !== JSON.stringify(texts[index - 1]?.marks),
    ),
  );
const paragraph = sentence.map((content) => ({ type: "paragraph" as const, content }));
const heading = fc.record({
  type: fc.constant("heading" as const),
  attrs: fc.record({ level: fc.constantFrom(3, 4) }),
  content: sentence,
});
const list = fc.record({
  type: fc.constantFrom("bulletList", "orderedList"),
  content: fc.array(
    fc.record({
      type: fc.constant("listItem"),
      content: fc.array(paragraph, { minLength: 1, maxLength: 2 }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});
const doc = fc.record({
  type: fc.constant("doc"),
  content: fc.array(fc.oneof(paragraph, heading, list), { minLength: 1, maxLength: 4 }),
});

const media = (type: Media["type"]) =>
  fc.record({
    hash: fc.string({ unit: fc.constantFrom(..."0123456789abcdef"), minLength: 64, maxLength: 64 }),
    type: fc.constant(type),
    bytes: fc.integer({ min: 1, max: 1e6 }),
  });
const optional = <T>(key: string, arbitrary: fc.Arbitrary<T>) =>
  fc
    .option(arbitrary, { nil: undefined })
    .map((value) => (value === undefined ? {} : { [key]: value }));
const together = (...parts: fc.Arbitrary<object>[]) =>
  fc.tuple(...parts).map((all): object => Object.assign({}, ...all));

const options = (count: { min: number; max: number }, rights: number) =>
  fc
    .array(together(fc.record({ text: plain(400) }), optional("feedback", plain(900))), {
      minLength: count.min,
      maxLength: count.max,
    })
    .map((all) =>
      all.map((option, index) => ({
        id: String.fromCharCode(97 + index),
        right: index < rights,
        ...option,
      })),
    );
const asked = together(
  fc.record({ kind: fc.constant("question"), prompt: doc }),
  optional("feedback", plain(900)),
);
const finite = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const question = fc.oneof(
  together(
    asked,
    fc.record({ question: fc.constant("choice"), options: options({ min: 2, max: 4 }, 1) }),
  ),
  together(
    asked,
    fc.record({ question: fc.constant("multiple"), options: options({ min: 3, max: 5 }, 2) }),
  ),
  together(
    asked,
    fc.record({ question: fc.constant("truefalse"), options: options({ min: 2, max: 2 }, 1) }),
  ),
  together(
    asked,
    fc.record({
      question: fc.constant("number"),
      options: fc.constant([]),
      number: together(
        fc.record({ value: finite.map((value) => (value === 0 ? 0 : value)), tolerance: fc.nat() }),
        optional("unit", trimmedLine(20)),
      ),
    }),
  ),
);
const cell = fc.oneof(fc.constant(""), trimmedLine(60));
const table = fc.integer({ min: 1, max: 4 }).chain((width) => {
  const row = fc.array(cell, { minLength: width, maxLength: width });
  return together(
    fc.record({
      kind: fc.constant("table"),
      head: row,
      numeric: fc.array(fc.boolean(), { minLength: width, maxLength: width }),
      rows: fc.array(row, { minLength: 1, maxLength: 3 }),
    }),
    optional("caption", trimmedLine(200)),
  );
});
const block = fc.oneof(
  fc.record({ kind: fc.constant("text"), doc }),
  fc.record({
    kind: fc.constant("callout"),
    tone: fc.constantFrom("note", "tip", "warning", "example"),
    doc,
  }),
  together(
    fc.record({
      kind: fc.constant("picture"),
      media: fc.oneof(media("image/svg+xml"), media("image/webp")),
      alt: plain(400),
    }),
    optional("caption", plain(400)),
  ),
  together(
    fc.record({
      kind: fc.constant("audio"),
      seconds: fc.integer({ min: 0, max: 600 }),
      transcript: plain(2000),
    }),
    optional("media", media("audio/ogg")),
  ),
  fc.record({ kind: fc.constant("steps"), steps: fc.array(doc, { minLength: 1, maxLength: 3 }) }),
  table,
  question,
);
const body = fc
  .record({
    title: trimmedLine(100),
    language: fc.constantFrom(...LANGUAGES),
    blocks: fc.array(block, { minLength: 1, maxLength: 4 }),
  })
  .map(({ blocks, ...rest }) =>
    LessonBody.parse({
      format: 1,
      lessonId: stableId("lesson", "any"),
      ...rest,
      blocks: blocks.map((inner, index) => ({ ...inner, key: `b${index}` })),
    }),
  );

it("a lesson written as Markdown and read again is the same lesson", () => {
  fc.assert(
    fc.property(body, (lesson) => {
      const shelf = new Map(
        lesson.blocks.flatMap((each) =>
          "media" in each && each.media
            ? [[`${each.media.hash}.${MEDIA_TYPES[each.media.type]}`, each.media] as const]
            : [],
        ),
      );
      const reading = readLesson(writeLesson(lesson, 6), {
        file: "any.md",
        lessonId: LessonId.parse(lesson.lessonId),
        language: lesson.language,
        shelf: { media: (src) => shelf.get(src) },
      });
      expect(reading.faults.map(String)).toEqual([]);
      expect(reading.body).toEqual(lesson);
      expect(reading.minutes).toBe(6);
    }),
    { numRuns: 300 },
  );
});

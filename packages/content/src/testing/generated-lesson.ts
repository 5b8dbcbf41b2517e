import { LANGUAGES, LessonBody, type Media } from "@twiza/contract";
import fc from "fast-check";
import { stableId } from "../stable-id.ts";

/** What means something to Markdown, to YAML or to the order of a line, among ordinary characters. */
const NASTY = [
  ...Array.from("*_`~[](){}<>&\"'\\|#+-:.!=$@%/ 1aZéمتⵜⵣ🐝\u200F\u2067"),
  ...[":::", ":::text{#a}", "---", "1. ", "- ", "[x] ", "&amp;", "http://a.b", "](", "**"],
];
const line = fc
  .array(
    fc.oneof(
      fc.constantFrom(...NASTY),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 3 }),
    ),
    { minLength: 1, maxLength: 12 },
  )
  .map((parts) => parts.join("").replaceAll(/[\u0000-\u001F\u007F]/g, ""))
  .filter((text) => text.trim() !== "");
const trimmed = (max: number) =>
  line
    .map((text) => text.trim().slice(0, max).trim())
    .filter((text) => text.isWellFormed() && text !== "");
/** Paragraphs with an empty line between them, of one or two lines. */
const plain = (max: number) =>
  fc
    .array(fc.array(trimmed(60), { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 })
    .map((paragraphs) => paragraphs.map((lines) => lines.join("\n")).join("\n\n"))
    .filter((text) => text.length <= max);

const one = <const T>(value: T) => fc.constant(value);
const some = <T>(arbitrary: fc.Arbitrary<T>, maxLength: number) =>
  fc.array(arbitrary, { minLength: 1, maxLength });
const exactly = <T>(arbitrary: fc.Arbitrary<T>, length: number) =>
  fc.array(arbitrary, { minLength: length, maxLength: length });
/** The field, or no field at all. */
const maybe = (key: string, arbitrary: fc.Arbitrary<unknown>): fc.Arbitrary<object> =>
  fc
    .option(arbitrary, { nil: undefined })
    .map((value) => (value === undefined ? {} : { [key]: value }));
const joined = (...parts: fc.Arbitrary<object>[]): fc.Arbitrary<object> =>
  fc.tuple(...parts).map((all) => all.reduce((sum, part) => ({ ...sum, ...part }), {}));

const href = fc.constantFrom("https://example.org/a?b=(c)&d", "mailto:a@example.org", "tel:+2125");
/** In the one order in which marks are kept. */
const marks = fc
  .tuple(fc.option(href, { nil: undefined, freq: 2 }), fc.boolean(), fc.boolean())
  .map(([link, bold, italic]) => [
    ...(link === undefined ? [] : [{ type: "link", attrs: { href: link } }]),
    ...(bold ? [{ type: "bold" }] : []),
    ...(italic ? [{ type: "italic" }] : []),
  ]);
/** Neighbours with the same marks are one text: the form in which a sentence is kept. */
const sentence = some(fc.tuple(line, marks), 4).map((texts) =>
  texts
    .filter(
      ([, own], index) => JSON.stringify(own) !== JSON.stringify(index && texts[index - 1]?.[1]),
    )
    .map(([text, own]) => ({ type: "text", text, ...(own.length > 0 && { marks: own }) })),
);
const paragraph = fc.record({ type: one("paragraph"), content: sentence });
const heading = fc.record({
  type: one("heading"),
  attrs: fc.record({ level: fc.constantFrom(3, 4) }),
  content: sentence,
});
const list = fc.record({
  type: fc.constantFrom("bulletList", "orderedList"),
  content: some(fc.record({ type: one("listItem"), content: some(paragraph, 2) }), 3),
});
const doc = fc.record({ type: one("doc"), content: some(fc.oneof(paragraph, heading, list), 4) });

const hexDigit = fc.constantFrom(...Array.from("0123456789abcdef"));
const media = (type: Media["type"]) =>
  fc.record({
    hash: fc.string({ unit: hexDigit, minLength: 64, maxLength: 64 }),
    type: one(type),
    bytes: fc.integer({ min: 1, max: 1e6 }),
  });

const option = joined(fc.record({ text: plain(400) }), maybe("feedback", plain(900)));
const options = (least: number, rights: number) =>
  fc
    .array(option, { minLength: least, maxLength: rights === 1 && least === 2 ? 2 : 5 })
    .map((all) =>
      all.map((each, index) => ({
        id: String.fromCharCode(97 + index),
        right: index < rights,
        ...each,
      })),
    );
const number = joined(
  fc.record({
    value: fc
      .oneof(fc.integer(), fc.double({ min: -1e9, max: 1e9, noNaN: true }))
      .map((n) => n || 0),
    tolerance: fc.nat(),
  }),
  maybe("unit", trimmed(20)),
);
const question = joined(
  fc.record({ kind: one("question"), prompt: doc }),
  maybe("feedback", plain(900)),
  fc.oneof(
    fc.record({ question: one("choice"), options: options(3, 1) }),
    fc.record({ question: one("multiple"), options: options(3, 2) }),
    fc.record({ question: one("truefalse"), options: options(2, 1) }),
    fc.record({ question: one("number"), options: fc.constant([]), number }),
  ),
);
const cell = fc.oneof(one(""), trimmed(60));
const table = fc.integer({ min: 1, max: 4 }).chain((width) =>
  joined(
    fc.record({
      kind: one("table"),
      head: exactly(cell, width),
      numeric: exactly(fc.boolean(), width),
      rows: some(exactly(cell, width), 3),
    }),
    maybe("caption", trimmed(200)),
  ),
);
const picture = joined(
  fc.record({
    kind: one("picture"),
    media: fc.oneof(media("image/svg+xml"), media("image/webp")),
    alt: plain(400),
  }),
  maybe("caption", plain(400)),
);
const decoration = fc.record({
  kind: one("picture"),
  media: media("image/webp"),
  alt: one(""),
  decorative: one(true),
});
const audio = joined(
  fc.record({
    kind: one("audio"),
    seconds: fc.integer({ min: 0, max: 600 }),
    transcript: plain(2000),
  }),
  maybe("media", media("audio/ogg")),
);
const about = maybe("about", plain(400));
const term = fc.record({ kind: one("term"), term: trimmed(120), doc });
const file = joined(
  fc.record({ kind: one("file"), media: media("application/pdf"), title: trimmed(200) }),
  about,
);
const link = joined(
  fc.record({
    kind: one("link"),
    href: one("https://example.org/a?b=(c)&d"),
    title: trimmed(200),
  }),
  about,
);
const shown = fc.oneof(
  joined(fc.record({ media: media("image/webp"), alt: plain(200) }), maybe("caption", plain(200))),
  fc.record({ media: media("image/webp"), alt: one(""), decorative: one(true) }),
);
const gallery = fc.array(shown, { minLength: 2, maxLength: 3 }).chain((pictures) =>
  fc.record({
    kind: one("gallery"),
    view: fc.constantFrom("row", ...(pictures.length === 2 ? ["compare"] : [])),
    pictures: one(
      pictures.map((picture, index) => ({ id: String.fromCharCode(97 + index), ...picture })),
    ),
  }),
);
const captions = fc.array(
  fc
    .record({ from: fc.nat(5e6), text: trimmed(120) })
    .map(({ from, text }) => ({ from, to: from + 1500, text })),
  { maxLength: 3 },
);
const video = joined(
  fc.record({
    kind: one("video"),
    media: fc.oneof(media("video/mp4"), media("video/webm")),
    seconds: fc.integer({ min: 1, max: 600 }),
    title: trimmed(200),
    transcript: plain(2000),
    captions: captions.map((all) => all.toSorted((a, b) => a.from - b.from)),
  }),
  maybe("sound", media("audio/ogg")),
  maybe("poster", media("image/webp")),
);
const tone = fc.constantFrom("note", "tip", "warning", "example");
const block: fc.Arbitrary<object> = fc.oneof(
  fc.record({ kind: one("text"), doc }),
  fc.record({ kind: one("callout"), tone, doc }),
  fc.record({ kind: one("steps"), steps: some(doc, 3) }),
  picture,
  decoration,
  audio,
  table,
  question,
  term,
  file,
  link,
  gallery,
  video,
);

/** Lessons of every kind of block, in the form in which the reader keeps them. */
export const generatedLesson: fc.Arbitrary<LessonBody> = fc
  .record({ title: trimmed(100), language: fc.constantFrom(...LANGUAGES), blocks: some(block, 4) })
  .map(({ title, language, blocks }) =>
    LessonBody.parse({
      format: 1,
      lessonId: stableId("lesson", title),
      language,
      title,
      blocks: blocks.map((each, index) => ({ ...each, key: `b${index}` })),
    }),
  );

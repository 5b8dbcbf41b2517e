import { Media, type RichInline, type RichText } from "@twiza/contract";
import { QUESTION_KINDS } from "@twiza/contract/marking";
import fc from "fast-check";
import type { WrittenBlock } from "../xliff/index.ts";

/** What means something to XML, to the order of a line, or to careless readers, among ordinary characters. */
const NASTY = [
  ...Array.from("<>&\"' \t\r1aZéمتⵜⵣ🐝\u200F\u2067\uFFFE\uFFFF\uFFFD"),
  ...["]]>", "<!--", "&amp;", "&#10;", '<pc id="c1">', "</source>", "${x}", "$&", "\n", "  "],
];
const words = (most: number): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.constantFrom(...NASTY), fc.string({ unit: "grapheme", maxLength: 4 })), {
      maxLength: 8,
    }) // prettier-ignore
    .map((parts) =>
      parts.join("").replaceAll(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]/g, ""),
    ) // prettier-ignore
    .map((text) => text.slice(0, most).toWellFormed());

const href = fc.constantFrom('https://a.ma/?a="b"&c=<d>', "mailto:a@b.ma", "tel:+2125");
const mark = fc.oneof(
  fc.record({ type: fc.constant("bold" as const) }),
  fc.record({ type: fc.constant("italic" as const) }),
  href.map((link) => ({ type: "link" as const, attrs: { href: link } })),
);
const inline: fc.Arbitrary<RichInline> = fc
  .tuple(words(200), fc.array(mark, { maxLength: 3 }))
  .map(([text, marks]) => ({
    type: "text",
    text: text || "x",
    ...(marks.length > 0 && { marks }),
  }));
const sentence = fc.array(inline, { maxLength: 4 });
const paragraph = fc.oneof(
  sentence.map((content) => ({ type: "paragraph" as const, content })),
  fc.constant({ type: "paragraph" as const }),
);
const node: fc.Arbitrary<RichText["content"][number]> = fc.oneof(
  paragraph,
  fc
    .tuple(fc.constantFrom(3 as const, 4 as const), sentence)
    .map(([level, content]) => ({ type: "heading" as const, attrs: { level }, content })),
  fc
    .tuple(
      fc.constantFrom("bulletList" as const, "orderedList" as const),
      fc.array(fc.array(paragraph, { minLength: 1, maxLength: 2 }), { minLength: 1, maxLength: 2 }),
    )
    .map(([type, items]) => ({
      type,
      content: items.map((content) => ({ type: "listItem" as const, content })),
    })),
);
const doc: fc.Arbitrary<RichText> = fc
  .array(node, { minLength: 1, maxLength: 3 })
  .map((content) => ({ type: "doc", content }));

const grid = fc.integer({ min: 1, max: 3 }).chain((width) => {
  const row = fc.array(words(200), { minLength: width, maxLength: width });
  return fc.record({ head: row, rows: fc.array(row, { maxLength: 2 }) });
});
const feedback = fc.option(words(900), { nil: undefined });
const short = fc.option(words(300), { nil: undefined });
const MEDIA = Media.parse({ hash: "c".repeat(64), type: "image/webp", bytes: 9 });
const options = fc
  .array(fc.tuple(words(300), fc.boolean(), feedback, short, fc.nat(3)), { maxLength: 3 })
  .map((all) =>
    all.map(([text, right, why, pair, more], at) => ({
      id: `o${at}`,
      text,
      right,
      ...(more === 1 && { gap: "a" }),
      ...(more === 2 && { spot: { x: 1000, y: at } }),
      ...(more === 3 && { picture: MEDIA }),
      ...(pair !== undefined && { pair }),
      ...(why !== undefined && { feedback: why }),
    })),
  );
const question = fc
  .tuple(fc.constantFrom(...QUESTION_KINDS), short, short, fc.boolean())
  .map(([kind, hint, alt, isPart]) => ({
    question: kind,
    ...(hint !== undefined && { hint }),
    ...(alt !== undefined && { picture: { media: MEDIA, alt } }),
    ...(isPart && { credit: "part" as const }),
  }));
const number = fc.option(
  fc.option(words(20), { nil: undefined }).map((unit) => ({ value: 3, tolerance: 0, ...(unit !== undefined && { unit }) })), // prettier-ignore
  { nil: undefined },
);

/** A block of any kind, as far as its author has come. */
export const writtenBlock: fc.Arbitrary<WrittenBlock> = fc.oneof(
  words(200).map((text) => ({ kind: "title" as const, text })),
  doc.map((text) => ({ kind: "text" as const, doc: text })),
  doc.map((text) => ({ kind: "callout" as const, tone: "tip" as const, doc: text })),
  fc.tuple(words(400), feedback).map(([alt, caption]) => ({
    kind: "picture" as const,
    alt,
    ...(caption !== undefined && { caption: caption.slice(0, 400).toWellFormed() }),
  })),
  fc.constant({ kind: "picture" as const, alt: "", decorative: true as const }),
  fc.tuple(words(120), doc).map(([term, means]) => ({ kind: "term" as const, term, doc: means })),
  fc.tuple(words(200), feedback).map(([title, about]) => ({
    kind: "link" as const,
    href: "https://example.org/",
    title,
    ...(about !== undefined && { about: about.slice(0, 400).toWellFormed() }),
  })),
  words(200).map((title) => ({ kind: "file" as const, title })),
  fc.array(words(400), { minLength: 2, maxLength: 4 }).map((alts) => ({
    kind: "gallery" as const,
    view: "row" as const,
    pictures: alts.map((alt, at) => ({ id: `p${at}`, alt })),
  })),
  fc.tuple(words(200), words(2000), fc.array(words(120), { maxLength: 3 })).map(([title, transcript, said]) => ({
    kind: "video" as const,
    ...{ seconds: 9, title, transcript },
    captions: said.map((text, at) => ({ from: at * 2000, to: at * 2000 + 1500, text })),
  })), // prettier-ignore
  words(2000).map((transcript) => ({ kind: "audio" as const, seconds: 4, transcript })),
  fc.array(doc, { maxLength: 2 }).map((steps) => ({ kind: "steps" as const, steps })),
  grid.map(({ head, rows }) => ({
    kind: "table" as const,
    head,
    rows,
    numeric: head.map(() => false),
  })),
  fc.tuple(doc, options, number, feedback, question).map(([prompt, all, key, why, own]) => ({
    kind: "question" as const,
    ...own,
    prompt,
    options: all,
    ...(key && { number: key }),
    ...(why !== undefined && { feedback: why }),
  })),
);

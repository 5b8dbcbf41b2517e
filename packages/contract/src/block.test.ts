import { describe, expect, it } from "vitest";
import { Block } from "./block.ts";
import { RichText } from "./rich-text.ts";

const doc = (...content: unknown[]) => ({ type: "doc", content });
const paragraph = (...content: unknown[]) => ({ type: "paragraph", content });
const said = (text: string, ...marks: unknown[]) => ({ type: "text", text, marks });
const link = (href: unknown) => ({ type: "link", attrs: { href } });
const accepts = (value: unknown): boolean => RichText.safeParse(value).success;
const acceptsHref = (href: unknown): boolean => accepts(doc(paragraph(said("here", link(href)))));

describe("rich text", () => {
  it("holds paragraphs, headings, lists and marks, and keeps the spaces between them", () => {
    const whole = doc(
      { type: "heading", attrs: { level: 3 }, content: [said("Coût de revient")] },
      paragraph(said("Le ", { type: "bold" }), said(" prix ", { type: "italic" })),
      {
        type: "orderedList",
        content: [{ type: "listItem", content: [paragraph(said("Peser"))] }],
      },
      { type: "paragraph" },
    );
    expect(RichText.parse(whole)).toEqual(whole);
  });

  it.each([
    "https://odco.gov.ma/a?b=c#d",
    "HTTPS://example.org",
    "mailto:a@example.org",
    "tel:+212612345678",
  ])("may link to %s", (href) => expect(acceptsHref(href)).toBe(true));

  it.each([
    "javascript:alert(1)",
    "JavaScript:alert(1)",
    " javascript:alert(1)",
    "\u0000javascript:alert(1)",
    "\u0001javascript:alert(1)",
    "\tjavascript:alert(1)",
    "java\nscript:alert(1)",
    "java\tscript:alert(1)",
    "java\rscript:alert(1)",
    "javascript\u0000:alert(1)",
    "javascript&colon;alert(1)",
    "&#106;avascript:alert(1)",
    "javascript%3Aalert(1)",
    "javascript://https://example.org/%0aalert(1)",
    "javascript:https://example.org",
    "https://a\njavascript:alert(1)",
    "javascript:alert(1)\nhttps://example.org",
    "ｊavascript:alert(1)",
    "vbscript:msgbox(1)",
    "data:text/html,<script>alert(1)</script>",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "view-source:https://example.org",
    "http://example.org",
    "//example.org",
    "/api/session",
    "#top",
    "",
    "https://",
    "https://a b",
    "https://a\u0000b",
    `https://${"a".repeat(2000)}`,
    7,
    null,
    ["https://example.org"],
    { toString: "https://example.org" },
  ])("never links to %j", (href) => expect(acceptsHref(href)).toBe(false));

  it("every link that it takes is one that runs nothing, as the browser reads it", () => {
    const schemes = ["https:", "mailto:", "tel:", "javascript:", "jAvAsCrIpT:", "data:", "http:"];
    const noise = ["", " ", "\t", "\n", "\r", "\u0000", "\u0001", "\u00a0", "\ufeff", "\u2028"];
    const tried = schemes.flatMap((scheme) =>
      noise.flatMap((before) =>
        noise.flatMap((within) => [
          `${before}${scheme}${within}//example.org`,
          `${before}${scheme.slice(0, 2)}${within}${scheme.slice(2)}//example.org`,
        ]),
      ),
    );
    const taken = tried.filter(acceptsHref).map((href) => new URL(href).protocol);
    expect(taken.length).toBeGreaterThan(0);
    expect(new Set(taken).difference(new Set(["https:", "mailto:", "tel:"]))).toEqual(new Set());
  });

  it.each([
    ["a script", doc({ type: "script", content: [said("alert(1)")] })],
    ["an image", doc({ type: "image", attrs: { src: "x", onerror: "alert(1)" } })],
    ["raw HTML", doc({ type: "html", text: "<b>" })],
    ["a document in a document", doc(doc(paragraph()))],
    ["an unknown mark", doc(paragraph(said("a", { type: "code" })))],
    ["a heading of the page", doc({ type: "heading", attrs: { level: 1 }, content: [] })],
    ["a list in a list", doc({ type: "bulletList", content: [{ type: "bulletList" }] })],
    ["a paragraph with attributes", doc({ ...paragraph(), attrs: { style: "x" } })],
    ["a link with more", doc(paragraph(said("a", { type: "link", attrs: { href: "tel:1", onclick: "x" } })))],
    ["text with attributes", doc(paragraph({ ...said("a"), attrs: {} }))],
    ["text that is none", doc(paragraph({ type: "text", text: 7 }))],
    ["empty text", doc(paragraph(said("")))],
    ["a document with a version", { ...doc(paragraph()), version: 2 }],
    ["nothing in it", doc()],
    ["too many paragraphs", doc(...Array<unknown>(101).fill(paragraph()))],
    ["NUL", doc(paragraph(said("a\u0000b")))],
    ["a lone surrogate", doc(paragraph(said("a\ud83d")))],
    ["a text instead of a document", "<p>a</p>"],
    ["null", null],
    ["a list", [doc(paragraph())]],
  ])("refuses %s", (_, value) => expect(accepts(value)).toBe(false)); // prettier-ignore

  it.each([
    '{"type":"doc","content":[{"type":"paragraph"}],"__proto__":{"a":1}}',
    '{"type":"doc","content":[{"type":"paragraph","__proto__":{"type":"script"}}]}',
    '{"type":"doc","content":[{"__proto__":{"type":"paragraph"}}]}',
    '{"type":"doc","content":[{"type":"paragraph","constructor":{"prototype":{"a":1}}}]}',
    '{"type":"constructor","content":[]}',
    '{"type":"doc","content":[{"type":"__proto__"}]}',
  ])("reaches no prototype by %s", (json) => {
    expect(accepts(JSON.parse(json))).toBe(false);
    expect("a" in Object.prototype).toBe(false);
  });

  it("looks no deeper than its own depth", () => {
    let deep: unknown = paragraph();
    for (let level = 0; level < 100_000; level++) deep = { type: "listItem", content: [deep] };
    expect(accepts(deep)).toBe(false);
    expect(accepts(doc(deep))).toBe(false);
    expect(accepts(doc({ type: "bulletList", content: [deep] }))).toBe(false);
  });
});

describe("a block", () => {
  const table = { kind: "table", key: "t", head: ["a", ""], numeric: [false], rows: [["1", ""]] };

  it("of a known kind is read, cells may be empty", () => {
    expect(Block.parse(table)).toEqual(table);
  });

  const image = { kind: "picture", key: "p", media: { hash: "0".repeat(64), type: "image/webp", bytes: 1 } }; // prettier-ignore

  it("that is a picture says what it shows, or that it only decorates", () => {
    const accepts = (over: object): boolean => Block.safeParse({ ...image, ...over }).success;
    expect(accepts({ alt: "a", caption: "b" })).toBe(true);
    expect(accepts({ alt: "", decorative: true })).toBe(true);
    expect(accepts({ alt: "" })).toBe(false);
    expect(accepts({ alt: " " })).toBe(false);
    expect(accepts({ alt: "a", decorative: true })).toBe(false);
    expect(accepts({ alt: "a", decorative: false })).toBe(false);
  });

  const link = { kind: "link", key: "l", href: "https://example.org/a?b", title: "A" };
  const pdf = { hash: "0".repeat(64), type: "application/pdf", bytes: 1 };
  const shots = (count: number) =>
    Array.from({ length: count }, (_, at) => ({ id: `p${at}`, media: image.media, alt: "a" }));

  const caption = { from: 0, to: 1500, text: "On trie." };
  const video = {
    ...{ kind: "video", key: "v", media: { ...pdf, type: "video/mp4" }, seconds: 60 },
    ...{ title: "A", transcript: "B", captions: [caption] },
  };

  it("of a rarer kind is read", () => {
    const paragraphs = { type: "doc", content: [{ type: "paragraph" }] };
    for (const block of [
      link,
      { kind: "term", key: "t", term: "Solde", doc: paragraphs },
      { kind: "file", key: "f", media: pdf, title: "A", about: "B" },
      { kind: "gallery", key: "g", view: "row", pictures: shots(12) },
      { kind: "gallery", key: "g", view: "compare", pictures: shots(2) },
      video,
      { ...video, captions: [], sound: { ...pdf, type: "audio/ogg" }, poster: image.media },
    ])
      expect(Block.parse(block)).toEqual(block);
  });

  it.each([
    { ...link, href: "http://example.org/" },
    { ...link, href: "mailto:a@example.org" },
    { ...link, href: "javascript:alert(1)" },
    { ...link, href: "https://" },
    { ...link, href: "https://a b/" },
    { ...link, href: `https://example.org/${"a".repeat(2000)}` },
    { ...link, title: " " },
    { kind: "file", key: "f", media: image.media, title: "A" },
    { kind: "file", key: "f", media: { ...pdf, type: "application/zip" }, title: "A" },
    { ...video, media: image.media },
    { ...video, sound: { ...pdf, type: "video/mp4" } },
    { ...video, transcript: " " },
    { ...video, seconds: 0 },
    { ...video, captions: [{ ...caption, to: 0 }] },
    { ...video, captions: [{ ...caption, text: "a\nb" }] },
    { ...video, captions: Array.from({ length: 201 }, () => caption) },
    { kind: "gallery", key: "g", view: "row", pictures: shots(1) },
    { kind: "gallery", key: "g", view: "row", pictures: shots(13) },
    { kind: "gallery", key: "g", view: "compare", pictures: shots(3) },
    { kind: "gallery", key: "g", view: "row", pictures: shots(2).map((one) => ({ ...one, alt: "" })) }, // prettier-ignore
  ])("of a rarer kind that is odd is refused: %j", (value) => {
    expect(Block.safeParse(value).success).toBe(false);
  });

  it.each([
    { ...table, kind: "iframe" },
    { ...table, kind: "__proto__" },
    { ...table, key: "__proto__" },
    { ...table, key: "T" },
    { ...table, rows: [["a\u0000"]] },
    { ...table, head: ["\udc00"] },
    { ...table, onclick: "x" },
    { kind: "picture", key: "p", alt: "a", media: { hash: "../secret", type: "image/webp", bytes: 1 } }, // prettier-ignore
    { kind: "picture", key: "p", media: { hash: "0".repeat(64), type: "image/webp", bytes: 1 } },
    { kind: "picture", key: "p", alt: "a", media: { hash: "0".repeat(64), type: "text/html", bytes: 1 } }, // prettier-ignore
  ])("that is odd is refused: %j", (value) => {
    expect(Block.safeParse(value).success).toBe(false);
  });
});

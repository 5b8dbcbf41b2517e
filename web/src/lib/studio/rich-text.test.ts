import { RichText } from "@twiza/contract";
import fc from "fast-check";
import { expect, it } from "vitest";
import { cleaned, type Foreign, isBlank, mayLink, wordsOf } from "./rich-text.ts";

const text = (words: string, ...marks: Foreign[]): Foreign => ({
  type: "text",
  text: words,
  marks,
});
const node = (type: string, ...content: Foreign[]): Foreign => ({ type, content });

it("an editor's own additions are dropped, and what was written stays", () => {
  const doc = cleaned(
    node(
      "doc",
      { ...node("heading", text("Le prix")), attrs: { level: 3, dir: "auto" } },
      node(
        "paragraph",
        text("gras", { type: "bold" }, { type: "underline" }),
        text("ici", { type: "link", attrs: { href: "https://twiza.ma", target: "_blank" } }),
        text("là", { type: "link", attrs: { href: "javascript:alert(1)" } }),
      ),
      node("blockquote", node("paragraph", text("cité"))),
    ),
  );
  expect(doc).toEqual({
    type: "doc",
    content: [
      { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "Le prix" }] },
      {
        type: "paragraph",
        content: [
          { type: "text", text: "gras", marks: [{ type: "bold" }] },
          {
            type: "text",
            text: "ici",
            marks: [{ type: "link", attrs: { href: "https://twiza.ma" } }],
          },
          { type: "text", text: "là" },
        ],
      },
      { type: "paragraph", content: [{ type: "text", text: "cité" }] },
    ],
  });
});

it("lists in lists become one list, in their order", () => {
  const inner = node("bulletList", node("listItem", node("paragraph", text("b"))));
  const doc = cleaned(
    node(
      "doc",
      node(
        "orderedList",
        node("listItem", node("paragraph", text("a")), inner),
        node("listItem", node("paragraph", text("c"))),
      ),
    ),
  );
  expect(doc.content).toHaveLength(1);
  expect(doc.content[0]).toMatchObject({ type: "orderedList", content: { length: 3 } });
  expect(wordsOf(doc)).toBe("a\nb\nc");
});

it("a text without words is blank, whatever its form", () => {
  expect(isBlank(cleaned(node("doc")))).toBe(true);
  expect(isBlank(cleaned(node("doc", node("heading", text("  ")))))).toBe(true);
  expect(isBlank(cleaned(node("doc", node("paragraph", text("ⴰ")))))).toBe(false);
});

it.each([
  ["https://twiza.ma/a?b=c", true],
  ["mailto:a@example.org", true],
  ["tel:+212612345678", true],
  ["http://twiza.ma", false],
  ["javascript:alert(1)", false],
  ["https://a b", false],
  ["//twiza.ma", false],
])("whether %s may be linked: %s", (href, may) => expect(mayLink(href)).toBe(may));

const words = fc.oneof(fc.string({ unit: "binary", maxLength: 40 }), fc.constant("س".repeat(9001)));
const marks = fc.array(
  fc.record({
    type: fc.constantFrom("bold", "italic", "link", "code", "strike"),
    attrs: fc.record({ href: fc.oneof(fc.webUrl(), fc.string(), fc.integer()) }),
  }),
  { maxLength: 5 },
);
const { tree } = fc.letrec<{ tree: Foreign }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.record({ type: fc.constantFrom("text", "hardBreak"), text: words, marks }),
    fc.record({
      type: fc.constantFrom(
        "paragraph",
        "heading",
        "bulletList",
        "orderedList",
        "listItem",
        "table",
      ),
      attrs: fc.record({ level: fc.oneof(fc.integer(), fc.string()) }),
      content: fc.array(tie("tree"), { maxLength: 8 }),
    }),
  ),
}));

it("whatever comes out of an editor, the contract takes it", () => {
  fc.assert(
    fc.property(fc.array(tree, { maxLength: 160 }), (content) => {
      const doc = cleaned({ type: "doc", content });
      expect(RichText.safeParse(doc).error).toBeUndefined();
      expect(cleaned(doc)).toEqual(doc);
    }),
    { numRuns: 200 },
  );
});

it("more than fits is cut into pieces, and no word of it is lost", () => {
  const many = Array.from({ length: 130 }, (_, at) => node("paragraph", text(`mot${at}`)));
  const doc = cleaned(node("doc", ...many));
  expect(RichText.safeParse(doc).success).toBe(true);
  for (const [at] of many.entries()) expect(wordsOf(doc)).toContain(`mot${at}`);
});

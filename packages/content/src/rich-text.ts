import type { RichInline, RichNode, RichText } from "@twiza/contract";
import type { List, PhrasingContent, RootContent } from "mdast";
import type { Report } from "./fault.ts";

type Mark = NonNullable<RichInline["marks"]>[number];
type Paragraph = Extract<RichNode, { type: "paragraph" }>;
type ListNode = Extract<RichNode, { type: "bulletList" | "orderedList" }>;

const HREF = /^(https:\/\/|mailto:|tel:)[^\s]+$/i;
/** One order of marks, so that the same sentence is the same JSON and the same hash. */
const RANK = { link: 0, bold: 1, italic: 2 } as const;

const withMark = (marks: readonly Mark[], mark: Mark): readonly Mark[] =>
  marks.some(({ type }) => type === mark.type)
    ? marks
    : [...marks, mark].sort((a, b) => RANK[a.type] - RANK[b.type]);

function inlineOf(
  nodes: readonly PhrasingContent[],
  marks: readonly Mark[],
  report: Report,
): RichInline[] {
  return nodes.flatMap((node): RichInline[] => {
    const text = (value: string): RichInline[] => [
      { type: "text", text: value, ...(marks.length > 0 && { marks: [...marks] }) },
    ];
    // A line that merely wraps in the file is a space on the screen; a break that the author asked for stays.
    if (node.type === "text") return text(node.value.replaceAll("\n", " "));
    if (node.type === "break") return text("\n");
    if (node.type === "strong")
      return inlineOf(node.children, withMark(marks, { type: "bold" }), report);
    if (node.type === "emphasis")
      return inlineOf(node.children, withMark(marks, { type: "italic" }), report);
    if (node.type === "link") {
      const mark: Mark = { type: "link", attrs: { href: node.url } };
      if (HREF.test(node.url)) return inlineOf(node.children, withMark(marks, mark), report);
      report(node, `link “${node.url}”: begin it with https://, mailto: or tel:`);
      return [];
    }
    report(node, `${node.type} has no place in a sentence: write words, **bold** or *emphasis*`);
    return [];
  });
}

const sameMarks = (a: RichInline, b: RichInline): boolean =>
  JSON.stringify(a.marks) === JSON.stringify(b.marks);

function merged(texts: readonly RichInline[]): RichInline[] {
  const result: RichInline[] = [];
  for (const text of texts) {
    const last = result.at(-1);
    if (last && sameMarks(last, text)) last.text += text.text;
    else result.push({ ...text });
  }
  return result;
}

const sentence = (nodes: readonly PhrasingContent[], report: Report): RichInline[] =>
  merged(inlineOf(nodes, [], report));

function listOf(list: List, report: Report): ListNode[] {
  const content = list.children.flatMap((item) => {
    if (typeof item.checked === "boolean")
      report(item, "[x] belongs to the options of a question; begin a list item with its words");
    const paragraphs = item.children.flatMap((child): Paragraph[] => {
      if (child.type === "paragraph")
        return [{ type: "paragraph", content: sentence(child.children, report) }];
      report(child, `${child.type} in a list: a list holds sentences only; put it after the list`);
      return [];
    });
    if (item.children.length === 0) report(item, "empty list item: write it or delete the line");
    return paragraphs.length > 0 ? [{ type: "listItem" as const, content: paragraphs }] : [];
  });
  return content.length > 0 ? [{ type: list.ordered ? "orderedList" : "bulletList", content }] : [];
}

/** Rich text of the allow-list; what is not on it is reported and left out. */
export function richTextOf(nodes: readonly RootContent[], report: Report): RichText {
  const content = nodes.flatMap((node): RichNode[] => {
    if (node.type === "paragraph")
      return [{ type: "paragraph", content: sentence(node.children, report) }];
    if (node.type === "list") return listOf(node, report);
    if (node.type === "heading" && (node.depth === 3 || node.depth === 4)) {
      const level = node.depth;
      return [{ type: "heading", attrs: { level }, content: sentence(node.children, report) }];
    }
    if (node.type === "heading") report(node, "heading: write ### or ####");
    else report(node, `${node.type} is not possible here: write paragraphs, lists or ### headings`);
    return [];
  });
  return { type: "doc", content };
}

const wordsOf = (texts: readonly RichInline[] | undefined): string =>
  (texts ?? []).map(({ text }) => text).join("");

/** One sentence without marks, for fields that hold plain text. */
export const plainSentence = (nodes: readonly PhrasingContent[], report: Report): string =>
  wordsOf(sentence(nodes, report)).trim();

/** Rich text as plain paragraphs with an empty line between them; list items begin with a dash or their number. */
export const plainTextOf = (doc: RichText): string =>
  listedTextOf(doc, (list, index) => (list === "orderedList" ? `${index + 1}. ` : "– "));

/** As `plainTextOf`, with signs of one's own before the items of a list; `index` is from 0. */
export function listedTextOf(
  doc: RichText,
  sign: (list: ListNode["type"], index: number) => string,
): string {
  const parts = doc.content.map((node) => {
    if (node.type === "paragraph" || node.type === "heading") return wordsOf(node.content);
    return node.content
      .map(({ content }, index) => {
        const words = content.map((paragraph) => wordsOf(paragraph.content)).join(" ");
        return sign(node.type, index) + words;
      })
      .join("\n");
  });
  return parts.join("\n\n").trim();
}

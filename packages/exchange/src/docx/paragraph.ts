import { quoted } from "../quoted.ts";
import { find, type XmlNode } from "../xml/node.ts";
import type { Context } from "./context.ts";
import { isContents, settleFields } from "./fields.ts";
import { type FlowParagraph, type Role, wordsOf } from "../flow/flow.ts";
import { readInline } from "./inline.ts";
import type { BaseLook } from "./marks.ts";
import { levelOf, numberOf, type Style } from "./styles.ts";
import { isOn, valueOf } from "./values.ts";

/** A paragraph with its spaces at both ends, and the text boxes that stand beside it. */
export type ParagraphReading = {
  readonly paragraph: FlowParagraph;
  readonly boxes: readonly XmlNode[];
  /** Its end was deleted by somebody whose changes are tracked: the next one goes on where it stops. */
  readonly joinsNext: boolean;
};

const PLAIN_LOOK: BaseLook = { bold: undefined, italic: undefined };

function roleOf(properties: XmlNode | undefined, style: Style, context: Context): Role {
  const outline = numberOf(valueOf(find(properties, "w:outlineLvl")));
  const level = outline === undefined ? style.level : levelOf(outline);
  const own = find(properties, "w:numPr");
  const list = valueOf(find(own, "w:numId")) ?? style.list.id ?? "0";
  const depth = numberOf(valueOf(find(own, "w:ilvl"))) ?? style.list.level ?? 0;
  const item = list === "0" ? undefined : context.numbering.next(list, depth);
  if (style.name === "title") return { type: "title" };
  if (level !== undefined) {
    if (item?.number !== undefined) context.remarks.tally("changed", "heading.number_dropped");
    return { type: "heading", level };
  }
  if (item) return { type: "item", level: depth, ...item };
  return { type: style.name === "caption" ? "caption" : "body" };
}

/** Reads a paragraph; nothing when it is a line of the table of contents. */
export function readParagraph(
  node: XmlNode,
  context: Context,
  at: number,
): ParagraphReading | undefined {
  const { remarks, styles, fields } = context;
  remarks.begin(at);
  const properties = find(node, "w:pPr");
  const style = styles.paragraph(valueOf(find(properties, "w:pStyle")));
  const isHeading = style.level !== undefined || style.name === "title";
  const isOpen = fields.some(isContents) && !isHeading;
  // Headings and captions are bold everywhere, without saying so.
  const isPlain = !isHeading && style.name !== "caption";
  const inline = readInline(node, context, isPlain ? style : PLAIN_LOOK);
  const isLine = isOpen || (fields.some(isContents) && !isHeading);
  for (const code of settleFields(fields, isHeading))
    remarks.add("skipped", "part.skipped", { name: "field", words: quoted(code) });
  if (isLine || /^toc \d$/.test(style.name)) {
    remarks.tally("skipped", "contents.skipped");
    remarks.end("");
    return undefined;
  }
  const content = inline.texts;
  const isEmpty = wordsOf(content).trim() === "";
  // Word gives no number to an item whose end was deleted, nor does an empty line begin a heading.
  const role: Role =
    isEmpty && inline.pictures.length === 0 ? { type: "body" } : roleOf(properties, style, context);
  remarks.end(wordsOf(content));
  return {
    paragraph: { kind: "paragraph", at, role, content, pictures: inline.pictures },
    boxes: inline.boxes,
    joinsNext: isOn(find(properties, "w:rPr", "w:del")) ?? false,
  };
}

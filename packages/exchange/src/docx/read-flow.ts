import { ExchangeFault } from "../fault.ts";
import { elementsOf, find, type XmlNode } from "../xml/node.ts";
import { readXml } from "../xml/read-xml.ts";
import type { Context } from "./context.ts";
import { choiceOf } from "./drawing.ts";
import type { FlowText, FlowParagraph } from "../flow/flow.ts";
import { trimmed } from "../flow/texts.ts";
import { type ParagraphReading, readParagraph } from "./paragraph.ts";
import { onlyCell, readTable } from "./table.ts";

/** Paragraphs and tables, some thousand pages of them: they are all held until they have become lessons. */
const MOST_ITEMS = 30_000;

type Flow = {
  readonly context: Context;
  readonly items: FlowText[];
  /** Counts paragraphs and tables from 1; those inside a table count as the table. */
  readonly count: { at: number };
  /** The paragraph that the next one goes on with. */
  joined: FlowParagraph | undefined;
};

function push({ items }: Flow, item: FlowText): void {
  if (items.length >= MOST_ITEMS) throw new ExchangeFault("docx.too_long", { most: MOST_ITEMS });
  items.push(item);
}

/** An empty line is there for the eye only. */
function keep(flow: Flow, paragraph: FlowParagraph): void {
  const content = trimmed(paragraph.content);
  if (content.length > 0 || paragraph.pictures.length > 0) push(flow, { ...paragraph, content });
}

function addParagraph(flow: Flow, { paragraph, boxes, joinsNext }: ParagraphReading): void {
  const before = flow.joined;
  const whole = before
    ? {
        ...before,
        content: [...before.content, ...paragraph.content],
        pictures: [...before.pictures, ...paragraph.pictures],
      }
    : paragraph;
  flow.joined = joinsNext ? whole : undefined;
  if (!joinsNext) keep(flow, whole);
  for (const box of boxes) {
    flow.context.remarks.add("changed", "text_box.moved");
    readNodes(flow, elementsOf(box));
  }
}

function addTable(flow: Flow, node: XmlNode): void {
  const { context, count } = flow;
  const cell = onlyCell(node);
  if (cell) {
    context.remarks.begin(count.at);
    context.remarks.add("changed", "table.unboxed");
    return readNodes(flow, elementsOf(cell));
  }
  const at = count.at;
  const readInside = (nodes: readonly XmlNode[]) => {
    const inner: Flow = { context, items: [], count: { at }, joined: undefined };
    readNodes(inner, nodes);
    return inner.items;
  };
  context.remarks.begin(at);
  const table = readTable(node, { context, at, readInside });
  context.remarks.end(table?.rows.flat().find(Boolean) ?? "");
  if (table) push(flow, table);
}

/** Reads paragraphs and tables one after the other, through whatever wraps them. */
function readNodes(flow: Flow, nodes: readonly XmlNode[]): void {
  for (const node of nodes) {
    if (node.name === "w:p") {
      tellEdges(find(node, "w:pPr", "w:sectPr"), flow.context);
      const reading = readParagraph(node, flow.context, flow.count.at);
      if (reading) addParagraph(flow, reading);
    } else if (node.name === "w:tbl") addTable(flow, node);
    else if (/^w:(?:sdt|sdtContent|customXml|ins|moveTo)$/.test(node.name))
      readNodes(flow, elementsOf(node));
    else if (node.name === "mc:AlternateContent")
      readNodes(flow, elementsOf(choiceOf(node) ?? node));
    else if (node.name === "w:altChunk") flow.context.remarks.add("skipped", "object.skipped");
  }
}

/** A section says which headers and footers its pages have. */
function tellEdges(section: XmlNode | undefined, { remarks }: Context): void {
  const edges = section ? elementsOf(section) : [];
  for (const { name } of edges)
    if (name === "w:headerReference" || name === "w:footerReference")
      remarks.tally("skipped", "page_edge.skipped");
}

/** What is said around paragraphs: other documents, and that a table of contents begins. */
function watcher({ remarks }: Context) {
  /** Content controls that are open, from the outermost: whether each is a table of contents. */
  const controls: boolean[] = [];
  /** How many second ways of saying the same are open. */
  let fallbacks = 0;
  return {
    isContents: () => controls.includes(true),
    isRepeated: () => fallbacks > 0,
    onOpen: (name: string, attributes: ReadonlyMap<string, string>): void => {
      if (name === "w:sdt") controls.push(false);
      if (name === "mc:Fallback") fallbacks += 1;
      if (name === "w:docPartGallery" && /table of contents/i.test(attributes.get("w:val") ?? ""))
        controls.splice(-1, 1, true);
      if (name === "w:altChunk") remarks.add("skipped", "object.skipped");
    },
    onClose: (name: string): void => {
      if (name === "w:sdt") controls.pop();
      if (name === "mc:Fallback") fallbacks -= 1;
    },
  };
}

type Reading = {
  readonly onBytes: (bytes: number) => void;
  readonly signal: AbortSignal | undefined;
};

/**
 * The text of a document as it comes; no more of its XML is held than one paragraph or table.
 * @throws ExchangeFault `xml.*`, `zip.*`, `docx.too_long`; and what the signal was aborted with
 */
export async function readFlow(
  pieces: AsyncIterable<Uint8Array>,
  context: Context,
  reading: Reading,
): Promise<readonly FlowText[]> {
  const flow: Flow = { context, items: [], count: { at: 0 }, joined: undefined };
  const { isContents, isRepeated, onOpen, onClose } = watcher(context);
  await readXml(pieces, {
    wanted: (name) => name === "w:p" || name === "w:tbl" || name === "w:sectPr",
    onNode: (node) => {
      if (isRepeated()) return;
      if (node.name === "w:sectPr") return tellEdges(node, context);
      flow.count.at += 1;
      if (!isContents()) return readNodes(flow, [node]);
      context.remarks.begin(flow.count.at);
      context.remarks.tally("skipped", "contents.skipped");
      context.remarks.end("");
    },
    onOpen,
    onClose,
    ...reading,
  });
  if (flow.joined) keep(flow, flow.joined);
  return flow.items;
}

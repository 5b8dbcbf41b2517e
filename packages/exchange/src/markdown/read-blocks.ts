import type { RootContent } from "mdast";
import type { Role } from "../flow/flow.ts";
import { beginning } from "../flow/flow.ts";
import { cleanText } from "../flow/texts.ts";
import { quoted } from "../quoted.ts";
import { addParagraph, type Blocks, lineOf, plain } from "./blocks.ts";
import { calloutOf, quoteOf } from "./callout.ts";
import { readDirective } from "./directive.ts";
import { inlineOf } from "./inline.ts";
import { readList } from "./list.ts";
import { captionTable, readTable } from "./table.ts";

const TAGS = /<!--[^]*?(?:-->|$)|<(?:script|style)\b[^]*?(?:<\/(?:script|style)>|$)|<[^>]*>/gi;

/** Tags of HTML are nothing here; words between them are told. */
function skipHtml({ context }: Blocks, value: string): void {
  const words = quoted(value.replaceAll(TAGS, " "));
  if (words !== "") context.remarks.add("skipped", "html.skipped", { words });
  else if (!value.trimStart().startsWith("<!--"))
    context.remarks.tally("skipped", "html.skipped", "tag");
}

const BODY: Role = { type: "body" };

/** Reads one block into what has been found. */
export function readBlock(blocks: Blocks, node: RootContent): void {
  const { context, items } = blocks;
  const at = lineOf(blocks, node);
  const before = items.length;
  context.remarks.begin(at);
  switch (node.type) {
    case "heading": {
      const role: Role = { type: "heading", level: node.depth };
      addParagraph(blocks, { at, role }, inlineOf(node.children, context));
      break;
    }
    case "paragraph": {
      const inline = inlineOf(node.children, context);
      if (!captionTable(blocks, inline.texts)) addParagraph(blocks, { at, role: BODY }, inline);
      break;
    }
    case "list":
      readList(blocks, node, 0);
      break;
    case "table":
      readTable(blocks, node, at);
      break;
    case "code":
      context.remarks.tally("changed", "code.plain");
      addParagraph(blocks, { at, role: BODY }, plain(cleanText(node.value)));
      break;
    case "blockquote": {
      const { tone, children } = quoteOf(node.children);
      items.push(...calloutOf(blocks, { tone, children, at }));
      break;
    }
    case "thematicBreak":
      items.push({ kind: "break", at, pictures: [] });
      break;
    case "html":
      skipHtml(blocks, node.value);
      break;
    case "containerDirective":
    case "leafDirective":
      readDirective(blocks, node, at);
      break;
    default:
      break;
  }
  const first = items[before];
  context.remarks.end(first ? beginning(first) : "");
}

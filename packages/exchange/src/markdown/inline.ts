import type { RichInline } from "@twiza/contract";
import type { Definition, PhrasingContent } from "mdast";
import type { FlowPicture } from "../flow/flow.ts";
import { cleanText, isHref, type Mark, withMark, write } from "../flow/texts.ts";
import { nameOf } from "../files/path.ts";
import { quoted } from "../quoted.ts";
import type { FurtherRemarks } from "../reading.ts";

/** What it takes to understand a text, and what was found out on the way through it. */
export type Context = {
  readonly remarks: FurtherRemarks;
  /** Where links lead that are written by name, by the name as CommonMark compares it. */
  readonly definitions: ReadonlyMap<string, Definition>;
  /** The name of the file, which pictures are named from. */
  readonly file: string;
  readonly isOurs: boolean;
};

export type Inline = { readonly texts: RichInline[]; readonly pictures: FlowPicture[] };
type Scope = Inline & { readonly context: Context; readonly marks: readonly Mark[] };

const put = (text: string, { texts, marks, context }: Scope): void => {
  const clean = cleanText(text);
  if (clean !== text) context.remarks.tally("changed", "character.skipped");
  if (clean !== "") write(texts, clean, marks);
};

const BREAK = /^<br\s*\/?>$/i;

function html(value: string, scope: Scope): void {
  if (BREAK.test(value.trim())) put("\n", scope);
  else if (!value.startsWith("<!--")) scope.context.remarks.tally("changed", "html.skipped");
}

function link(url: string, children: readonly PhrasingContent[], scope: Scope): void {
  const { remarks } = scope.context;
  const href = url.trim().replaceAll(" ", "%20");
  if (isHref(href)) {
    const marks = withMark(scope.marks, { type: "link", attrs: { href } });
    return readAll(children, { ...scope, marks });
  }
  const inside: RichInline[] = [];
  readAll(children, { ...scope, texts: inside });
  for (const { text, marks = [] } of inside) write(scope.texts, text, marks);
  const words = inside.map(({ text }) => text).join("");
  if (href === "" || href.startsWith("#")) remarks.tally("changed", "link.internal");
  else remarks.add("changed", "link.refused", { url: quoted(href), words: quoted(words) });
}

type Shown = { readonly url: string; readonly title?: string | null | undefined };

function picture({ url, title }: Shown, alt: string | null | undefined, scope: Scope): void {
  scope.pictures.push({
    relation: nameOf(url, scope.context.file),
    alt: alt ?? "",
    ...(title && { caption: title }),
  });
}

function readOne(node: PhrasingContent, scope: Scope): void {
  const { marks, context } = scope;
  switch (node.type) {
    case "text":
      // A line that merely wraps in the file is a space on the screen; a break that the author asked for stays.
      return put(node.value.replaceAll("\n", " "), scope);
    case "break":
      return put("\n", scope);
    case "strong":
      return readAll(node.children, { ...scope, marks: withMark(marks, { type: "bold" }) });
    case "emphasis":
      return readAll(node.children, { ...scope, marks: withMark(marks, { type: "italic" }) });
    case "inlineCode":
      context.remarks.tally("changed", "code.plain");
      return put(node.value, scope);
    case "html":
      return html(node.value, scope);
    case "link":
      return link(node.url, node.children, scope);
    case "linkReference":
      return link(context.definitions.get(node.identifier)?.url ?? "", node.children, scope);
    case "image":
      return picture(node, node.alt, scope);
    case "imageReference": {
      const definition = context.definitions.get(node.identifier);
      return definition && picture(definition, node.alt, scope);
    }
    default:
      if ("children" in node) readAll(node.children, scope);
  }
}

const readAll = (nodes: readonly PhrasingContent[], scope: Scope): void => {
  for (const node of nodes) readOne(node, scope);
};

/** What stands in a sentence: its words, and the pictures among them. */
export function inlineOf(nodes: readonly PhrasingContent[], context: Context): Inline {
  const inline: Inline = { texts: [], pictures: [] };
  readAll(nodes, { ...inline, context, marks: [] });
  return inline;
}

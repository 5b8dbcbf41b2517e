import { elementsOf, textOf, type XmlNode } from "../xml/node.ts";
import type { Context } from "./context.ts";
import { choiceOf, readDrawing, readOldPicture, skipObject } from "./drawing.ts";
import { turnField } from "./fields.ts";
import { type BaseLook, lookOf, type RunLook } from "./marks.ts";
import type { NoteKind } from "./notes.ts";
import { raisedText } from "../flow/raised.ts";
import { write } from "../flow/texts.ts";
import { quoted } from "../quoted.ts";
import { wordsIn } from "./words-in.ts";
import { hang, type Inline } from "./written.ts";

type Run = {
  readonly inline: Inline;
  readonly context: Context;
  readonly base: BaseLook;
  readonly href: string | undefined;
};
type Scope = Run & { readonly look: RunLook };
type Reader = (node: XmlNode, scope: Scope) => void;

/** Parts of our own alphabets that no schema lets through: what word processors leave behind of other times. */
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/g;

function put(text: string, { inline, context, look }: Scope): void {
  // Words inside the code of a field are part of the code, until its end shows that they were not.
  const field = context.fields.find(({ isShown }) => !isShown);
  if (field) {
    field.code += ` ${text}`;
    return;
  }
  const clean = text.replaceAll(CONTROL, "");
  if (clean !== text) context.remarks.tally("changed", "character.skipped");
  if (clean === "") return;
  if (look.isHidden) {
    if (clean.trim()) context.remarks.add("skipped", "hidden.skipped", { words: quoted(clean) });
    return;
  }
  const raised = look.raised && raisedText(clean, look.raised);
  if (raised !== undefined) context.remarks.tally("changed", "raised.written");
  else if (look.raised) context.remarks.tally("changed", "formatting.dropped", "raised");
  write(inline.texts, raised ?? clean, look.marks);
}

const says =
  (text: string): Reader =>
  (_, scope) =>
    put(text, scope);

const note =
  (kind: NoteKind, code: "footnote.skipped" | "comment.skipped"): Reader =>
  (node, { context }) =>
    context.remarks.add("skipped", code, {
      words: context.notes(kind, node.attributes.get("w:id") ?? ""),
    });

/** A character of a font of signs. Only one that Unicode has a place for means the same elsewhere. */
function symbol(node: XmlNode, scope: Scope): void {
  const code = Number.parseInt(node.attributes.get("w:char") ?? "", 16);
  const isPrivate = !(code >= 0x20 && code <= 0x10ffff) || (code >= 0xd800 && code <= 0xf8ff);
  if (!isPrivate) return put(String.fromCodePoint(code), scope);
  const font = node.attributes.get("w:font") ?? "";
  scope.context.remarks.add("skipped", "symbol.skipped", {
    font,
    code: node.attributes.get("w:char") ?? "",
  });
}

function lineBreak(node: XmlNode, scope: Scope): void {
  const type = node.attributes.get("w:type") ?? "textWrapping";
  if (type === "textWrapping") put("\n", scope);
}

const within: Reader = (node, scope) => {
  for (const child of elementsOf(node)) readPart(child, scope);
};

const READERS: Readonly<Record<string, Reader>> = {
  "w:t": (node, scope) => put(textOf(node), scope),
  "w:tab": says(" "),
  "w:ptab": says(" "),
  "w:br": lineBreak,
  "w:cr": says("\n"),
  "w:noBreakHyphen": says("\u2011"),
  "w:softHyphen": says("\u00AD"),
  "w:sym": symbol,
  "w:fldChar": (node, { context }) => turnField(context.fields, node),
  "w:instrText": (node, { context }) => {
    const field = context.fields.at(-1);
    if (field) field.code += textOf(node);
  },
  "w:drawing": (node, { inline, context }) => hang(inline, readDrawing(node, context)),
  "w:pict": (node, { inline, context }) => hang(inline, readOldPicture(node, context)),
  "w:object": (node, { inline, context }) => hang(inline, skipObject(node, context)),
  "mc:AlternateContent": (node, scope) => {
    const choice = choiceOf(node);
    if (choice) within(choice, scope);
  },
  "w:footnoteReference": note("footnote", "footnote.skipped"),
  "w:endnoteReference": note("endnote", "footnote.skipped"),
  "w:commentReference": note("comment", "comment.skipped"),
  // Readings above words, as in Japanese: the words themselves are the base.
  "w:ruby": (node, scope) => {
    for (const base of elementsOf(node, "w:rubyBase"))
      for (const run of elementsOf(base, "w:r")) readRun(run, scope);
  },
};

/** Dates and numbers that the program itself puts in, and marks for its own use. */
const SILENT =
  /^w:(?:rPr|lastRenderedPageBreak|annotationRef|(?:foot|end)noteRef|separator|continuationSeparator|pgNum|delInstrText|(?:day|month|year)(?:Short|Long))$/;

function readPart(node: XmlNode, scope: Scope): void {
  if (Object.hasOwn(READERS, node.name)) return READERS[node.name]?.(node, scope);
  if (SILENT.test(node.name)) return;
  const words = quoted(wordsIn(node));
  if (words) scope.context.remarks.add("skipped", "part.skipped", { name: node.name, words });
}

/** Reads a stretch of words that look the same. */
export function readRun(run: XmlNode, scope: Run): void {
  const look = lookOf(run, scope.context, scope);
  for (const part of elementsOf(run)) readPart(part, { ...scope, look });
}

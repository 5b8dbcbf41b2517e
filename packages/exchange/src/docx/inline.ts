import { find, isNode, type XmlNode } from "../xml/node.ts";
import type { Context } from "./context.ts";
import { choiceOf } from "./drawing.ts";
import { hrefOf } from "./fields.ts";
import { isHref } from "../flow/texts.ts";
import type { BaseLook } from "./marks.ts";
import { quoted } from "../quoted.ts";
import { readRun } from "./run.ts";
import { wordsIn } from "./words-in.ts";
import type { Inline } from "./written.ts";

/** Marks of places, of spelling and of who may edit: nothing that anybody reads. */
const SILENT =
  /^w:(?:.*Pr|bookmark(?:Start|End)|proofErr|perm(?:Start|End)|.*Range(?:Start|End)|lastRenderedPageBreak)$/;

type Scope = {
  readonly inline: Inline;
  readonly context: Context;
  readonly base: BaseLook;
  readonly href: string | undefined;
};
type Reader = (node: XmlNode, scope: Scope) => void;

const inside: Reader = (node, scope) => {
  for (const child of node.children) if (isNode(child)) readOne(child, scope);
};

const skipped =
  (code: "deletion.skipped" | "formula.skipped"): Reader =>
  (node, { context }) => {
    const words = quoted(wordsIn(node));
    if (words) context.remarks.add("skipped", code, { words });
  };

/** What is said of a link that is none here; its words stay. */
function linkOf(href: string, node: XmlNode, { remarks }: Context): string | undefined {
  if (isHref(href)) return href;
  if (href === "" || href.startsWith("#")) remarks.tally("changed", "link.internal");
  else remarks.add("changed", "link.refused", { url: quoted(href), words: quoted(wordsIn(node)) });
  return undefined;
}

function hyperlink(node: XmlNode, scope: Scope): void {
  const { context } = scope;
  const relation = context.relations.get(node.attributes.get("r:id") ?? "");
  const anchor = node.attributes.get("w:anchor");
  const target = relation?.isOutside ? relation.target : "";
  const url = target && anchor ? `${target}#${anchor}` : target;
  inside(node, { ...scope, href: linkOf(encodeSpaces(url), node, context) });
}

/** People type spaces into addresses, and word processors let them. */
const encodeSpaces = (url: string): string => url.trim().replaceAll(" ", "%20");

function simpleField(node: XmlNode, scope: Scope): void {
  const href = hrefOf(node.attributes.get("w:instr") ?? "");
  const link = href === undefined ? undefined : linkOf(encodeSpaces(href), node, scope.context);
  inside(node, { ...scope, href: link });
}

const READERS: Readonly<Record<string, Reader>> = {
  "w:r": (node, scope) =>
    readRun(node, { ...scope, href: scope.href ?? fieldHref(node, scope.context) }),
  "w:hyperlink": hyperlink,
  "w:fldSimple": simpleField,
  "w:ins": (node, scope) => {
    if (wordsIn(node).trim()) scope.context.remarks.tally("imported", "insertion.kept");
    inside(node, scope);
  },
  "w:moveTo": inside,
  "w:del": skipped("deletion.skipped"),
  // Its words stand where they went to.
  "w:moveFrom": () => undefined,
  "w:subDoc": (_, { context }) => context.remarks.add("skipped", "object.skipped"),
  "m:oMath": skipped("formula.skipped"),
  "m:oMathPara": skipped("formula.skipped"),
  "w:smartTag": inside,
  "w:customXml": inside,
  "w:sdt": inside,
  "w:sdtContent": inside,
  "w:bdo": inside,
  "w:dir": inside,
  "mc:AlternateContent": (node, scope) => {
    const choice = choiceOf(node);
    if (choice) inside(choice, scope);
  },
};

/** A link that is written as a field: of the innermost that shows its result. */
function fieldHref(node: XmlNode, context: Context): string | undefined {
  const field = context.fields.findLast(
    ({ code, isShown }) => isShown && hrefOf(code) !== undefined,
  );
  if (!field || !find(node, "w:t")) return undefined;
  return linkOf(encodeSpaces(hrefOf(field.code) ?? ""), node, context);
}

function readOne(node: XmlNode, scope: Scope): void {
  if (Object.hasOwn(READERS, node.name)) return READERS[node.name]?.(node, scope);
  if (SILENT.test(node.name)) return;
  const words = quoted(wordsIn(node));
  if (words) scope.context.remarks.add("skipped", "part.skipped", { name: node.name, words });
}

/** Reads what stands in a paragraph; `base` is how its words look where they do not say it themselves. */
export function readInline(paragraph: XmlNode, context: Context, base: BaseLook): Inline {
  const inline: Inline = { texts: [], pictures: [], boxes: [] };
  inside(paragraph, { inline, context, base, href: undefined });
  return inline;
}

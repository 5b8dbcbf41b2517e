import type { XmlNode } from "../xml/node.ts";

/** Something that the word processor works out: its code first, then what it showed last. */
export type Field = { code: string; isShown: boolean };

/** Where a HYPERLINK field leads; empty for a place in the same document. */
export function hrefOf(code: string): string | undefined {
  if (!/^\s*HYPERLINK\b/i.test(code)) return undefined;
  const rest = code.replace(/^\s*HYPERLINK\s*/i, "");
  if (/^\\l\b/i.test(rest)) return "";
  return /^"([^"]*)"/.exec(rest)?.[1] ?? /^[^\s\\]+/.exec(rest)?.[0] ?? "";
}

export const isContents = ({ code }: Field): boolean => /^\s*TOC\b/i.test(code);

/** Fields in fields in fields are a document that lost their ends. */
const DEEPEST = 64;

/** Begins, turns or ends a field where the text says so. */
export function turnField(fields: Field[], { attributes }: XmlNode): void {
  const type = attributes.get("w:fldCharType");
  const last = fields.at(-1);
  if (type === "begin" && fields.length < DEEPEST) fields.push({ code: "", isShown: false });
  else if (type === "separate" && last) last.isShown = true;
  else if (type === "end") fields.pop();
}

/**
 * At the end of a paragraph: a link ends here, and a code that never came to its result is none. Else a lost end would take all
 * that follows with it. Answers the codes that are given up.
 */
export function settleFields(fields: Field[], isHeading: boolean): string[] {
  const lost = fields.filter(({ isShown }) => !isShown).map(({ code }) => code);
  const kept = fields.filter(
    (field) =>
      field.isShown && hrefOf(field.code) === undefined && !(isHeading && isContents(field)),
  );
  fields.splice(0, fields.length, ...kept);
  return lost;
}

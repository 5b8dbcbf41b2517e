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

/** Begins, turns or ends a field where the text says so. */
export function turnField(fields: Field[], { attributes }: XmlNode): void {
  const type = attributes.get("w:fldCharType");
  const last = fields.at(-1);
  if (type === "begin") fields.push({ code: "", isShown: false });
  else if (type === "separate" && last) last.isShown = true;
  else if (type === "end") fields.pop();
}

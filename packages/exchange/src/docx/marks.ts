import { elementsOf, find, type XmlNode } from "../xml/node.ts";
import type { Mark } from "../flow/texts.ts";
import type { Context } from "./context.ts";
import { isOn, valueOf } from "./values.ts";

const LINES = new Set(["w:u", "w:strike", "w:dstrike", "w:highlight", "w:color"]);
const KIND: Readonly<Record<string, string>> = {
  "w:u": "underline",
  "w:strike": "strike",
  "w:dstrike": "strike",
  "w:highlight": "highlight",
  "w:color": "colour",
  "w:caps": "capitals",
  "w:smallCaps": "capitals",
  "w:sz": "font",
  "w:szCs": "font",
  "w:rFonts": "font",
};

function tellDropped(properties: XmlNode, { remarks }: Context, isLink: boolean): void {
  const kinds = elementsOf(properties).flatMap((node) => {
    const kind = Object.hasOwn(KIND, node.name) ? KIND[node.name] : undefined;
    // Links are coloured and underlined everywhere.
    if (kind === undefined || (isLink && LINES.has(node.name))) return [];
    const isPlain = isOn(node) === false || valueOf(node) === "auto";
    return isPlain ? [] : [kind];
  });
  for (const kind of new Set(kinds)) remarks.tally("changed", "formatting.dropped", kind);
}

/** How the words of a paragraph look where they do not say it themselves. */
export type BaseLook = { readonly bold: boolean | undefined; readonly italic: boolean | undefined };

export type RunLook = {
  readonly marks: readonly Mark[];
  readonly isHidden: boolean;
  readonly raised: "superscript" | "subscript" | undefined;
};

/** How a run looks, as far as it means something; the rest is tallied. Letters of Arabic have properties of their own. */
export function lookOf(
  run: XmlNode,
  context: Context,
  { href, base }: { readonly href: string | undefined; readonly base: BaseLook },
): RunLook {
  const properties = find(run, "w:rPr");
  const style = context.styles.of(valueOf(find(properties, "w:rStyle")));
  const isComplex = isOn(find(properties, "w:rtl")) ?? isOn(find(properties, "w:cs")) ?? false;
  const [b, i] = isComplex ? (["w:bCs", "w:iCs"] as const) : (["w:b", "w:i"] as const);
  const bold = isOn(find(properties, b)) ?? style.bold ?? base.bold ?? false;
  const italic = isOn(find(properties, i)) ?? style.italic ?? base.italic ?? false;
  const raised = valueOf(find(properties, "w:vertAlign"));
  if (properties) tellDropped(properties, context, href !== undefined);
  return {
    marks: [
      ...(href === undefined ? [] : [{ type: "link" as const, attrs: { href } }]),
      ...(bold ? [{ type: "bold" as const }] : []),
      ...(italic ? [{ type: "italic" as const }] : []),
    ],
    isHidden: isOn(find(properties, "w:vanish")) ?? style.hidden ?? false,
    raised: raised === "superscript" || raised === "subscript" ? raised : undefined,
  };
}

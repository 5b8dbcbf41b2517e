import { elementsOf, find, type XmlNode } from "../xml/node.ts";
import { isOn, valueOf } from "./values.ts";

/** What a style means to us, with all that it takes over from the styles it is based on. */
export type Style = {
  /** Its name, which is English in every language of Word, in small letters: `heading 1`. */
  readonly name: string;
  /** From 1; of the style's outline. */
  readonly level: number | undefined;
  readonly bold: boolean | undefined;
  readonly italic: boolean | undefined;
  readonly hidden: boolean | undefined;
  readonly list: { readonly id: string | undefined; readonly level: number | undefined };
};

const PLAIN: Style = {
  name: "",
  level: undefined,
  bold: undefined,
  italic: undefined,
  hidden: undefined,
  list: { id: undefined, level: undefined },
};

export const numberOf = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;

/** Longer chains of styles are a circle. */
const LONGEST_CHAIN = 20;

/** The styles of a document, and the one that paragraphs have when they name none. */
export type Styles = {
  readonly of: (id: string | undefined) => Style;
  readonly paragraph: (id: string | undefined) => Style;
};

export function stylesOf(root: XmlNode | undefined): Styles {
  const nodes = root ? elementsOf(root, "w:style") : [];
  const byId = new Map(nodes.map((node) => [node.attributes.get("w:styleId") ?? "", node]));
  const known = new Map<string, Style>();
  const of = (id: string | undefined, depth = 0): Style => {
    const node = id === undefined ? undefined : byId.get(id);
    if (id === undefined || !node || depth > LONGEST_CHAIN) return PLAIN;
    const before = known.get(id);
    if (before) return before;
    const style = merged(node, of(valueOf(find(node, "w:basedOn")), depth + 1));
    known.set(id, style);
    return style;
  };
  const standard = nodes.find(
    ({ attributes }) =>
      attributes.get("w:type") === "paragraph" && isTrue(attributes.get("w:default")),
  );
  const standardId = standard?.attributes.get("w:styleId");
  return {
    of: (id) => of(id),
    paragraph: (id) => of(id !== undefined && byId.has(id) ? id : standardId),
  };
}

const isTrue = (value: string | undefined): boolean => value === "1" || value === "true";

function merged(node: XmlNode, base: Style): Style {
  const name = (valueOf(find(node, "w:name")) ?? "").toLowerCase();
  const outline = numberOf(valueOf(find(node, "w:pPr", "w:outlineLvl")));
  const list = find(node, "w:pPr", "w:numPr");
  const heading = /^heading (\d)$/.exec(name)?.[1];
  return {
    name: name || base.name,
    level: heading ? Number(heading) : outline === undefined ? base.level : levelOf(outline),
    bold: isOn(find(node, "w:rPr", "w:b")) ?? base.bold,
    italic: isOn(find(node, "w:rPr", "w:i")) ?? base.italic,
    hidden: isOn(find(node, "w:rPr", "w:vanish")) ?? base.hidden,
    list: {
      id: valueOf(find(list, "w:numId")) ?? base.list.id,
      level: numberOf(valueOf(find(list, "w:ilvl"))) ?? base.list.level,
    },
  };
}

/** Nine is Word's way to say: none. */
export const levelOf = (outline: number): number | undefined =>
  outline < 9 ? outline + 1 : undefined;

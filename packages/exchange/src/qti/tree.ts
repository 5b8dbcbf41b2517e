import type { HtmlNode } from "../html/tree.ts";
import type { XmlNode } from "../xml/node.ts";

/** Elements of QTI 2 that have no capital letter in their name, and are none of HTML. */
const PLAIN = /^(?:prompt|value|mapping|correct|match|variable|equal|gap|and|or|not|member|sum)$/;

const local = (name: string): string => name.replace(/^.*[}:]/, "");
/** `responseDeclaration` of QTI 2 is `response-declaration` of QTI 3. */
const dashed = (name: string): string =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

const nameOf = (name: string, isOld: boolean): string =>
  isOld && (/[A-Z]/.test(name) || PLAIN.test(name)) ? `qti-${dashed(name)}` : name;

/** A picture as HTML has it; older items have an object in its place, with its words inside. */
function picture({ attributes, children }: HtmlNode): HtmlNode {
  const words = children
    .filter((child) => typeof child === "string")
    .join(" ")
    .trim();
  const { data = "", ...others } = attributes;
  return { name: "img", attributes: { alt: words, ...others, src: data }, children: [] };
}
const isPicture = ({ name, attributes }: HtmlNode): boolean =>
  (name === "object" || name === "qti-object") && (attributes["type"] ?? "").startsWith("image/");

/** An item in the names of QTI 3 without their namespaces, whichever version of QTI it is of. */
export function qtiTree(node: XmlNode, isOld = /[A-Z]/.test(local(node.name))): HtmlNode {
  const own: HtmlNode = {
    name: nameOf(local(node.name), isOld),
    attributes: Object.fromEntries(
      [...node.attributes].map(([key, value]) => [isOld ? dashed(local(key)) : local(key), value]),
    ),
    children: node.children.map((child) =>
      typeof child === "string" ? child : qtiTree(child, isOld),
    ),
  };
  return isPicture(own) ? picture(own) : own;
}

/** A tree with other nodes in the place of some; those inside them are not looked at. */
export function replaced(
  node: HtmlNode,
  by: (node: HtmlNode) => readonly (HtmlNode | string)[] | undefined,
): HtmlNode {
  const children = node.children.flatMap((child): readonly (HtmlNode | string)[] => {
    if (typeof child === "string") return [child];
    return by(child) ?? [replaced(child, by)];
  });
  return { ...node, children };
}

/** The characters inside, as they stand in the file, without spaces at the ends. */
export const textIn = (node: HtmlNode): string => allText(node).trim();
const allText = ({ children }: HtmlNode): string =>
  children.map((child) => (typeof child === "string" ? child : allText(child))).join("");

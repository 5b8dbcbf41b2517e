import { elementsOf, textOf, type XmlNode } from "../xml/node.ts";

/** All words inside an element, whatever it is: for telling what was left out. */
export function wordsIn(node: XmlNode): string {
  if (["w:t", "w:delText", "m:t", "a:t"].includes(node.name)) return textOf(node);
  if (node.name === "w:tab" || node.name === "w:br") return " ";
  const words = elementsOf(node).map(wordsIn).join("");
  return node.name === "w:p" || node.name === "a:p" ? `${words} ` : words;
}

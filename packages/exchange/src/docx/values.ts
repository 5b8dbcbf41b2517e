import type { XmlNode } from "../xml/node.ts";

/** What most elements of a document say, they say in this attribute. */
export const valueOf = (node: XmlNode | undefined): string | undefined =>
  node?.attributes.get("w:val");

/** Of a property that is on or off: there without a value means on; not there means that it is decided elsewhere. */
export const isOn = (node: XmlNode | undefined): boolean | undefined =>
  node && !["0", "false", "off", "none"].includes(valueOf(node) ?? "1");

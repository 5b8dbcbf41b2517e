/** An element with all in it. Names carry our own prefix for their namespace, whatever the file calls it: `w:p`. */
export type XmlNode = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly (XmlNode | string)[];
};

export const isNode = (child: XmlNode | string): child is XmlNode => typeof child !== "string";

/** The elements right inside, with a name or all of them. */
export const elementsOf = ({ children }: XmlNode, name?: string): XmlNode[] =>
  children.filter(isNode).filter((node) => name === undefined || node.name === name);

/** The first element at the end of a path of names. */
export const find = (node: XmlNode | undefined, ...path: string[]): XmlNode | undefined =>
  path.reduce<XmlNode | undefined>(
    (at, name) =>
      at?.children.find((child): child is XmlNode => isNode(child) && child.name === name),
    node,
  );

/** Every element of that name inside, in the order of the file; not those inside one of them. */
export const findAll = (node: XmlNode, name: string): XmlNode[] =>
  elementsOf(node).flatMap((child) => (child.name === name ? [child] : findAll(child, name)));

/** The characters right inside an element. */
export const textOf = ({ children }: XmlNode): string =>
  children.filter((child) => typeof child === "string").join("");

import { elementsOf, find, type XmlNode } from "../xml/node.ts";
import { numberOf, type Styles } from "./styles.ts";
import { valueOf } from "./values.ts";

type Level = { readonly isNumbered: boolean; readonly isList: boolean; readonly start: number };
type List = {
  /** Lists that share this go on counting where the other stopped. */
  readonly abstract: string;
  readonly levels: ReadonlyMap<number, Level>;
  /** Levels at which this one begins anew. */
  readonly restarts: ReadonlyMap<number, number>;
};

/** Counts the items of lists as they come by. Nothing for what is no item. */
export type Numbering = {
  readonly next: (
    id: string,
    level: number,
  ) => { readonly list: string; readonly number: number | undefined } | undefined;
};

export function numberingOf(root: XmlNode | undefined, styles: Styles): Numbering {
  const lists = root ? listsOf(root, styles) : new Map<string, List>();
  const counts = new Map<string, number[]>();
  const begun = new Set<string>();
  return {
    next: (id, level) => {
      const list = lists.get(id);
      const form = list?.levels.get(level);
      if (!list || !form?.isList) return undefined;
      const counted = counts.get(list.abstract) ?? [];
      counts.set(list.abstract, counted);
      if (!begun.has(id)) for (const [at, start] of list.restarts) counted[at] = start - 1;
      begun.add(id);
      counted.length = Math.min(counted.length, level + 1);
      const number = (counted[level] ?? form.start - 1) + 1;
      counted[level] = number;
      return { list: list.abstract, number: form.isNumbered ? number : undefined };
    },
  };
}

function listsOf(root: XmlNode, styles: Styles): Map<string, List> {
  const abstracts = new Map(
    elementsOf(root, "w:abstractNum").map((node) => [
      node.attributes.get("w:abstractNumId") ?? "",
      node,
    ]),
  );
  const nodes = new Map(
    elementsOf(root, "w:num").map((node) => [node.attributes.get("w:numId") ?? "", node]),
  );
  /** A list that only names a style is the list of that style. */
  const abstractOf = (node: XmlNode | undefined, depth = 0): string => {
    const id = valueOf(find(node, "w:abstractNumId")) ?? "";
    const link = valueOf(find(abstracts.get(id), "w:numStyleLink"));
    const linked = link === undefined ? undefined : styles.of(link).list.id;
    return linked === undefined || depth > 5 ? id : abstractOf(nodes.get(linked), depth + 1);
  };
  return new Map(
    [...nodes].map(([id, node]) => {
      const abstract = abstractOf(node);
      return [id, { abstract, ...overridden(node, levelsOf(abstracts.get(abstract))) }];
    }),
  );
}

const levelOf = (node: XmlNode): [number, Level] => {
  const form = valueOf(find(node, "w:numFmt")) ?? "decimal";
  return [
    numberOf(node.attributes.get("w:ilvl")) ?? 0,
    {
      isNumbered: form !== "bullet",
      isList: form !== "none",
      start: numberOf(valueOf(find(node, "w:start"))) ?? 1,
    },
  ];
};

const levelsOf = (abstract: XmlNode | undefined): Map<number, Level> =>
  new Map(abstract ? elementsOf(abstract, "w:lvl").map(levelOf) : []);

function overridden(node: XmlNode, levels: Map<number, Level>) {
  const restarts = new Map<number, number>();
  for (const override of elementsOf(node, "w:lvlOverride")) {
    const level = find(override, "w:lvl");
    if (level) levels.set(...levelOf(level));
    const at = numberOf(override.attributes.get("w:ilvl")) ?? 0;
    const start = numberOf(valueOf(find(override, "w:startOverride")));
    if (start !== undefined) restarts.set(at, start);
  }
  return { levels, restarts };
}

import { attributeOf, elementsOf, findAll, type HtmlNode } from "../html/tree.ts";
import { textIn } from "./tree.ts";

/** What an item says of one of its answers. */
export type Declaration = {
  readonly cardinality: string;
  readonly baseType: string;
  readonly correct: readonly string[];
  /** What parts of an answer are worth. */
  readonly mapping: readonly { readonly key: string; readonly worth: number }[];
};

const NONE: Declaration = { cardinality: "single", baseType: "", correct: [], mapping: [] };

const declarationOf = (node: HtmlNode): Declaration => ({
  cardinality: attributeOf(node, "cardinality") ?? "single",
  baseType: attributeOf(node, "base-type") ?? "",
  correct: elementsOf(node, "qti-correct-response")
    .flatMap((correct) => elementsOf(correct, "qti-value"))
    .map(textIn),
  mapping: elementsOf(node, "qti-mapping")
    .flatMap((mapping) => elementsOf(mapping, "qti-map-entry"))
    .map((entry) => ({
      key: attributeOf(entry, "map-key") ?? "",
      worth: Number(attributeOf(entry, "mapped-value")),
    }))
    .filter(({ worth }) => Number.isFinite(worth)),
});

/** The answers of an item by their identifiers; nothing is known of one that is not declared. */
export function declarationsOf(item: HtmlNode): (identifier: string) => Declaration {
  const all = new Map(
    elementsOf(item, "qti-response-declaration").map((node) => [
      attributeOf(node, "identifier") ?? "",
      declarationOf(node),
    ]),
  );
  return (identifier) => all.get(identifier) ?? NONE;
}

/** Whether what is right in part counts: the parts are worth something, and somebody adds them up. */
export function isInParts(item: HtmlNode, { mapping }: Declaration): boolean {
  const [processing] = elementsOf(item, "qti-response-processing");
  if (!processing || mapping.length < 2) return false;
  const template = attributeOf(processing, "template") ?? "";
  return template.includes("map_response") || findAll(processing, "qti-map-response").length > 0;
}

/** Which of these identifiers are right; nothing when something is that is not there. */
export function rightOf(
  { correct, mapping }: Declaration,
  identifiers: readonly string[],
): ReadonlySet<string> | undefined {
  const most = Math.max(...mapping.map(({ worth }) => worth));
  const worthy = mapping.filter(({ worth }) => worth > 0 && worth === most).map(({ key }) => key);
  const right = correct.length > 0 ? correct : worthy;
  const isThere = right.every((each) => identifiers.includes(each));
  return isThere && new Set(identifiers).size === identifiers.length ? new Set(right) : undefined;
}

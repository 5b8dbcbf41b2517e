import { attributeOf, elementsOf, type HtmlNode } from "../html/tree.ts";
import { broken, declarationIn, partOf, type ReadInteraction } from "./choices.ts";
import { type Context, wordsIn } from "./context.ts";
import { rightOf } from "./declarations.ts";
import { isArea, pictureIn, sizeOf, spotOf } from "./places.ts";

/** What a place is called for those who hear it; where nobody says, as its file names it. */
function labelOf(place: HtmlNode, context: Context): string {
  const names = [attributeOf(place, "hotspot-label"), attributeOf(place, "aria-label"), wordsIn(place, context), attributeOf(place, "identifier")]; // prettier-ignore
  return names.find(Boolean) ?? "";
}

/** Places on a picture: of each its middle. */
export const readHotspot: ReadInteraction = async (node, context) => {
  const img = pictureIn(node);
  const size = img && (await sizeOf(img, context));
  const places = elementsOf(node, "qti-hotspot-choice");
  const labels = places.map((place) => labelOf(place, context));
  const identifiers = places.map((place) => attributeOf(place, "identifier") ?? "");
  const right = rightOf(declarationIn(node, context), identifiers);
  if (!right) return broken(labels.join(" "), context);
  for (const _ of places.filter(isArea)) context.remarks.tally("changed", "question.area");
  return {
    question: "hotspot",
    identifiers,
    options: places.map((place, at) => ({
      text: labels[at] ?? "",
      right: right.has(identifiers[at] ?? ""),
      spot: size && spotOf(place, size),
    })),
    credit: partOf(node, context),
    isShown: img !== undefined,
  };
};

import type { ImportedPicture } from "../../imported.ts";
import type { FlowItem, FlowPicture } from "../flow.ts";
import type { LoadedPicture } from "../load-pictures.ts";
import type { Relation } from "../relations.ts";
import type { Remarks } from "../remarks.ts";

/** Where the pictures of a document are found. */
export type Shelf = {
  readonly pictures: ReadonlyMap<string, LoadedPicture>;
  readonly relations: ReadonlyMap<string, Relation>;
  readonly remarks: Remarks;
};

/** What the contract lets be said of a picture, in characters. */
export const ALT = 400;

/** A description is one line. */
const cleanAlt = (alt: string): string =>
  alt.replaceAll(/[\u0000-\u001F\u007F-\u009F]+/g, " ").trim();

function pictureOf({ relation, alt }: FlowPicture, shelf: Shelf): ImportedPicture[] {
  const { remarks, relations, pictures } = shelf;
  const loaded = pictures.get(relations.get(relation)?.target ?? "");
  // What is not there has been told of when it was looked for.
  if (!loaded) return [];
  const { name } = loaded;
  const whole = cleanAlt(alt);
  const kept = whole.length > ALT ? whole.slice(0, ALT).replace(/[\uD800-\uDBFF]$/, "") : whole;
  if (kept === "") remarks.add("imported", "picture.without_alt", { name });
  else remarks.add("imported", "picture.imported", { name });
  if (kept !== whole) remarks.add("changed", "picture.alt_shortened", { name });
  return [{ kind: "picture", ...loaded, alt: kept }];
}

/** The pictures of a paragraph or a table, which follow it. */
export function picturesOf(item: FlowItem, shelf: Shelf): ImportedPicture[] {
  const pictures = item.pictures.flatMap((picture) => pictureOf(picture, shelf));
  const isAlone = item.kind === "paragraph" && item.content.length === 0;
  if (!isAlone)
    for (const { name } of pictures) shelf.remarks.add("changed", "picture.moved", { name });
  return pictures;
}

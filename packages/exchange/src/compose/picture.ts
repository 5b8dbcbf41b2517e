import type { FlowItem, FlowPicture } from "../flow/flow.ts";
import type { LoadedPicture } from "../flow/load-pictures.ts";
import type { Telling } from "../flow/remarks.ts";
import { cleanText, shortened } from "../flow/texts.ts";
import type { ImportedPicture } from "../imported.ts";

/** Where the pictures of a document are found, by what the text calls them, and how its blocks are cut. */
export type Shelf = {
  readonly pictureOf: (relation: string) => LoadedPicture | undefined;
  readonly remarks: Telling;
  /** Blocks end where the file says so, and nowhere else: it was written by us. */
  readonly isCut?: boolean;
};

/** What the contract lets be said of a picture, in characters. */
export const ALT = 400;

/** A description is one line. */
const cleanAlt = (alt: string): string =>
  alt.replaceAll(/[\u0000-\u001F\u007F-\u009F]+/g, " ").trim();

/** A picture with what is said of it; nothing where its bytes were not found. */
export function pictureOf(
  { relation, alt, caption }: FlowPicture,
  shelf: Shelf,
): ImportedPicture | undefined {
  const { remarks } = shelf;
  const loaded = shelf.pictureOf(relation);
  // What is not there has been told of when it was looked for.
  if (!loaded) return undefined;
  const { name } = loaded;
  const whole = cleanAlt(alt);
  const kept = whole.length > ALT ? whole.slice(0, ALT).replace(/[\uD800-\uDBFF]$/, "") : whole;
  if (kept === "") remarks.add("imported", "picture.without_alt", { name });
  else remarks.add("imported", "picture.imported", { name });
  const under = caption === undefined ? "" : cleanText(caption).trim();
  const hasLess = kept !== whole || under.length > ALT;
  if (hasLess) remarks.add("changed", "picture.alt_shortened", { name });
  return {
    kind: "picture",
    ...loaded,
    alt: kept,
    ...(under && { caption: shortened(under, ALT) }),
  };
}

/** The pictures of a paragraph or a table, which follow it. */
export function picturesOf(item: FlowItem<unknown>, shelf: Shelf): ImportedPicture[] {
  const pictures = item.pictures.flatMap((picture) => pictureOf(picture, shelf) ?? []);
  const isAlone = item.kind === "paragraph" && item.content.length === 0;
  if (!isAlone)
    for (const { name } of pictures) shelf.remarks.add("changed", "picture.moved", { name });
  return pictures;
}

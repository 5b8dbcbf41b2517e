import { plainTextOf } from "../compose/rich-text.ts";
import type { FlowPicture } from "../flow/flow.ts";
import type { Piece } from "../html/inside.ts";
import { type Formatted, formatted } from "../questions/gift-text.ts";
import type { GiftFormat } from "../questions/parse-gift.ts";
import { elementsOf, find, textOf, type XmlNode } from "../xml/node.ts";
import { base64Files } from "./base64-files.ts";

/** What it takes to read the fields of one question. */
export type Fields = {
  readonly piece: Piece;
  readonly files: ReturnType<typeof base64Files>;
};

const FORMATS: Readonly<Record<string, GiftFormat>> = {
  html: "html",
  moodle_auto_format: "moodle",
  plain_text: "plain",
  markdown: "markdown",
};

/** The words at the end of a path, as they are written. */
export const written = (node: XmlNode | undefined, ...path: readonly string[]): string => {
  const end = find(node, ...path);
  return end ? textOf(end).trim() : "";
};

type Wish = {
  readonly format?: GiftFormat;
  /** What is done to the text before it is read. */
  readonly by?: (text: string) => string;
};

/** A field: its `text`, and the files that this names. */
export async function readField(
  node: XmlNode | undefined,
  { piece, files }: Fields,
  { format, by = (text) => text }: Wish = {},
): Promise<Formatted> {
  if (!node) return { doc: undefined, pictures: [], after: [] };
  const folder = files.add(elementsOf(node, "file"));
  const said = node.attributes.get("format") ?? "";
  const own = format ?? (Object.hasOwn(FORMATS, said) ? FORMATS[said] : undefined) ?? "moodle";
  const text = by(written(node, "text")).replaceAll("@@PLUGINFILE@@/", "");
  return formatted({ text, format: own }, { ...piece, name: `${folder}/` });
}

const plain = ({ doc }: Formatted): string => (doc ? plainTextOf(doc) : "");

/** A field without marks; pictures have no place in it. */
export async function wordsIn(
  node: XmlNode | undefined,
  fields: Fields,
  wish: Wish = {},
): Promise<string> {
  const field = await readField(node, fields, wish);
  tellPlaceless(field.pictures, fields);
  return plain(field);
}

/** A field of an option: its words, and the first picture in it, which says them where there are none. */
export async function optionIn(node: XmlNode | undefined, fields: Fields) {
  const field = await readField(node, fields);
  const [picture, ...others] = field.pictures;
  tellPlaceless(others, fields);
  const text = plain(field) || (picture?.alt ?? "");
  return { text, picture: picture && { ...picture, alt: text } };
}

function tellPlaceless(pictures: readonly FlowPicture[], { piece }: Fields): void {
  for (const { relation } of pictures)
    piece.remarks.add("skipped", "picture.no_place", { name: relation.split("/").at(-1) ?? "" });
}

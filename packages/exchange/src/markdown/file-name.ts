import type { Media } from "@twiza/contract";
import type { ImportedImage } from "../imported.ts";

/** What a block speaks of: a file that the caller puts beside the text under this name. */
export type Named = { readonly media?: Media | undefined } | { readonly name: string };

const EXTENSIONS: Readonly<Record<Media["type"], string>> = {
  "image/svg+xml": "svg",
  "image/webp": "webp",
  "audio/ogg": "ogg",
  "video/mp4": "mp4",
  "video/webm": "webm",
  "application/pdf": "pdf",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "text/csv": "csv",
};
/** The name under which a file is expected beside the text. */
export const fileName = (named: Named): string => {
  if ("name" in named) return `media/${named.name}`;
  const { media } = named;
  return media ? `media/${media.hash}.${EXTENSIONS[media.type]}` : "";
};

/** A picture of a question: one that is kept already, or one that came with a file. */
export type QuestionPicture = Media | ImportedImage;
export const pictureName = (picture: QuestionPicture): string =>
  fileName("hash" in picture ? { media: picture } : picture);

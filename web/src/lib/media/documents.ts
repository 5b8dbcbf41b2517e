import { UPLOAD_TYPES } from "@twiza/contract/media-limits";
import type { Parcel } from "./reduce.ts";

/** Documents that may be handed out, by what their names end with; what they are the server sees by their bytes. */
const ENDINGS = {
  pdf: "application/pdf",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  csv: "text/csv",
} as const;
type Ending = keyof typeof ENDINGS;

/** What a type of document is called by; empty for what is none. */
export const endingOf = (type: string): string =>
  Object.entries(ENDINGS).find(([, each]) => each === type)?.[0] ?? "";
/** For a browser's choice of files. */
export const DOCUMENTS = Object.keys(ENDINGS)
  .map((ending) => `.${ending}`)
  .join(",");

const isEnding = (ending: string): ending is Ending => Object.hasOwn(ENDINGS, ending);

/** A document as it is sent: as it is. Nothing for another kind of file, and for one that is too large. */
export function documentIn(file: File): Parcel | undefined {
  const ending = file.name.toLowerCase().split(".").at(-1) ?? "";
  if (!isEnding(ending)) return undefined;
  const type = ENDINGS[ending];
  if (file.size === 0 || file.size > UPLOAD_TYPES[type]) return undefined;
  return { blob: file.slice(0, file.size, type), type };
}

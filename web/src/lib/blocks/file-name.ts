import type { FileType } from "@twiza/contract";

/** What the name of each kind of document ends with, and what people call it by. */
export const ENDINGS: Record<FileType, string> = {
  "application/pdf": "pdf",
  "application/vnd.oasis.opendocument.spreadsheet": "ods",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
  "text/csv": "csv",
};
/** In UTF-16 code units: every card and system takes it, in Tifinagh too. */
const LONGEST = 60;

/** How a document is called among her downloads: the words of its title as far as every system takes them. */
export function fileNameOf(title: string, type: FileType): string {
  const words = title.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
  const name = words.reduce((all, word) => {
    const longer = all === "" ? word : `${all}-${word}`;
    return longer.length <= LONGEST ? longer : all;
  }, "");
  return `${name || "twiza"}.${ENDINGS[type]}`;
}

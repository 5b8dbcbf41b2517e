import type { Documents } from "@twiza/core";
import { lookAtCsv } from "./csv.ts";
import { lookAtPdf } from "./pdf.ts";
import { lookAtSheet } from "./sheet.ts";

const startsAs = (bytes: Uint8Array, head: string): boolean =>
  String.fromCharCode(...bytes.subarray(0, head.length)) === head;

/** Documents are kept as they came, once they were looked into: see each kind for what is looked for, and what is not. */
export const documents: Documents = {
  look: (bytes) => {
    if (startsAs(bytes, "%PDF-")) return lookAtPdf(bytes);
    if (startsAs(bytes, "PK\u0003\u0004")) return lookAtSheet(bytes);
    return lookAtCsv(bytes);
  },
};

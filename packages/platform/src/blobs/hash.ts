import { createHash } from "node:crypto";

/** SHA-256 in lower-case hex: the name of a blob. */
export const hashOf = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

const ODS = "application/vnd.oasis.opendocument.spreadsheet";
/** So many bytes tell it. */
export const HEAD_BYTES = 38 + ODS.length;

/** The type of one of our own blobs, told by its first bytes: they hold JSON, SVG, WebP, Ogg, a video or a document and nothing else. */
export function typeOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head.startsWith("{")) return "application/json";
  if (head.startsWith("<")) return "image/svg+xml";
  if (head === "RIFF") return "image/webp";
  if (head === "OggS") return "audio/ogg";
  if (String.fromCharCode(...bytes.subarray(4, 8)) === "ftyp") return "video/mp4";
  if (head === "\u001AE\u00DF\u00A3") return "video/webm";
  if (head === "%PDF") return "application/pdf";
  if (head.startsWith("\u00EF\u00BB\u00BF")) return "text/csv";
  if (head === "PK\u0003\u0004") return sheetOf(bytes);
  return "application/octet-stream";
}

/** A table of LibreOffice says what it is in its first entry. */
const sheetOf = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(38, HEAD_BYTES)) === ODS
    ? ODS
    : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

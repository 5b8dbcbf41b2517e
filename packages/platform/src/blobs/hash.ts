import { createHash } from "node:crypto";

/** SHA-256 in lower-case hex: the name of a blob. */
export const hashOf = (bytes: Uint8Array): string =>
  createHash("sha256").update(bytes).digest("hex");

/** The type of one of our own blobs, told by its first bytes: they hold JSON, SVG, WebP or Ogg and nothing else. */
export function typeOf(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 4));
  if (head.startsWith("{")) return "application/json";
  if (head.startsWith("<")) return "image/svg+xml";
  if (head === "RIFF") return "image/webp";
  if (head === "OggS") return "audio/ogg";
  return "application/octet-stream";
}

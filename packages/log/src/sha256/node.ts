import { hash } from "node:crypto";

/** SHA-256 by Node's own: 32 bytes, the same as in a browser, and nothing for a function to carry. */
export const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hash("sha256", bytes, "buffer"));

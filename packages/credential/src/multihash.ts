import { base64urlnopad } from "@scure/base";
import { sha256 } from "./sha256.ts";

/** SHA-256 with its length, of the table of multihashes. */
const SHA256 = [0x12, 0x20];

/** The SHA-256 of a text as the standards of credentials write it: a multihash, base64url behind its `u`. */
export const multihashOf = (text: string): string =>
  `u${base64urlnopad.encode(Uint8Array.from([...SHA256, ...sha256(text)]))}`;

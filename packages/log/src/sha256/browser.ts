import { sha256 as hash } from "@noble/hashes/sha2.js";

/** SHA-256 where there is no Node: 32 bytes. WebCrypto answers later, which a tree cannot wait for at each of its nodes. */
export const sha256 = (bytes: Uint8Array): Uint8Array<ArrayBuffer> => Uint8Array.from(hash(bytes));

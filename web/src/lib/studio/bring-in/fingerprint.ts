import { sha256 } from "@twiza/credential/sha256";

/** So much is held in memory at once, in bytes. */
const WINDOW = 2 ** 20;

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The browser's own is absent where a village server speaks plain HTTP. */
async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const subtle = (globalThis.crypto as Partial<Crypto>).subtle;
  if (subtle) return hexOf(new Uint8Array(await subtle.digest("SHA-256", bytes)));
  return hexOf(sha256(new TextDecoder("latin1").decode(bytes)));
}

/**
 * What a file is known by, 64 hex digits: each stretch of it is hashed with the hash of those before. On one origin the same bytes
 * are the same file, whatever it is called.
 */
export async function fingerprintOf(file: Blob): Promise<string> {
  let hash = "";
  for (let from = 0; from < file.size; from += WINDOW) {
    const stretch = new Blob([hash, file.slice(from, from + WINDOW)]);
    hash = await digest(new Uint8Array(await stretch.arrayBuffer()));
  }
  return hash;
}

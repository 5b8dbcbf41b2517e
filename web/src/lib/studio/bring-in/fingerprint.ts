import { sha256 } from "@twiza/credential/sha256";
import type { Reading } from "./reading.ts";

/** So much is held in memory at once, in bytes. */
const WINDOW = 2 ** 20;

const hexOf = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");

/** The browser's own, which is absent where a village server speaks plain HTTP. */
type Hasher = { readonly subtle?: Pick<SubtleCrypto, "digest"> };

async function digest(bytes: Uint8Array<ArrayBuffer>, { subtle }: Hasher): Promise<string> {
  if (subtle) return hexOf(new Uint8Array(await subtle.digest("SHA-256", bytes)));
  return hexOf(sha256(new TextDecoder("latin1").decode(bytes)));
}

/** Pictures are in the file; of what was read, how much of it each is. */
const said = ({ lessons }: Reading): string =>
  JSON.stringify(lessons, (_, value: unknown) =>
    value instanceof Uint8Array ? value.byteLength : value,
  );

/**
 * What a document is known by, 64 hex digits: its bytes, each stretch hashed with the hash of those before, and what was read in
 * them. On one origin the same file is the same document, whatever it is called, until a reader reads it in another way.
 */
export async function fingerprintOf(
  file: Blob,
  reading: Reading,
  by: Hasher = globalThis.crypto,
): Promise<string> {
  let hash = "";
  const hashed = async (stretch: BlobPart): Promise<void> => {
    const bytes = await new Blob([hash, stretch]).arrayBuffer();
    hash = await digest(new Uint8Array(bytes), by);
  };
  for (let from = 0; from < file.size; from += WINDOW)
    await hashed(file.slice(from, from + WINDOW));
  await hashed(said(reading));
  return hash;
}

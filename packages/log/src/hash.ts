import { sha256 } from "#sha256";
import { type Digest, joined, toBase64url, utf8 } from "./bytes.ts";

export { sha256 };

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

/** Of an entry (RFC 9162 §2.1.1). The prefix keeps an entry from passing for a node. */
export const leafHash = (entry: Uint8Array): Digest => sha256(joined(LEAF, entry));

export const nodeHash = (left: Digest, right: Digest): Digest => sha256(joined(NODE, left, right));

/** The root of a log that has nothing yet. */
export const emptyRoot = (): Digest => sha256(new Uint8Array());

/** By what the log names a signed form: the SHA-256 of its text as handed out, base64url. */
export const formHash = (text: string): string => toBase64url(sha256(utf8(text)));

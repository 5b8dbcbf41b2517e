import { fromBase64, joined, toBase64, toHex, utf8 } from "./bytes.ts";
import { sha256 } from "./hash.ts";

/** A log's own signature, or a witness's with the time at which it looked (C2SP signed-note, tlog-cosignature). */
export const KEY_TYPES = { log: 1, witness: 4 } as const;
export type KeyType = keyof typeof KEY_TYPES;

/** A key that notes are proven with, under the name that its signatures bear. */
export type Verifier = {
  readonly name: string;
  readonly type: KeyType;
  readonly point: Uint8Array<ArrayBuffer>;
};

export type NoteSignature = {
  readonly name: string;
  /** Eight hex digits. */
  readonly id: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
};
/** `body` is what is signed, its last newline included. Nothing of it may be believed before a signature was proven. */
export type Note = { readonly body: string; readonly signatures: readonly NoteSignature[] };

const MOST_LETTERS = 64 * 1024;
const MOST_SIGNATURES = 32;
/** No blank of any kind and no plus. */
const NAME = /^[^\s+\p{Cc}]+$/u;
const CONTROL = /[^\n\P{Cc}]/u;

/** The first four bytes of a hash of name, type and key, in hex. It names and proves nothing. */
export const keyId = ({ name, type, point }: Verifier): string =>
  toHex(sha256(joined(utf8(`${name}\n`), Uint8Array.of(KEY_TYPES[type]), point)).subarray(0, 4));

/** `name+id+key`: a key as it is told to others. */
export const verifierText = (verifier: Verifier): string =>
  `${verifier.name}+${keyId(verifier)}+${toBase64(joined(Uint8Array.of(KEY_TYPES[verifier.type]), verifier.point))}`;

/** Nothing for what is no such key, or none that we know how to prove with. */
export function parseVerifier(text: string): Verifier | undefined {
  const [, name = "", id = "", key = ""] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text) ?? [];
  const [first, ...point] = fromBase64(key) ?? [];
  const type = (["log", "witness"] as const).find((each) => KEY_TYPES[each] === first);
  if (!type || point.length !== 32 || !NAME.test(name)) return undefined;
  const verifier = { name, type, point: Uint8Array.from(point) };
  return keyId(verifier) === id ? verifier : undefined;
}

/** One line under a note. */
export const signatureLine = (signer: Verifier, bytes: Uint8Array): string =>
  `— ${signer.name} ${toBase64(joined(idBytes(keyId(signer)), bytes))}\n`;

const idBytes = (id: string): Uint8Array =>
  Uint8Array.from({ length: 4 }, (_, at) => Number.parseInt(id.slice(at * 2, at * 2 + 2), 16));

/** Nothing for what is no note, or one larger than anybody needs. */
export function parseNote(text: string): Note | undefined {
  const end = text.lastIndexOf("\n\n");
  if (text.length > MOST_LETTERS || end < 0 || CONTROL.test(text)) return undefined;
  const signatures = parseSignatures(text.slice(end + 2));
  return signatures && signatures.length > 0
    ? { body: text.slice(0, end + 1), signatures }
    : undefined;
}

/** The lines under a note, as a witness answers them alone. */
export function parseSignatures(text: string): readonly NoteSignature[] | undefined {
  if (!text.endsWith("\n")) return undefined;
  const lines = text.slice(0, -1).split("\n");
  if (lines.length > MOST_SIGNATURES) return undefined;
  const signatures = lines.map(parseSignature).filter((each) => each !== undefined);
  return signatures.length === lines.length ? signatures : undefined;
}

function parseSignature(line: string): NoteSignature | undefined {
  const [, name = "", base64 = ""] = /^— (\S+) (\S+)$/.exec(line) ?? [];
  const bytes = fromBase64(base64);
  if (!NAME.test(name) || !bytes || bytes.length < 5) return undefined;
  return { name, id: toHex(bytes.subarray(0, 4)), bytes: bytes.slice(4) };
}

export const noteText = ({ body, signatures }: Note): string =>
  `${body}\n${signatures.map(lineOf).join("")}`;

const lineOf = ({ name, id, bytes }: NoteSignature): string =>
  `— ${name} ${toBase64(joined(idBytes(id), bytes))}\n`;

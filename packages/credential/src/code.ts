import { sha256 } from "./sha256.ts";

/**
 * Codes that people read from paper or a screen and type: Crockford's base 32, which has no I, L, O or U to be taken for
 * something else. The last sign is a check, so that a slip is noticed before anything is sent.
 */
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/** Signs in a code: 35 random bits for five minutes, 75 for a card that lies in a drawer. */
export const CODE_LENGTH = { ticket: 8, card: 16 } as const;
export type CodeKind = keyof typeof CODE_LENGTH;

/** Fresh random bytes, as `crypto.getRandomValues` gives them. */
export type Random = (bytes: Uint8Array<ArrayBuffer>) => Uint8Array;

/** A new code of that kind. 256 is a multiple of 32: no sign is likelier than another. */
export function newCode(kind: CodeKind, random: Random): string {
  const bytes = random(new Uint8Array(CODE_LENGTH[kind] - 1));
  const values = Array.from(bytes, (byte) => byte % 32);
  return [...values, checkOf(values)].map((value) => SIGNS[value]).join("");
}

/** A new secret of 128 bits for a QR, in base64url. */
export function newSecret(random: Random): string {
  const bytes = Array.from(random(new Uint8Array(16)));
  const text = btoa(String.fromCharCode(...bytes));
  return text.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The code that somebody wrote, however she wrote it: small letters, gaps, dashes, Arabic digits, O for 0, I or L for 1.
 * Nothing when it is no whole code of that kind, or when one of its signs is wrong or two have changed places.
 */
export function readCode(kind: CodeKind, written: string): string | undefined {
  const code = latinDigits(written)
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, "")
    .replaceAll("O", "0")
    .replace(/[IL]/g, "1");
  const values = Array.from(code, (sign) => SIGNS.indexOf(sign));
  const check = values.pop();
  const isWhole = code.length === CODE_LENGTH[kind] && !values.includes(-1);
  return isWhole && check === checkOf(values) ? code : undefined;
}

/** In groups of four, as it is printed and shown. */
export const grouped = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1 ");

/** What the server is given instead of the code until somebody comes in with it: its SHA-256 in hex. */
export const fingerprintOf = (code: string): string =>
  Array.from(sha256(code), (byte) => byte.toString(16).padStart(2, "0")).join("");

/**
 * The polynomial check over the field of 32 elements (x⁵ + x² + 1): each place weighs another power of two, so that any one
 * wrong sign and any two that changed places are noticed in codes of up to 31.
 */
const checkOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => twice(sum ^ value), 0);
const twice = (value: number): number => (value & 16 ? ((value << 1) ^ 0b100101) & 31 : value << 1);

const latinDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

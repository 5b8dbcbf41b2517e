/** More than any form of a certificate is, its PDF included. Look at the size of a file before reading it. */
export const MOST_BYTES = 2 * 1024 * 1024;
/** No text that somebody pastes is longer. */
const MOST_LETTERS = 64 * 1024;

/** What somebody brought, by how it begins: nothing has been believed yet. */
export type Brought =
  | { readonly kind: "pdf"; readonly bytes: Uint8Array }
  | { readonly kind: "png"; readonly bytes: Uint8Array }
  | { readonly kind: "svg"; readonly text: string }
  | { readonly kind: "jwt" | "json" | "address"; readonly text: string }
  | { readonly kind: "empty" | "too_large" | "unreadable" };

const PNG = [0x89, 0x50, 0x4e, 0x47];
const JWT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

export function recognise(given: Uint8Array | string): Brought {
  const size = typeof given === "string" ? given.length : given.byteLength;
  if (size === 0) return { kind: "empty" };
  if (size > MOST_BYTES) return { kind: "too_large" };
  if (typeof given === "string") return recogniseText(given);
  if (PNG.every((byte, at) => given[at] === byte)) return { kind: "png", bytes: given };
  if (isPdf(given)) return { kind: "pdf", bytes: given };
  const text = textIn(given);
  return text === undefined ? { kind: "unreadable" } : recogniseText(text);
}

function recogniseText(given: string): Brought {
  const text = given.replace(/^\uFEFF/, "").trim();
  if (text === "") return { kind: "empty" };
  if (/^<(?:\?xml|!--|!DOCTYPE svg|svg)/i.test(text)) return { kind: "svg", text };
  if (text.length > MOST_LETTERS) return { kind: "too_large" };
  if (text.startsWith("{")) return { kind: "json", text };
  if (/^https?:\/\//i.test(text)) return { kind: "address", text };
  return JWT.test(text) ? { kind: "jwt", text } : { kind: "unreadable" };
}

/** Readers allow some bytes before the beginning (ISO 32000-1, annex H). */
const isPdf = (bytes: Uint8Array): boolean =>
  new TextDecoder("latin1").decode(bytes.subarray(0, 1024)).includes("%PDF-");

function textIn(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

import { base64urlnopad } from "@scure/base";
import { bytesOf } from "../ed25519.ts";

const ID = /^crt_[0-9a-f]{32}$/;
/** Where a paper leads: the longer address of the same page would leave no room for the words. */
const PATH = /^\/v\/([A-Za-z0-9_-]{22})\/?$/;
const LONG = /^\/verify\/(crt_[0-9a-f]{32})\/?$/;

/** The sixteen bytes of a certificate's id. @throws Error when it is none */
export function idBytes(certificateId: string): Uint8Array {
  if (!ID.test(certificateId)) throw new Error("not the id of a certificate");
  return Uint8Array.from({ length: 16 }, (_, at) =>
    Number.parseInt(certificateId.slice(4 + at * 2, 6 + at * 2), 16),
  );
}

/** What stands in the address on paper for the id of a certificate: 22 characters. */
export const shortId = (certificateId: string): string =>
  base64urlnopad.encode(idBytes(certificateId));

/** The id that a short one stands for. */
export function longId(short: string): string | undefined {
  const bytes = bytesOf(short);
  return bytes?.length === 16
    ? `crt_${Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")}`
    : undefined;
}

/** What the square on paper holds: the address of the certificate's page, and behind its `#`, which no server sees, the code. */
export const paperAddress = (origin: string, certificateId: string, code: string): string =>
  `${origin}/v/${shortId(certificateId)}#${code}`;

/** Characters of an address of that origin before the code. */
export const lengthBefore = (origin: string): number => origin.length + "/v/".length + 22 + 1;

export type PaperAddress = {
  readonly origin: string;
  readonly certificateId: string;
  /** What stands behind the `#`; empty on paper that was printed before its certificate was signed. */
  readonly code: string;
};

/** The parts of an address on paper, of the short kind or the long. */
export function readPaperAddress(text: string): PaperAddress | undefined {
  if (!URL.canParse(text.trim())) return undefined;
  const { origin, pathname, hash, protocol } = new URL(text.trim());
  if (protocol !== "https:" && protocol !== "http:") return undefined;
  const certificateId = longId(PATH.exec(pathname)?.[1] ?? "") ?? LONG.exec(pathname)?.[1];
  return certificateId ? { origin, certificateId, code: hash.slice(1) } : undefined;
}

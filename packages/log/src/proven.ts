import { isSame, joined, utf8 } from "./bytes.ts";
import { keyId, type Note, type Verifier } from "./note.ts";

/** Ed25519 of the platform, or of code that does the same where it has none. */
export type Verify = (
  point: Uint8Array<ArrayBuffer>,
  signature: Uint8Array<ArrayBuffer>,
  message: Uint8Array<ArrayBuffer>,
) => Promise<boolean>;

/** What a witness signs: that it saw this, and when. */
export const cosignedMessage = (body: string, seconds: number): Uint8Array<ArrayBuffer> =>
  utf8(`cosignature/v1\ntime ${seconds}\n${body}`);

/** A witness's signature with its time before it. */
export function cosignature(seconds: number, signature: Uint8Array): Uint8Array<ArrayBuffer> {
  const time = new DataView(new ArrayBuffer(8));
  time.setBigUint64(0, BigInt(seconds));
  return joined(new Uint8Array(time.buffer), signature);
}

export type Proven = {
  readonly verifier: Verifier;
  /** When a witness looked, in seconds. */
  readonly seconds?: number;
};

/**
 * Who of these signed a body. Lines of others are passed over; one that bears a known name and key and does not prove makes all of
 * it worth nothing.
 */
export async function provenBy(
  { body, signatures }: Note,
  verifiers: readonly Verifier[],
  verify: Verify,
): Promise<readonly Proven[] | "forged"> {
  const proven: Proven[] = [];
  for (const verifier of verifiers) {
    const id = keyId(verifier);
    for (const each of signatures) {
      if (each.name !== verifier.name || each.id !== id) continue;
      const one = await prove(body, { verifier, bytes: each.bytes, verify });
      if (!one) return "forged";
      if (!proven.some((before) => isSame(before.verifier.point, verifier.point))) proven.push(one);
    }
  }
  return proven;
}

async function prove(
  body: string,
  what: { verifier: Verifier; bytes: Uint8Array<ArrayBuffer>; verify: Verify },
): Promise<Proven | undefined> {
  const { verifier, bytes, verify } = what;
  if (verifier.type === "log")
    return bytes.length === 64 && (await verify(verifier.point, bytes, utf8(body)))
      ? { verifier }
      : undefined;
  if (bytes.length !== 72) return undefined;
  const seconds = Number(new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0));
  if (!Number.isSafeInteger(seconds)) return undefined;
  const isTrue = await verify(verifier.point, bytes.slice(8), cosignedMessage(body, seconds));
  return isTrue ? { verifier, seconds } : undefined;
}

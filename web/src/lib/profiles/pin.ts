import type { KeptPin } from "./phone.ts";

/** What OWASP asks of PBKDF2 with SHA-256; about a second on a cheap phone. */
export const ITERATIONS = 600_000;
/** Seconds to wait after so many wrong tries in a row; the last holds from there on. */
const WAITS = [0, 0, 0, 30, 60, 300, 900, 3600];

/** The four digits that somebody wrote, in Latin writing; nothing when they are not four digits. */
export function readPinDigits(written: string): string | undefined {
  const digits = written
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/\s/g, "");
  return /^\d{4}$/.test(digits) ? digits : undefined;
}

/** A PIN to be kept. `crypto.subtle` is there on secure pages alone: without it there are no PINs. */
export async function makePin(digits: string): Promise<KeptPin> {
  const salt = base64(crypto.getRandomValues(new Uint8Array(16)));
  const hash = await derive(digits, { salt, iterations: ITERATIONS });
  return { salt, iterations: ITERATIONS, hash, wrong: 0, until: 0 };
}
export const canHavePin = (): boolean => "subtle" in crypto;

export type Tried =
  | { readonly outcome: "right" }
  /** `seconds` until the next try is taken; 0 is at once. */
  | { readonly outcome: "wrong" | "wait"; readonly seconds: number };

/** Where one PIN is kept. */
export type PinPlace = {
  readonly read: () => KeptPin | undefined;
  readonly write: (pin: KeptPin) => void;
};

/**
 * One try. It is counted and kept before it is looked at, so that closing the app gives no free ones; each wrong one from the
 * third on makes the next wait longer, up to an hour.
 */
export async function tryPin(place: PinPlace, digits: string, now: number): Promise<Tried> {
  const kept = place.read();
  if (!kept) return { outcome: "right" };
  const left = waitOf(kept, now);
  if (left > 0) return { outcome: "wait", seconds: left };
  const wrong = kept.wrong + 1;
  const seconds = WAITS[Math.min(wrong, WAITS.length - 1)] ?? 0;
  place.write({ ...kept, wrong, until: now + seconds * 1000 });
  if ((await derive(digits, kept)) !== kept.hash) return { outcome: "wrong", seconds };
  place.write({ ...kept, wrong: 0, until: 0 });
  return { outcome: "right" };
}

/** Seconds to wait. Never more than the longest wait: a clock that was set back must not lock anybody out for years. */
export const waitOf = ({ until }: KeptPin, now: number): number =>
  Math.min(Math.max(0, Math.ceil((until - now) / 1000)), WAITS.at(-1) ?? 0);

async function derive(
  digits: string,
  { salt, iterations }: Pick<KeptPin, "salt" | "iterations">,
): Promise<string> {
  const bytes = new TextEncoder().encode(digits);
  const key = await crypto.subtle.importKey("raw", bytes, "PBKDF2", false, ["deriveBits"]);
  const bits = await crypto.subtle.deriveBits(
    { name: "PBKDF2", hash: "SHA-256", salt: unbase64(salt), iterations },
    key,
    256,
  );
  return base64(new Uint8Array(bits));
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const unbase64 = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (char) => char.charCodeAt(0));

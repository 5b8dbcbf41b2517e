import type { ProfileLook } from "@twiza/contract/where";
import { phone, readKept, writeKept } from "../learner/shelf.ts";
import { LAST_LEARNER } from "../learner/who.svelte.ts";

/*
 * All that this phone keeps about who learns on it: one small door, so that what lies behind it can move. What the
 * boot reads before the first paint (who is here, whether she has a PIN, who is unlocked) must stay where it can.
 */

/** A learner whom this phone knows. `here`: its session may act for her; otherwise she must prove herself again. */
export type Known = ProfileLook & {
  readonly id: string;
  readonly name: string;
  readonly provenAt: string;
  readonly here: boolean;
};

/** A PIN as it is kept: never itself. `wrong` tries in a row, and the moment (in milliseconds) before which no other is taken. */
export type KeptPin = {
  readonly salt: string;
  readonly iterations: number;
  readonly hash: string;
  readonly wrong: number;
  readonly until: number;
};

const PROFILES = "twiza.profiles";
const OPEN = "twiza.open";
const FORGOT = "twiza.forgot";
const pinKey = (id: string) => `twiza.pin.${id}`;

export const readProfiles = (): readonly Known[] => readKept<Known[]>(phone, PROFILES) ?? [];
export const writeProfiles = (known: readonly Known[]): void => writeKept(phone, PROFILES, known);

export const readPin = (id: string): KeptPin | undefined => readKept<KeptPin>(phone, pinKey(id));
export function writePin(id: string, pin: KeptPin | undefined): void {
  if (pin) writeKept(phone, pinKey(id), pin);
  else phone.drop(pinKey(id));
}

/** Who is here, also without network. */
export const readHere = (): string | undefined => phone.read(LAST_LEARNER);
export const writeHere = (id: string): void => phone.write(LAST_LEARNER, id);

/** Whose PIN was given; only ever one, and only while she is the one here. */
export const readOpen = (): string | undefined => phone.read(OPEN);
export function writeOpen(id: string | undefined): void {
  if (id === undefined) phone.drop(OPEN);
  else phone.write(OPEN, id);
}

/** A PIN that was forgotten, and the proof that was known then: a newer one lets the PIN go. */
export type Forgot = { readonly id: string; readonly provenAt: string };
export const readForgot = (): Forgot | undefined => readKept<Forgot>(phone, FORGOT);
export function writeForgot(forgot: Forgot | undefined): void {
  if (forgot) writeKept(phone, FORGOT, forgot);
  else phone.drop(FORGOT);
}

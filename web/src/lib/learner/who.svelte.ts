import { GUEST } from "@twiza/client";
import { session } from "../session.svelte.ts";
import { doorOf } from "./door.ts";
import { phone } from "./shelf.ts";

/** The learner who was here last, for the time without network. */
export const LAST_LEARNER = "twiza.learner";
/** Where the welcome page leads whoever is known here; the boot reads it. */
const DOOR = "twiza.door";

/**
 * Whose progress this phone writes down now. Without network the learner who was here last is still here; once the server has
 * said that nobody is signed in, whoever reads is a guest.
 */
export function owner(): string {
  if (session.state === "in") return session.me?.learner?.id ?? GUEST;
  return session.state === "out" ? GUEST : (phone.read(LAST_LEARNER) ?? GUEST);
}

/** Remembers who is here for the time without network, and forgets her copies once she is signed out. */
export function rememberWho(): void {
  if (session.state === "in") phone.write(LAST_LEARNER, owner());
  const door = doorOf();
  if (door) phone.write(DOOR, door);
  if (session.state === "out") forgetWho();
}

/** Forgets who was here and her copies. What she has not sent yet stays, under her name. */
export function forgetWho(): void {
  phone.drop(LAST_LEARNER);
  phone.drop(DOOR);
  for (const key of phone.keys("twiza.copy.own.")) phone.drop(key);
}

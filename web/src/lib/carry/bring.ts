import { also } from "../i18n.svelte.ts";
import { openReader } from "../ways-in/camera.ts";
import { WAYS_IN } from "../ways-in/volume.ts";
import Carry from "./Carry.svelte";
import { CARRY } from "./volume.ts";

/**
 * What sends by another phone and carries for somebody, with its words and what reads squares where the phone has nothing for it.
 * @throws TypeError without network, until it came once
 */
export async function bringCarry() {
  // Files are left where squares cannot be read.
  const reading = openReader().catch(() => undefined);
  await Promise.all([also(CARRY, WAYS_IN), reading]);
  return Carry;
}

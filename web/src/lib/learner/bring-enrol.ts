import { also } from "../i18n.svelte.ts";
import Enrol from "./Enrol.svelte";
import { ENROL } from "./enrol-volume.ts";

/** The way into a course, with its words. @throws TypeError without network, until it was used once */
export async function bringEnrol() {
  await also(ENROL);
  return Enrol;
}

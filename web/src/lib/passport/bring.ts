import { also } from "../i18n.svelte.ts";
import Own from "./Own.svelte";
import { PASSPORT } from "./volume.ts";

/** What this phone's learner has shown, behind her certificates, with its words. @throws TypeError without network, until it was used once */
export async function bringPassport() {
  await also(PASSPORT);
  return Own;
}

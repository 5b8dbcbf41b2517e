import { also } from "#lib/i18n.svelte.ts";
import { SEEN } from "#lib/seen/volume.ts";
import { WAYS_IN } from "#lib/ways-in/volume.ts";
import Mine from "./Mine.svelte";
import { MINE } from "./volume.ts";

/** What is hers and asks the server, with its words. @throws TypeError without network, until it was used once */
export async function bringMine() {
  await also(MINE, SEEN, WAYS_IN);
  return Mine;
}

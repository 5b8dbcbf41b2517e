import { also, t } from "../i18n.svelte.ts";
import { SEEN } from "../seen/volume.ts";
import { toasts } from "../toasts.svelte.ts";
import EraseSheet from "./EraseSheet.svelte";
import { ERASE } from "./volume.ts";

/** What erases somebody, with its words. @throws TypeError without network, until it was used once */
export async function bringErase() {
  await also(ERASE, SEEN);
  return EraseSheet;
}

/** Says that it is done, to herself or to whoever did it for her. */
export const sayErased = (isSelf: boolean): void =>
  toasts.say(t(isSelf ? "erase.done" : "erase.person.done"));

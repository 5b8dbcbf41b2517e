import type { PublicItem } from "@twiza/contract";
import { contentAddress } from "#lib";
import { also } from "../i18n.svelte.ts";
import { ANSWERS } from "./volume.ts";

export { default } from "./Asked.svelte";
export { default as ItemAnswer } from "./ItemAnswer.svelte";

/** Brings the words of what is shown here, and the pictures of these items: all of it lies on the phone from then on. */
export async function bringFor(items: readonly PublicItem[]): Promise<void> {
  const media = items.flatMap(({ picture, options }) => [
    picture?.media,
    ...options.map((option) => option.picture),
  ]);
  const fetched = media.flatMap((one) => (one ? fetch(contentAddress(one.hash)) : []));
  await Promise.allSettled([also(ANSWERS), ...fetched]);
}

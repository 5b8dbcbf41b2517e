import { also } from "../../i18n.svelte.ts";
import Preview from "../Preview.svelte";
import { QUALITY } from "./volume.ts";

/** The preview, once its words are here. This file comes with it, so that who never looks pays for neither. */
export async function bringLook() {
  await also(QUALITY);
  return Preview;
}

import { also } from "../i18n.svelte.ts";
import InstallOffer from "./InstallOffer.svelte";
import { INSTALL } from "./install-volume.ts";

/** The offer to install the app, with its words. @throws TypeError without network, until it was used once */
export async function bringInstall() {
  await also(INSTALL);
  return InstallOffer;
}

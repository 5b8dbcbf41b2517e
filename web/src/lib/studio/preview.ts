import { also } from "../i18n.svelte.ts";
import { QUALITY } from "./quality/volume.ts";

/** What shows a lesson as a learner meets it, and its words. @throws TypeError without network, until it was used once */
export async function bringPreview() {
  const [{ default: Preview }] = await Promise.all([import("./Preview.svelte"), also(QUALITY)]);
  return Preview;
}

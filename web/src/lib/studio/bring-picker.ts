import { also } from "../i18n.svelte.ts";
import { MEDIA } from "../media/volume.ts";
import { away } from "./away.ts";

/** What pictures and recordings are chosen with, and its words. @throws Problem `offline` */
export async function bringPicker() {
  const [{ default: MediaPicker }] = await Promise.all([
    import("../media/MediaPicker.svelte"),
    also(MEDIA),
  ]).catch(away);
  return MediaPicker;
}

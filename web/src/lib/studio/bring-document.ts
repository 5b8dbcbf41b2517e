import { also } from "../i18n.svelte.ts";
import { away } from "./away.ts";
import { BRING } from "./bring-in/volume.ts";

/** What a document is brought into a course with, and its words. @throws Problem `offline` */
export async function bringDocumentSheet() {
  const [{ default: BringSheet }] = await Promise.all([
    import("./bring-in/BringSheet.svelte"),
    also(BRING),
  ]).catch(away);
  return BringSheet;
}

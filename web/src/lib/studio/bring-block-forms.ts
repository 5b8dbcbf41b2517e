import { also } from "../i18n.svelte.ts";
import { away } from "./away.ts";
import { BLOCK_FORMS } from "./block-forms/volume.ts";

/** What blocks that few lessons hold are written with, and its words. @throws Problem `offline` */
export async function bringBlockForms() {
  const [{ default: Forms }] = await Promise.all([
    import("./block-forms/Forms.svelte"),
    also(BLOCK_FORMS),
  ]).catch(away);
  return Forms;
}

import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { CHECKLISTS } from "./volume.ts";

/** What checklists are written with, and its words. @throws Problem `offline` */
export async function bringChecklists() {
  const [{ default: ChecklistsDesk }] = await Promise.all([
    import("./ChecklistsDesk.svelte"),
    also(CHECKLISTS),
  ]).catch(away);
  return ChecklistsDesk;
}

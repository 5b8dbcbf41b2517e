import { also } from "../i18n.svelte.ts";
import { away } from "../studio/away.ts";
import { DESIGNS } from "./volume.ts";

/** The page of designs, and its words. @throws Problem `offline` */
export async function bringDesigns() {
  const [{ default: DesignsRoom }] = await Promise.all([
    import("./DesignsRoom.svelte"),
    also(DESIGNS),
  ]).catch(away);
  return DesignsRoom;
}

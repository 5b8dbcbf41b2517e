import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { TALK } from "./volume.ts";

/** What shows what was said to somebody, and its words. @throws Problem `offline` */
export async function bringForYou() {
  const [{ default: ForYou }] = await Promise.all([import("./ForYou.svelte"), also(TALK)]).catch(
    away,
  );
  return ForYou;
}

import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { BANK } from "./volume.ts";

/** What goes from the bank into a test, and from a test into the bank, with their words. @throws Problem `offline` */
export async function bringBetween() {
  const [{ default: Between }] = await Promise.all([import("./Between.svelte"), also(BANK)]).catch(
    away,
  );
  return Between;
}

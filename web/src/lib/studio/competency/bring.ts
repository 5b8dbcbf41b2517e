import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { COMPETENCY } from "./volume.ts";

/** The choice of competencies, and its words. @throws Problem `offline` */
export async function bringPicker() {
  const [{ default: Picker }] = await Promise.all([
    import("./Picker.svelte"),
    also(COMPETENCY),
  ]).catch(away);
  return Picker;
}

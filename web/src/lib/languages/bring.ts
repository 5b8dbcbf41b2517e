import { also } from "../i18n.svelte.ts";
import { away } from "../studio/away.ts";
import { LANGUAGES_ADDED } from "./volume.ts";

/** The page of the languages that courses are written in, and its words. @throws Problem `offline` */
export async function bringLanguages() {
  const [{ default: LanguagesRoom }] = await Promise.all([
    import("./LanguagesRoom.svelte"),
    also(LANGUAGES_ADDED),
  ]).catch(away);
  return LanguagesRoom;
}

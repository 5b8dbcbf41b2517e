import { also } from "../../i18n.svelte.ts";
import { away } from "../../studio/away.ts";
import { MEDIA } from "../volume.ts";
import { LIBRARY } from "./volume.ts";

/** The page of an organisation's pictures and recordings, and its words. @throws Problem `offline` */
export async function bringLibrary() {
  const [{ default: LibraryRoom }] = await Promise.all([
    import("./LibraryRoom.svelte"),
    also(MEDIA, LIBRARY),
  ]).catch(away);
  return LibraryRoom;
}

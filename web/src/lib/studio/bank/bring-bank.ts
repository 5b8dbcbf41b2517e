import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { ITEMS } from "../items/volume.ts";
import { STUDIO } from "../volume.ts";
import { BANK } from "./volume.ts";

/** The page of an organisation's questions, and its words. @throws Problem `offline` */
export async function bringBankRoom() {
  const [{ default: BankRoom }] = await Promise.all([
    import("./BankRoom.svelte"),
    also(STUDIO, ITEMS, BANK),
  ]).catch(away);
  return BankRoom;
}

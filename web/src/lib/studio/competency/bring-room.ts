import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { COMPETENCY } from "./volume.ts";

/** The page of the organisation's frameworks, and its words. @throws Problem `offline` */
export async function bringFrameworks() {
  const [{ default: FrameworksRoom }] = await Promise.all([
    import("./FrameworksRoom.svelte"),
    also(COMPETENCY),
  ]).catch(away);
  return FrameworksRoom;
}

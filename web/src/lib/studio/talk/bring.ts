import { also } from "../../i18n.svelte.ts";
import { away } from "../away.ts";
import { TALK } from "./volume.ts";

/** What authors of a lesson see of each other and say to each other, and its words. @throws Problem `offline` */
export async function bringTalk() {
  const [room] = await Promise.all([import("./room.ts"), also(TALK)]).catch(away);
  return room;
}
export type BroughtTalk = Awaited<ReturnType<typeof bringTalk>>;

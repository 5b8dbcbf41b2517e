import { GRADES } from "../grades/volume.ts";
import { also } from "../i18n.svelte.ts";
import { SITTING } from "../sitting/volume.ts";
import { away } from "../studio/away.ts";
import { MARKS } from "./volume.ts";

/** The page on which marks are followed to where they come from, and its words. @throws Problem `offline` */
export async function bringMarks() {
  const [{ default: MarksRoom }] = await Promise.all([
    import("./MarksRoom.svelte"),
    also(MARKS, GRADES, SITTING),
  ]).catch(away);
  return MarksRoom;
}

import { also } from "../../i18n.svelte.ts";
import { away } from "../../studio/away.ts";
import { RECORDER } from "./volume.ts";

/** What is recorded with, and its words. @throws Problem `offline` */
export async function bringRecorder() {
  const [{ default: Recorder }] = await Promise.all([
    import("./Recorder.svelte"),
    also(RECORDER),
  ]).catch(away);
  return Recorder;
}

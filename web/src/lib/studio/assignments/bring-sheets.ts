import { also } from "../../i18n.svelte.ts";
import { WORK_DESK } from "../../work-desk/volume.ts";
import { away } from "../away.ts";

/** What an assignment is begun from another with. Its words are here already. @throws Problem `offline` */
export async function bringStart() {
  const { default: StartFrom } = await import("./StartFrom.svelte").catch(away);
  return StartFrom;
}

/** What a rubric is tried out with, as whoever marks has it in hand. @throws Problem `offline` */
export async function bringTryOut() {
  const [{ default: TryOut }] = await Promise.all([
    import("./TryOut.svelte"),
    also(WORK_DESK),
  ]).catch(away);
  return TryOut;
}

import { away } from "../away.ts";

/** What a checklist is begun from another with. Its words are here already. @throws Problem `offline` */
export async function bringStart() {
  const { default: StartFrom } = await import("./StartFrom.svelte").catch(away);
  return StartFrom;
}

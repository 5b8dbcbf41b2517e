import { also } from "../i18n.svelte.ts";
import { away } from "../studio/away.ts";

/** What leads to a first published lesson, and its words. @throws Problem `offline` */
export async function bringTour() {
  const { Tour, TOUR } = await import("./come.ts").catch(away);
  await also(TOUR).catch(away);
  return Tour;
}

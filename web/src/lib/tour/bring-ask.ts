import { also } from "../i18n.svelte.ts";

/** What leads from help back to the guide, and its words. @throws TypeError without network, until it was used once */
export async function bringAskTour() {
  const { AskTour, TOUR } = await import("./come-ask.ts");
  await also(TOUR);
  return AskTour;
}

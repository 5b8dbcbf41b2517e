import { GRADES } from "../grades/volume.ts";
import { also } from "../i18n.svelte.ts";
import { SEEN } from "../seen/volume.ts";
import Judged from "./Judged.svelte";

/** Brings what shows a learner what people judged, with its words. @throws TypeError without network, until it came once */
export async function bringJudged(isGraded: boolean): Promise<typeof Judged> {
  await also(SEEN, ...(isGraded ? [GRADES] : []));
  return Judged;
}

import { eraseWork } from "@twiza/client/work";
import { keep } from "../kept.ts";
import { forgetSounds } from "../media/recorder/kept-sound.ts";
import { workPhone } from "./phone.ts";

/** Erases all work of a learner from this phone, and what she recorded for it and did not take. Nobody else's. */
export async function eraseWorkOf(learnerId: string): Promise<void> {
  await eraseWork(workPhone, learnerId);
  await forgetSounds(learnerId);
  keep(`work.${learnerId}`, "");
}

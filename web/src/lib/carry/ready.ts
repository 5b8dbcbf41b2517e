import { deviceIdOf, keepPasses } from "@twiza/client/carry";
import { call } from "../api.ts";
import { keep } from "../kept.ts";
import { device } from "../learner/device.ts";
import { owner } from "../learner/who.svelte.ts";
import { isProblem } from "../problem.ts";
import { loadSession, session } from "../session.svelte.ts";

export { deliver } from "./deliver.ts";

/**
 * Brings what sends by another phone, and the passes of whoever may learn on this one. Noted under the learner who is here: another, or
 * herself after signing out, needs them anew.
 */
export async function getReady(day: string): Promise<void> {
  await loadSession();
  if (!session.me?.learner) return;
  try {
    const [{ passes }] = await Promise.all([
      call("readPasses", { query: { deviceId: await deviceIdOf(device) } }),
      import("./bring.ts").then(({ bringCarry }) => bringCarry()),
    ]);
    await keepPasses(device, passes);
    keep(`copy.own.ready.${owner()}`, day);
  } catch (error) {
    // Without network another day will do; what it brought may not be whole then.
    if (!isProblem(error) && !(error instanceof TypeError)) throw error;
  }
}

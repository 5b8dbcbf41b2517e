import { deviceIdOf, keepPasses } from "@twiza/client/carry";
import { call } from "../api.ts";
import { keep } from "../kept.ts";
import { device } from "../learner/device.ts";
import { owner } from "../learner/who.svelte.ts";
import { isProblem } from "../problem.ts";
import { loadSession, session } from "../session.svelte.ts";
import { isThrifty } from "../thrift.ts";

export { deliver } from "./deliver.ts";

/**
 * Brings what sends by another phone, and the passes of whoever may learn on this one. Noted under the learner who is here: another, or
 * herself after signing out, needs them anew. Who is not signed in can carry with it; it is not brought unasked where data is saved.
 */
export async function getReady(day: string): Promise<void> {
  await loadSession();
  const isHers = session.me?.learner !== undefined;
  if (!isHers && isThrifty()) return;
  try {
    const [reply] = await Promise.all([
      isHers ? call("readPasses", { query: { deviceId: await deviceIdOf(device) } }) : undefined,
      import("./bring.ts").then(({ bringCarry }) => bringCarry()),
    ]);
    if (!reply) return;
    await keepPasses(device, reply.passes);
    keep(`copy.own.ready.${owner()}`, day);
  } catch (error) {
    // Without network another day will do; what it brought may not be whole then.
    if (!isProblem(error) && !(error instanceof TypeError)) throw error;
  }
}

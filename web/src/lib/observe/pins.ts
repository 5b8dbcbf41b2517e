import { seal, type Taken } from "@twiza/client/observe";

/** Why no PIN can confirm here; nothing when it can. `insecure`: on an address without TLS browsers seal nothing. */
export function noPinsFor(
  taken: Taken,
  learner: Taken["learners"][number],
): "insecure" | "learner" | "observer" | undefined {
  if (!("subtle" in crypto) || taken.sealing.length === 0) return "insecure";
  if (!learner.hasPin) return "learner";
  return taken.observerHasPin ? undefined : "observer";
}

/** Both PINs, sealed for our server and for this one observation. */
export async function sealed(
  { sealing: [key] }: Taken,
  pins: { readonly observationId: string; readonly learner: string; readonly observer: string },
): Promise<string | undefined> {
  return key && seal(pins, key);
}

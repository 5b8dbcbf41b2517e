import { CarryFault, type CarryReason } from "@twiza/client/carry";
import { isFull } from "../learner/outbox.svelte.ts";

/** Why something was not carried: a reason of the parcels' own, squares that do not belong together, or the phone. */
export type Why = CarryReason | "other" | "full";

/** @throws what is no such reason */
export function whyOf(error: unknown): Why {
  if (error instanceof CarryFault) return error.reason;
  if (isFull(error)) return "full";
  throw error;
}

import { CarryFault, type CarryReason } from "@twiza/client/carry";
import { isFull } from "../learner/outbox.svelte.ts";
import { mayKeep } from "../packs/able.ts";

/** Why something was not carried: a reason of the parcels' own, squares that do not belong together, the phone, or its browser. */
export type Why = CarryReason | "other" | "full" | "browser";

/** @throws what is no such reason */
export async function whyOf(error: unknown): Promise<Why> {
  if (error instanceof CarryFault) return error.reason;
  if (isFull(error)) return "full";
  // What lacks the one lacks the others, in whatever words it says so.
  if (!(await mayKeep())) return "browser";
  throw error;
}

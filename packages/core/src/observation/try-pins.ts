import { type AccountId, type LearnerId, type ObservationId, SealedPins } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Pins } from "../ports.ts";

/** What became of the PINs of an observation. Whatever it is, what was seen is kept. */
export type PinsOutcome = "ok" | "wrong" | "locked" | "none" | "unreadable";

type Tried = {
  readonly sealed: string;
  readonly observationId: ObservationId;
  readonly learnerId: LearnerId;
  readonly observerId: AccountId;
};

/** Whether both PINs are right. Which of them was wrong nobody is told: that would let either be guessed alone. */
export async function tryPins(
  deps: Deps,
  pins: Pins,
  { sealed, observationId, learnerId, observerId }: Tried,
): Promise<PinsOutcome> {
  const opened = await deps.seals.open(sealed);
  const read = SealedPins.safeParse(opened.state === "open" ? opened.value : undefined);
  if (!read.success || read.data.observationId !== observationId) return "unreadable";
  const [hers, observers] = await Promise.all([
    deps.store.pins.ofLearner(learnerId),
    deps.store.pins.ofAccount(observerId),
  ]);
  if (!hers || !observers) return "none";
  const { learner, observer } = read.data;
  const outcomes = await Promise.all([
    pins.check(learnerId, learner, hers.value),
    pins.check(observerId, observer, observers.value),
  ]);
  if (outcomes.includes("locked")) return "locked";
  return outcomes.includes("wrong") ? "wrong" : "ok";
}

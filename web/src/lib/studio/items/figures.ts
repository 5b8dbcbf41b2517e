import type { ItemStatistics } from "@twiza/contract";

/** How well a question tells those who know from those who do not; the bounds are those of classical test theory. */
export type Apart = "well" | "somewhat" | "hardly" | "backwards";
export function apartOf(discrimination: number): Apart {
  if (discrimination < 0) return "backwards";
  if (discrimination < 0.15) return "hardly";
  return discrimination < 0.3 ? "somewhat" : "well";
}

/** How far a test can be relied on, by Cronbach's alpha. */
export type Trust = "good" | "fair" | "low";
export const trustOf = (alpha: number): Trust =>
  alpha >= 0.8 ? "good" : alpha >= 0.7 ? "fair" : "low";

/** A part of the whole in percent, as a page shows it. */
export const percentOf = (part: number): number => Math.round(part * 100);

/** Below this share of right answers a question is hard, whatever it asks. */
const HARD = 0.3;
const MOST_TO_LOOK_AT = 5;
export type Doubt = { readonly itemId: string; readonly why: "backwards" | "hard" };

/** The questions to look at first: those that tell apart the wrong way round, then the hardest. */
export function doubtsIn(items: readonly ItemStatistics[]): readonly Doubt[] {
  const isBackwards = ({ discrimination }: ItemStatistics): boolean =>
    discrimination !== undefined && apartOf(discrimination) === "backwards";
  const backwards = items.filter(isBackwards);
  const hard = items
    .filter((item) => !isBackwards(item) && (item.facility ?? 1) < HARD)
    .sort((one, other) => (one.facility ?? 1) - (other.facility ?? 1));
  return [
    ...backwards.map(({ itemId }) => ({ itemId, why: "backwards" as const })),
    ...hard.map(({ itemId }) => ({ itemId, why: "hard" as const })),
  ].slice(0, MOST_TO_LOOK_AT);
}

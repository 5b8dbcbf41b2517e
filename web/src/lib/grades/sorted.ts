import type { GradeLine } from "@twiza/contract";
import { byNeed } from "../office/by-need.ts";

export const ORDERS = ["need", "name", "total"] as const;
export type Order = (typeof ORDERS)[number];

/** Percentages of all parts together: who has least of it comes first where there is no total. */
const doneOf = ({ grade }: GradeLine): number =>
  grade.parts.reduce((sum, { percent = 0 }) => sum + percent, 0);

/** The rows in the order that was asked for. */
export function sorted(
  lines: readonly GradeLine[],
  { order, now, language }: { order: Order; now: number; language: string },
): readonly GradeLine[] {
  if (order === "need") return byNeed(lines, { now, doneOf });
  const names = new Intl.Collator(language);
  return [...lines].sort((a, b) =>
    order === "name"
      ? names.compare(a.name, b.name)
      : (a.grade.percent ?? doneOf(a)) - (b.grade.percent ?? doneOf(b)),
  );
}

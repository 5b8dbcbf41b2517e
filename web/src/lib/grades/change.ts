import type { GivenGrade, SaidGrade } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import { readNumber } from "../number.ts";

export const WAYS = ["as_worked", "exempt", "percent"] as const;
/** What a person has chosen and typed of one part. */
export type ChangeDraft = { as: (typeof WAYS)[number]; percent: string; reason: string };

/** A new change begins at what is said now; its reason is a new one. */
export const changeOf = (given: GivenGrade | undefined): ChangeDraft => ({
  as: !given ? "exempt" : "percent" in given ? "percent" : "exempt",
  percent: given && "percent" in given ? String(given.percent) : "",
  reason: "",
});

/** The whole percentage that somebody wrote; nothing when it is none. */
export function percentOf(written: string, language: Language): number | undefined {
  const percent = readNumber(written, language);
  const isOne =
    percent !== undefined && Number.isInteger(percent) && percent >= 0 && percent <= 100;
  return isOne ? percent : undefined;
}

export type ChangeFault = "percent" | "reason";
export function changeFaults(draft: ChangeDraft, language: Language): ReadonlySet<ChangeFault> {
  const faults = new Set<ChangeFault>();
  if (draft.as === "percent" && percentOf(draft.percent, language) === undefined)
    faults.add("percent");
  if (draft.reason.trim() === "") faults.add("reason");
  return faults;
}

/** As the server takes it; its fields may yet be at fault. */
export function saidOf({ as, percent, reason }: ChangeDraft, language: Language): SaidGrade {
  if (as !== "percent") return { as, reason };
  return { as, percent: percentOf(percent, language) ?? 0, reason };
}

/** What brings back how it was before. */
export function backTo(given: GivenGrade | undefined, reason: string): SaidGrade {
  if (!given) return { as: "as_worked", reason };
  return "percent" in given
    ? { as: "percent", percent: given.percent, reason: given.reason }
    : { as: "exempt", reason: given.reason };
}

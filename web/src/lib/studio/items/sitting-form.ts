import type { SittingRules } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import { type Counts, MOST_MINUTES, type Tells } from "@twiza/contract/sitting-limits";
import { readNumber } from "../../number.ts";

/** How a test is sat, as it is typed and chosen: what a rule leaves out has a name here. */
export type SittingForm = {
  minutes: string;
  order: "shuffled" | "written";
  counts: Counts;
  tells: Tells;
};

export const sittingForm = (rules: SittingRules | undefined): SittingForm => ({
  minutes: rules?.minutes === undefined ? "" : String(rules.minutes),
  order: rules?.order ?? "shuffled",
  counts: rules?.counts ?? "best",
  tells: rules?.tells ?? "answers",
});

/** The limit that is written; nothing where there is none, `"unread"` where it is no whole number of minutes that may be. */
export function minutesIn(written: string, language: Language): number | undefined | "unread" {
  if (written.trim() === "") return undefined;
  const minutes = readNumber(written, language) ?? 0;
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= MOST_MINUTES ? minutes : "unread";
}

/** The rules of a form; what is as it always was is left out. Nothing while its limit cannot be read. */
export function rulesOf(
  { minutes: written, order, counts, tells }: SittingForm,
  language: Language,
): SittingRules | undefined {
  const minutes = minutesIn(written, language);
  if (minutes === "unread") return undefined;
  return {
    ...(minutes !== undefined && { minutes }),
    ...(order === "written" && { order }),
    ...(counts !== "best" && { counts }),
    ...(tells !== "answers" && { tells }),
  };
}

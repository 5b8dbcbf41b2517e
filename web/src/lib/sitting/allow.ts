import type { Allowance, Language } from "@twiza/contract";
import { MOST_EXTRA_TRIES } from "@twiza/contract/sitting-limits";
import { readNumber } from "../number.ts";
import { fromField, toField } from "./moments.ts";

/** How much more time is offered, in percent of it. */
const EXTRAS = [0, 25, 50, 100, 200] as const;

/** What a person has typed of what a learner is given more. */
export type AllowDraft = {
  tries: string;
  /** In percent, as a choice's name. */
  extra: string;
  later: string;
  reason: string;
};
export type AllowField = "tries" | "reason" | "nothing";
/** As the server takes it. */
export type Given = Omit<Allowance, "at">;

export const draftOf = (allowance: Allowance | undefined): AllowDraft => ({
  tries: String(allowance?.tries ?? 0),
  extra: String(allowance?.extraPercent ?? 0),
  later: toField(allowance?.closesAt),
  reason: allowance?.reason ?? "",
});

/** What is offered, and what she has already where it is something else. */
export const extrasWith = (allowance: Allowance | undefined): readonly number[] =>
  [...new Set([...EXTRAS, allowance?.extraPercent ?? 0])].sort((one, other) => one - other);

const triesOf = (written: string, language: Language): number | undefined =>
  written.trim() === "" ? 0 : readNumber(written, language);

/** What the draft gives; its fields may yet be at fault. */
export function givenOf(draft: AllowDraft, language: Language): Given {
  const tries = triesOf(draft.tries, language) ?? 0;
  const extraPercent = Number(draft.extra);
  const closesAt = fromField(draft.later);
  return {
    ...(tries > 0 && { tries }),
    ...(extraPercent > 0 && { extraPercent }),
    ...(closesAt && { closesAt }),
    reason: draft.reason.trim(),
  };
}

/** What the server would refuse, and what would give nothing. */
export function allowFaults(draft: AllowDraft, language: Language): ReadonlySet<AllowField> {
  const tries = triesOf(draft.tries, language);
  const isRead =
    tries !== undefined && Number.isInteger(tries) && tries >= 0 && tries <= MOST_EXTRA_TRIES;
  const { reason, ...given } = givenOf(draft, language);
  return new Set<AllowField>([
    ...(isRead ? [] : (["tries"] as const)),
    ...(reason === "" ? (["reason"] as const) : []),
    ...(isRead && Object.keys(given).length === 0 ? (["nothing"] as const) : []),
  ]);
}

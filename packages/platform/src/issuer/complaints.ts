import type { Language } from "@twiza/contract/where";
import { Refused } from "@twiza/core";
import { messages } from "@twiza/messages/sign-in";
import { CODE_TRIES } from "./code-row.ts";
import type { Checked } from "./code.ts";

/** Why nothing was sent: a wrong contact, one in a country that gets no codes, one of the limits, or a messenger that failed. */
export const UNSENT = {
  "contact.invalid": 400,
  "contact.country": 400,
  "code.tooMany": 429,
  "code.busy": 429,
  "code.unsent": 503,
} as const;
export type Unsent = keyof typeof UNSENT;

export function unsentBy(error: unknown): Unsent {
  if (!(error instanceof Refused)) return "code.unsent";
  if (error.code === "contact.country") return "contact.country";
  return error.code === "code.too_many" ? "code.tooMany" : "code.busy";
}

/** Why a code was not taken and how to mend it. */
export function complaint(
  checked: Exclude<Checked, { outcome: "right" }>,
  about: { language: Language; digits: number },
): string {
  const t = messages[about.language];
  if (checked.outcome === "malformed") return t["code.malformed"]({ digits: String(about.digits) });
  if (checked.outcome !== "wrong") return t[`code.${checked.outcome}`]();
  const { left } = checked;
  return left > 0 && left < CODE_TRIES ? t["code.wrong"]({ left }) : t["code.locked"]();
}

import type { DraftPlace } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";

/** How a block's words stand in a language. */
export type Standing = "missing" | "outdated" | "done";

export function standingOf(
  { rev, against }: Pick<DraftPlace, "rev" | "against">,
  { language, source }: { readonly language: Language; readonly source: Language },
): Standing {
  if (language === source) return rev > 0 ? "done" : "missing";
  const seen = against[language];
  if (seen === undefined) return "missing";
  return seen < rev ? "outdated" : "done";
}

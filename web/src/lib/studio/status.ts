import type { DraftPlace } from "@twiza/contract";
import type { ContentLanguage } from "@twiza/contract/where";

/** How a block's words stand in a language. */
export type Standing = "missing" | "outdated" | "done";

export function standingOf(
  { rev, against, wordless }: Pick<DraftPlace, "rev" | "against" | "wordless">,
  { language, source }: { readonly language: ContentLanguage; readonly source: ContentLanguage },
): Standing {
  if (language === source) return rev > 0 ? "done" : "missing";
  // What has no words needs no translation.
  if (wordless && rev > 0) return "done";
  const seen = against[language];
  if (seen === undefined) return "missing";
  return seen < rev ? "outdated" : "done";
}

/** How each looks: a sign and a tone beside its word. */
export const STANDINGS = {
  missing: { tone: "bad", icon: "warning" },
  outdated: { tone: "warn", icon: "retry" },
  done: { tone: "good", icon: "check" },
} as const satisfies Record<Standing, unknown>;

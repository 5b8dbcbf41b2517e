import type { PaperOrder } from "@twiza/core";

/**
 * Signs that show nothing and change the order of what does (UAX 9), or that mean "nothing is here": a name with one would read
 * otherwise on paper than in the record. Marks that only lean (U+200E, U+200F) and joiners are part of how names are written.
 */
const HIDDEN = /[\u202A-\u202E\u2066-\u2069\uFFF9-\uFFFD\uFEFF]|[\uE000-\uF8FF]|\p{Cn}/u;

/** The first such sign in what somebody wrote, as it is called: `U+202E`. */
export function hiddenSign({ facts, look }: PaperOrder): string | undefined {
  const written = JSON.stringify([
    facts.learnerName,
    facts.courseTitle,
    facts.organisationName,
    facts.competencies ?? [],
    look.texts,
    look.signatories,
    look.logos,
  ]);
  const sign = HIDDEN.exec(written)?.[0]?.codePointAt(0);
  return sign === undefined ? undefined : `U+${sign.toString(16).toUpperCase().padStart(4, "0")}`;
}

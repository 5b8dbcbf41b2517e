import type { Enrolment, Manifest } from "@twiza/contract";

/** How many tries she may have: those of her version, or of one that she was on before where those are more, and what she is given. Pure. */
export const triesAllowedTo = (
  { triesAllowed }: Pick<Manifest, "triesAllowed">,
  quiz: Enrolment["quiz"],
): number => Math.max(triesAllowed, quiz.triesAllowed ?? 0) + (quiz.allowance?.tries ?? 0);

export const triesLeftOf = (
  manifest: Pick<Manifest, "triesAllowed">,
  quiz: Enrolment["quiz"],
): number => Math.max(0, triesAllowedTo(manifest, quiz) - quiz.tries);

import type { Blocker, Completion, Enrolment, Manifest } from "@twiza/contract";
import { countedPercent } from "../attempt/counting.ts";

/** Earned, or what exactly is missing: every lesson finished and the quiz passed. Pure. */
export function completionOf(
  manifest: Manifest,
  enrolment: Pick<Enrolment, "progress" | "quiz">,
): Completion {
  const lessons = manifest.modules.flatMap((module) => module.lessons);
  const unfinished = lessons
    .filter((lesson) => !enrolment.progress.lessons[lesson.id]?.done)
    .map((lesson): Blocker => ({
      code: "lesson.unfinished",
      lessonId: lesson.id,
      title: lesson.title,
    }));
  const blockers = [...unfinished, ...quizBlockers(manifest, enrolment.quiz)];
  return blockers.length === 0 ? { state: "earned" } : { state: "under_way", blockers };
}

function quizBlockers(
  { passMarkPercent, triesAllowed, quiz: { rules } }: Manifest,
  quiz: Enrolment["quiz"],
): Blocker[] {
  const counted = countedPercent({ rules }, quiz);
  if (counted === undefined) return [{ code: "quiz.not_taken" }];
  if (quiz.passed || counted >= passMarkPercent) return [];
  const triesLeft = triesLeftOf({ triesAllowed }, quiz);
  const counts = rules?.counts && rules.counts !== "best" ? { counts: rules.counts } : {};
  return [{ code: "quiz.not_passed", bestPercent: counted, ...counts, passMarkPercent, triesLeft }];
}

/** How many tries she may have: those of her version, or of one that she was on before where those are more, and what she is given. Pure. */
export const triesAllowedTo = (
  { triesAllowed }: Pick<Manifest, "triesAllowed">,
  quiz: Enrolment["quiz"],
): number => Math.max(triesAllowed, quiz.triesAllowed ?? 0) + (quiz.allowance?.tries ?? 0);

export const triesLeftOf = (
  manifest: Pick<Manifest, "triesAllowed">,
  quiz: Enrolment["quiz"],
): number => Math.max(0, triesAllowedTo(manifest, quiz) - quiz.tries);

/** Marks the moment of completion, once. The certificate follows from it by the change feed. */
export function withEarned(enrolment: Enrolment, manifest: Manifest, now: string): Enrolment {
  if (enrolment.earnedAt || completionOf(manifest, enrolment).state !== "earned") return enrolment;
  return { ...enrolment, earnedAt: now };
}

import type { Blocker, Completion, Enrolment, Grade, Manifest } from "@twiza/contract";
import { LESSONS, QUIZ } from "@twiza/contract/grading";
import { gradeOf, rulesOf } from "../grade/grade.ts";
import type { Graded } from "../grade/worked.ts";
import { triesLeftOf } from "./tries.ts";

export { triesAllowedTo, triesLeftOf } from "./tries.ts";

/**
 * Earned, or what exactly is missing. By the rules of her version; where it has none, every lesson is to be finished, the quiz to be
 * passed, every skill to be seen and confirmed, and all work to be handed in and to pass. Pure.
 */
export function completionOf(manifest: Manifest, graded: Graded): Completion {
  const grade = gradeOf(manifest, graded);
  if (grade.passed) return { state: "earned" };
  const missing = grade.parts.filter(({ meets }) => !meets);
  const blockers = missing.flatMap((part) => blockersOf(part, { manifest, graded }));
  // What stands in no part is the total.
  const { passPercent: leastPercent = 0 } = rulesOf(manifest);
  const { percent = 0 } = grade;
  if (percent < leastPercent && grade.percent !== undefined)
    blockers.push({ code: "grade.too_low", percent, leastPercent });
  return { state: "under_way", blockers };
}

type Of = { readonly manifest: Manifest; readonly graded: Graded };
type PartGrade = Grade["parts"][number];

function blockersOf(grade: PartGrade, of: Of): Blocker[] {
  if (grade.part === LESSONS) return lessonBlockers(grade, of);
  if (grade.part === QUIZ) return quizBlockers(grade, of);
  return [...skillBlockers(grade, of), ...workBlockers(grade, of)];
}

/** The lessons that she has not done: all, or as many as would be enough. */
function lessonBlockers(
  { percent = 0, given, worked }: PartGrade,
  { manifest, graded }: Of,
): Blocker[] {
  const least = rulesOf(manifest).least?.[LESSONS] ?? 100;
  // What a person said stands, however many lessons she does.
  if (given) return [{ code: "grade.too_low", percent, leastPercent: least }];
  return manifest.modules
    .flatMap((module) => module.lessons)
    .filter((lesson) => !graded.progress.lessons[lesson.id]?.done)
    .slice(0, Math.ceil((least * worked.of) / 100) - worked.count)
    .map(({ id, title }) => ({ code: "lesson.unfinished", lessonId: id, title }));
}

function quizBlockers({ percent }: PartGrade, { manifest, graded: { quiz } }: Of): Blocker[] {
  if (percent === undefined) return [{ code: "quiz.not_taken" }];
  const passMarkPercent = rulesOf(manifest).least?.[QUIZ] ?? manifest.passMarkPercent;
  const { counts } = manifest.quiz.rules ?? {};
  return [
    {
      code: "quiz.not_passed",
      bestPercent: percent,
      ...(counts && counts !== "best" ? { counts } : {}),
      passMarkPercent,
      triesLeft: triesLeftOf(manifest, quiz),
    },
  ];
}

const OF_STANDING = {
  missing: "skill.not_seen",
  under_way: "skill.not_confirmed",
  passed: "skill.not_passed",
  not_passed: "skill.not_passed",
  exempt: "skill.not_passed",
  overridden: "skill.not_passed",
} as const;

const skillBlockers = ({ part, state }: PartGrade, { manifest }: Of): Blocker[] =>
  (manifest.checklists ?? [])
    .filter(({ id }) => id === part)
    .map(({ id, title }) => ({ code: OF_STANDING[state], checklistId: id, title }));

const OF_WORK = {
  missing: "work.not_handed_in",
  under_way: "work.not_marked",
  passed: "work.not_passed",
  not_passed: "work.not_passed",
  exempt: "work.not_passed",
  overridden: "work.not_passed",
} as const;

/** While work of hers waits it is for others to act, be there a mark beside it or not. */
const workBlockers = ({ part, state, given }: PartGrade, { manifest, graded }: Of): Blocker[] =>
  (manifest.assignments ?? [])
    .filter(({ id }) => id === part)
    .map(({ id, title }) => {
      const isWaiting = !given && (graded.handed?.[id]?.waiting ?? 0) > 0;
      const code = isWaiting ? "work.not_marked" : OF_WORK[state];
      return { code, assignmentId: id, title };
    });

/** Marks the moment of completion, once. The certificate follows from it by the change feed. */
export function withEarned(enrolment: Enrolment, manifest: Manifest, now: string): Enrolment {
  if (enrolment.earnedAt || completionOf(manifest, enrolment).state !== "earned") return enrolment;
  return { ...enrolment, earnedAt: now };
}

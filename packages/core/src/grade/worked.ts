import type { Enrolment, Manifest, PartGrade } from "@twiza/contract";
import { LESSONS, type Part, QUIZ } from "@twiza/contract/grading";
import { countedPercent } from "../attempt/counting.ts";
import { triesAllowedTo } from "../enrolment/tries.ts";

/** What of an enrolment is graded. */
export type Graded = Pick<Enrolment, "progress" | "quiz" | "observed" | "handed" | "grades">;

/** A part as it is worked out, before any person says otherwise. */
export type WorkedPart = {
  readonly part: Part;
  readonly worked: PartGrade["worked"];
  readonly passes: boolean;
  /** From which percentage on it would be passed. */
  readonly passPercent: number;
};

/** The parts of a course: its lessons together, its test, each of its checklists and each of its assignments. Pure. */
export const partsOf = ({
  checklists = [],
  assignments = [],
}: Pick<Manifest, "checklists" | "assignments">): Part[] => [
  LESSONS,
  QUIZ,
  ...[...checklists, ...assignments].map(({ id }) => id),
];

/** What she has in each part. Whole percentages, rounded down. Pure. */
export const workedParts = (manifest: Manifest, graded: Graded): WorkedPart[] => [
  lessonsPart(manifest, graded),
  quizPart(manifest, graded),
  ...(manifest.checklists ?? []).map((checklist) => skillPart(checklist, graded)),
  ...(manifest.assignments ?? []).map((assignment) => workPart(assignment, graded)),
];

function lessonsPart({ modules }: Manifest, { progress }: Graded): WorkedPart {
  const lessons = modules.flatMap((module) => module.lessons);
  const count = lessons.filter(({ id }) => progress.lessons[id]?.done).length;
  const passes = count === lessons.length;
  const percent = lessons.length === 0 ? 100 : Math.floor((count * 100) / lessons.length);
  const state = passes ? "passed" : count === 0 ? "missing" : "under_way";
  const worked = { percent, state, count, of: lessons.length } as const;
  return { part: LESSONS, worked, passes, passPercent: 100 };
}

function quizPart(manifest: Manifest, { quiz }: Graded): WorkedPart {
  const { passMarkPercent } = manifest;
  const percent = countedPercent(manifest.quiz, quiz);
  const tries = { count: quiz.tries, of: Math.max(quiz.tries, triesAllowedTo(manifest, quiz)) };
  const of = { part: QUIZ, passPercent: passMarkPercent };
  if (percent === undefined)
    return { ...of, passes: false, worked: { state: quiz.tries > 0 ? "under_way" : "missing", ...tries } }; // prettier-ignore
  const passes = quiz.passed === true || percent >= passMarkPercent;
  return { ...of, passes, worked: { percent, state: passes ? "passed" : "not_passed", ...tries } };
}

type Checklist = NonNullable<Manifest["checklists"]>[number];

/** What waits for her word counts for nothing yet, so that it has no percentage. */
function skillPart({ id, criteria, leastPercent }: Checklist, { observed }: Graded): WorkedPart {
  const standing = observed?.[id];
  const of = { part: id, passPercent: leastPercent };
  if (!standing)
    return { ...of, passes: false, worked: { state: "missing", count: 0, of: criteria.length } };
  const figures = { count: standing.met, of: standing.of };
  if (standing.state === "waiting")
    return { ...of, passes: false, worked: { state: "under_way", ...figures } };
  const percent = Math.floor((standing.met * 100) / standing.of);
  const { state } = standing;
  return { ...of, passes: state === "passed", worked: { percent, state, ...figures } };
}

type Assignment = NonNullable<Manifest["assignments"]>[number];

/** By her best mark. What waits for its first has no percentage. */
function workPart({ id, leastPercent, triesAllowed }: Assignment, { handed }: Graded): WorkedPart {
  const standing = handed?.[id];
  const of = { part: id, passPercent: leastPercent };
  const tries = standing?.tries ?? 0;
  const figures = { count: tries, of: Math.max(tries, triesAllowed) };
  if (!standing) return { ...of, passes: false, worked: { state: "missing", ...figures } };
  const { state, percent } = standing;
  if (state === "waiting" || percent === undefined)
    return { ...of, passes: false, worked: { state: "under_way", ...figures } };
  return { ...of, passes: state === "passed", worked: { percent, state, ...figures } };
}

import {
  type Content,
  type Enrolment,
  type Manifest,
  MOST_FORMER,
  type MovedLearner,
} from "@twiza/contract";
import { countedPercent } from "../attempt/counting.ts";
import { completionOf, triesAllowedTo, withEarned } from "./completion.ts";
import { type BlockIn, placedProgress } from "./places.ts";

/** The version that learners are moved to. */
export type Target = {
  readonly version: number;
  readonly content: Content;
  readonly manifest: Manifest;
};

/** What becomes of one who is to be moved. Whoever has earned her certificate keeps the version that it names. Pure. */
export function outcomeFor(
  { version, earnedAt }: Pick<Enrolment, "version" | "earnedAt">,
  target: Pick<Target, "version">,
): MovedLearner["outcome"] {
  if (version >= target.version) return "already";
  return earnedAt ? "finished" : "moves";
}

/**
 * Her enrolment in the next version. Nothing falls: lessons done stay done, a test passed by the mark of her version stays passed, and
 * no try is taken away. Whoever need not move is given back as she is, so that moving twice is moving once. Pure.
 * @param from what she is on now
 */
export function moved(
  enrolment: Enrolment,
  { from, to, blockIn, now }: { from: Manifest; to: Target; blockIn: BlockIn; now: string },
): Enrolment {
  if (outcomeFor(enrolment, to) !== "moves") return enrolment;
  const { quiz, former = [] } = enrolment;
  const isPassed = quiz.passed ?? (countedPercent(from.quiz, quiz) ?? -1) >= from.passMarkPercent;
  const { allowance: _, ...ofVersion } = quiz;
  const triesAllowed = triesAllowedTo(from, ofVersion);
  const next: Enrolment = {
    ...enrolment,
    courseTitle: to.manifest.title,
    version: to.version,
    content: to.content,
    former: [...former, enrolment.version].slice(-MOST_FORMER),
    lessonCount: to.manifest.modules.flatMap(({ lessons }) => lessons).length,
    progress: placedProgress(enrolment.progress, blockIn),
    quiz: {
      ...quiz,
      ...(isPassed ? { passed: true as const } : {}),
      ...(triesAllowed > to.manifest.triesAllowed ? { triesAllowed } : {}),
    },
  };
  return withEarned(next, to.manifest, now);
}

/** What moving would mean for her, or has meant. Pure. */
export function moveLine(
  enrolment: Enrolment,
  { from, to }: { from: Manifest; to: Target },
): Omit<MovedLearner, "name"> {
  const { learnerId, version, progress } = enrolment;
  const outcome = outcomeFor(enrolment, to);
  const lessons = to.manifest.modules.flatMap((module) => module.lessons);
  const next = moved(enrolment, { from, to, blockIn: (_, block) => block, now: "" });
  return {
    learnerId,
    outcome,
    version,
    lessonsDone: lessons.filter(({ id }) => progress.lessons[id]?.done).length,
    earns: outcome === "moves" && completionOf(to.manifest, next).state === "earned",
  };
}

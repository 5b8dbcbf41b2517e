import type { ProgressLine } from "@twiza/contract";

/** Why a learner may need her trainer, the most urgent first. */
export const NEEDS = ["no_tries", "never", "away", "failed", "under_way", "earned"] as const;
export type Need = (typeof NEEDS)[number];

/** After two weeks without a sign a short course is usually given up. */
const AWAY_DAYS = 14;

/** What a learner needs now. `now` in milliseconds since 1970. */
export function needOf(learner: ProgressLine, now: number): Need {
  if (learner.completion.state === "earned") return "earned";
  const failed = learner.completion.blockers.find(({ code }) => code === "quiz.not_passed");
  if (failed?.code === "quiz.not_passed" && failed.triesLeft === 0) return "no_tries";
  if (learner.lastSeenAt === undefined) return "never";
  if (now - Date.parse(learner.lastSeenAt) > AWAY_DAYS * 86_400_000) return "away";
  return failed ? "failed" : "under_way";
}

/** Who is stuck comes first; within a need, who was not seen for longest, then who has done least. */
export function byNeed(learners: readonly ProgressLine[], now: number): readonly ProgressLine[] {
  const ranked = learners.map((learner) => ({
    learner,
    rank: NEEDS.indexOf(needOf(learner, now)),
    seen: learner.lastSeenAt ?? "",
  }));
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : 0) ||
      a.learner.lessonsDone - b.learner.lessonsDone,
  );
  return ranked.map(({ learner }) => learner);
}

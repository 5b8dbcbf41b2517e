import type { Blocker, ProgressLine } from "@twiza/contract";

/** Why a learner may need her trainer, the most urgent first. */
export const NEEDS = [
  "no_tries",
  "never",
  "away",
  "failed",
  "too_low",
  "unseen",
  "unconfirmed",
  "under_way",
  "earned",
] as const;
export type Need = (typeof NEEDS)[number];

/** After two weeks without a sign a short course is usually given up. */
const AWAY_DAYS = 14;

/** What her need follows from. */
export type Needy = Pick<ProgressLine, "completion" | "lastSeenAt">;

/** What a learner needs now. `now` in milliseconds since 1970. */
export function needOf({ completion, lastSeenAt }: Needy, now: number): Need {
  if (completion.state === "earned") return "earned";
  const failed = completion.blockers.find(({ code }) => code === "quiz.not_passed");
  if (failed?.code === "quiz.not_passed" && failed.triesLeft === 0) return "no_tries";
  if (lastSeenAt === undefined) return "never";
  if (now - Date.parse(lastSeenAt) > AWAY_DAYS * 86_400_000) return "away";
  return failed ? "failed" : lastNeed(completion.blockers);
}

/** What is left when lessons and test are done waits for somebody else, or for her word; before that she is under way. */
function lastNeed(blockers: readonly Blocker[]): Need {
  const codes = new Set(blockers.map(({ code }) => code));
  if (codes.has("lesson.unfinished") || codes.has("quiz.not_taken")) return "under_way";
  if (codes.has("skill.not_seen") || codes.has("skill.not_passed")) return "unseen";
  return codes.has("skill.not_confirmed") ? "unconfirmed" : "too_low";
}

/** Who is stuck comes first; within a need, who was not seen for longest, then who has done least. */
export function byNeed<Row extends Needy>(
  rows: readonly Row[],
  { now, doneOf }: { now: number; doneOf: (row: Row) => number },
): readonly Row[] {
  const ranked = rows.map((row) => ({
    row,
    rank: NEEDS.indexOf(needOf(row, now)),
    seen: row.lastSeenAt ?? "",
  }));
  ranked.sort(
    (a, b) =>
      a.rank - b.rank ||
      (a.seen < b.seen ? -1 : a.seen > b.seen ? 1 : 0) ||
      doneOf(a.row) - doneOf(b.row),
  );
  return ranked.map(({ row }) => row);
}

/** How many have each need, the most urgent first; what nobody has is left out. */
export function needCounts(
  rows: readonly Needy[],
  now: number,
): readonly { readonly need: Need; readonly count: number }[] {
  const needs = rows.map((row) => needOf(row, now));
  return NEEDS.map((need) => ({
    need,
    count: needs.filter((each) => each === need).length,
  })).filter(({ count }) => count > 0);
}

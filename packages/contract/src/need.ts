/** The door to what a learner needs of those who teach her: one rule for a desk's list and for what is counted. No zod is in it. */
import type { Blocker } from "./enrolment.ts";
import type { ProgressLine } from "./cohort.what.ts";

/** Why a learner may need her trainer, the most urgent first. */
export const NEEDS = [
  "no_tries",
  "disputed",
  "unmarked",
  "never",
  "away",
  "failed",
  "too_low",
  "unseen",
  "unconfirmed",
  "unhanded",
  "under_way",
  "earned",
] as const;
export type Need = (typeof NEEDS)[number];

/** After two weeks without a sign a short course is usually given up. */
const AWAY_DAYS = 14;

/** What her need follows from. */
export type Needy = Pick<ProgressLine, "completion" | "disputed" | "lastSeenAt">;

/** What a learner needs now. `now` in milliseconds since 1970. Pure. */
export function needOf({ completion, disputed, lastSeenAt }: Needy, now: number): Need {
  if (completion.state === "earned") return "earned";
  const failed = completion.blockers.find(({ code }) => code === "quiz.not_passed");
  if (failed?.code === "quiz.not_passed" && failed.triesLeft === 0) return "no_tries";
  // She has said that it was not so: however long ago, the next word is not hers.
  if (disputed) return "disputed";
  // Whatever else she has to do: this is for nobody but who leads her group.
  if (completion.blockers.some(({ code }) => code === "work.not_marked")) return "unmarked";
  if (lastSeenAt === undefined) return "never";
  if (now - Date.parse(lastSeenAt) > AWAY_DAYS * 86_400_000) return "away";
  return failed ? "failed" : lastNeed(completion.blockers);
}

/** What is left when lessons and test are done waits for somebody else, or for her word; before that she is under way. */
function lastNeed(blockers: readonly Blocker[]): Need {
  const codes = new Set(blockers.map(({ code }) => code));
  if (codes.has("lesson.unfinished") || codes.has("quiz.not_taken")) return "under_way";
  if (codes.has("skill.not_seen") || codes.has("skill.not_passed")) return "unseen";
  if (codes.has("skill.not_confirmed")) return "unconfirmed";
  return codes.has("work.not_handed_in") || codes.has("work.not_passed") ? "unhanded" : "too_low";
}

/** Whether it is for her trainer to do something: not while she learns on, nor while the next word is hers. Pure. */
export const isStuck = (need: Need): boolean =>
  !["unconfirmed", "unhanded", "under_way", "earned"].includes(need);

/** So many are counted, then it is said that there are more; and so many learners are looked at. */
export const STUCK_LIMITS = { told: 30, looked: 200 } as const;

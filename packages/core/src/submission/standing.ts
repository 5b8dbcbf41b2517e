import type { Enrolment, HandedStanding, Submission } from "@twiza/contract";

type Handed = Enrolment["handed"];
type Marked = Submission & { readonly outcome: NonNullable<Submission["outcome"]> };

/** Her standing once this was handed in: it takes the place of what nobody had begun to mark. Pure. */
export function withHandIn(handed: Handed, { assignmentId, id, receivedAt }: Submission): Handed {
  const before = handed?.[assignmentId];
  const here = { submissionId: id, at: receivedAt };
  const waiting = (before?.waiting ?? 0) + (before?.untouchedId ? 0 : 1);
  const standing: HandedStanding = {
    ...(before ?? { state: "waiting", tries: 0 }),
    ...(before && before.state !== "waiting" ? standsBy(before) : here),
    ...{ waiting, untouchedId: id, number: (before?.number ?? 0) + 1 },
  };
  return { ...handed, [assignmentId]: standing };
}

const standsBy = ({ submissionId, at }: HandedStanding) => ({ submissionId, at });

/** Her standing once somebody marked this, or decided between two marks. @param before the same without that. Pure */
export function withMarking(handed: Handed, before: Submission, after: Submission): Handed {
  const standing = handed?.[after.assignmentId];
  if (!standing) return handed;
  const { untouchedId, ...rest } = standing;
  const next: HandedStanding = {
    ...rest,
    ...(untouchedId && untouchedId !== after.id ? { untouchedId } : {}),
    tries: standing.tries + (before.markings.length === 0 ? 1 : 0),
    waiting: standing.waiting - (isMarked(after) ? 1 : 0),
  };
  return {
    ...handed,
    [after.assignmentId]: isMarked(after) ? better(next, markOf(after)) : next,
  };
}

const isMarked = (submission: Submission): submission is Marked => submission.outcome !== undefined;

const markOf = ({ id, outcome: { percent, passed, at } }: Marked) => ({
  ...{ state: passed ? ("passed" as const) : ("not_passed" as const), submissionId: id },
  ...{ at, percent },
});

const RANKS = { passed: 2, not_passed: 1, waiting: 0 } as const;

/** The better mark, of equal ones the later, and the id breaks the tie: a join, so that no order of marking matters. */
function better(standing: HandedStanding, mark: ReturnType<typeof markOf>): HandedStanding {
  const order =
    RANKS[standing.state] - RANKS[mark.state] ||
    (standing.percent ?? 0) - mark.percent ||
    compare(standing.at, mark.at) ||
    compare(standing.submissionId, mark.submissionId);
  return order >= 0 ? standing : { ...standing, ...mark };
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

import type { Draft, Filled, Sent, Taken } from "./kept.ts";

type Learner = Taken["learners"][number];
/**
 * How somebody stands to a checklist, by all that this phone knows. `begun`: a draft lies here; `unsent`: filled, and not sent yet. The
 * others are the server's.
 */
export type Standing = "not_seen" | "begun" | "unsent" | "not_passed" | "waiting" | "passed";

/** What lies on this phone of a cohort beside what the server told. */
export type Mine = {
  readonly drafts: readonly Draft[];
  readonly filled: readonly Filled[];
  readonly sent: readonly Sent[];
};

/** What was sent since the cohort was taken along counts as the server counts it: what is passed stays passed, and waiting beats not passed. Pure. */
export function standingTo(learner: Learner, checklistId: string, mine: Mine): Standing {
  const isIt = (one: { learnerId: string; checklistId: string }): boolean =>
    one.learnerId === learner.learnerId && one.checklistId === checklistId;
  const told = [
    learner.observed[checklistId as never]?.state,
    ...mine.sent.filter(isIt).map(stateOf),
  ];
  if (told.includes("passed")) return "passed";
  if (mine.filled.some(isIt)) return "unsent";
  if (mine.drafts.some(isIt)) return "begun";
  if (told.includes("waiting")) return "waiting";
  return told.includes("not_passed") ? "not_passed" : "not_seen";
}

function stateOf({
  judgement,
  confirmation,
}: Sent): "passed" | "waiting" | "not_passed" | undefined {
  if (confirmation === "disputed") return undefined;
  if (!judgement.passed) return "not_passed";
  return confirmation === "confirmed" ? "passed" : "waiting";
}

const URGENCY: Readonly<Record<Standing, number>> = {
  begun: 0,
  not_seen: 1,
  not_passed: 2,
  waiting: 3,
  unsent: 4,
  passed: 5,
};

/** Of several checklists the one that asks most for an observer. Pure. */
export const mostUrgent = (standings: readonly Standing[]): Standing | undefined =>
  [...standings].sort((a, b) => URGENCY[a] - URGENCY[b])[0];

/** Who is still to be seen comes first; among equals by name, as the list came. Whoever looks at herself is last. Pure. */
export function byUrgency<L extends { readonly self: boolean; readonly name: string }>(
  learners: readonly L[],
  standing: (learner: L) => Standing | undefined,
): readonly L[] {
  const rank = (learner: L): number => (learner.self ? 9 : URGENCY[standing(learner) ?? "passed"]);
  return [...learners].sort((a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name));
}

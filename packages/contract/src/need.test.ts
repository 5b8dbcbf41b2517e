import { expect, it } from "vitest";
import type { Blocker } from "./enrolment.ts";
import type { AssignmentId, ChecklistId } from "./id.ts";
import { isStuck, type Need, type Needy, needOf } from "./need.ts";

const now = Date.parse("2026-03-20T08:00:00.000Z");
const learner = (blockers: Blocker[], more: Partial<Needy> = {}): Needy => ({
  lastSeenAt: "2026-03-19T08:00:00.000Z",
  completion: { state: "under_way", blockers },
  ...more,
});
const failed = (triesLeft: number): Blocker => ({
  ...{ code: "quiz.not_passed", bestPercent: 40, passMarkPercent: 70 },
  triesLeft,
});
const skill = (code: "skill.not_seen" | "skill.not_confirmed"): Blocker => ({
  code,
  // The pattern of an id matters to the server alone.
  checklistId: `chk_${"1".repeat(32)}` as ChecklistId,
  title: { fr: "Tremper" },
});
const work = (code: "work.not_handed_in" | "work.not_marked"): Blocker => ({
  code,
  assignmentId: `asg_${"1".repeat(32)}` as AssignmentId,
  title: { fr: "Étiqueter" },
});
const total: Blocker = { code: "grade.too_low", percent: 50, leastPercent: 60 };
const untaken: Blocker = { code: "quiz.not_taken" };

it("somebody who has earned it needs nothing, however long ago she was here", () => {
  const completion = { state: "earned" } as const;
  const long = { completion, disputed: true, lastSeenAt: "2026-01-01T08:00:00.000Z" } as const;
  expect(needOf(long, now)).toBe("earned");
});

it("exactly two weeks is not yet away", () => {
  expect(needOf(learner([untaken], { lastSeenAt: "2026-03-06T08:00:00.000Z" }), now)).toBe(
    "under_way",
  );
});

it.each<[Need, readonly Blocker[]]>([
  ["no_tries", [failed(0), skill("skill.not_seen")]],
  ["failed", [failed(1)]],
  ["under_way", [untaken, skill("skill.not_seen")]],
  ["unseen", [skill("skill.not_confirmed"), skill("skill.not_seen"), total]],
  ["unconfirmed", [skill("skill.not_confirmed"), total]],
  ["unconfirmed", [skill("skill.not_confirmed"), work("work.not_handed_in")]],
  ["unhanded", [work("work.not_handed_in"), total]],
  ["too_low", [total]],
])("once lessons and test are done it is told whom she waits for: %s", (need, blockers) => {
  expect(needOf(learner([...blockers]), now)).toBe(need);
});

it("who says of a look that it was not so waits for an answer, wherever else she is and however long ago it was", () => {
  const disputed = true;
  for (const blockers of [[untaken], [skill("skill.not_seen")], [failed(1)]])
    expect(needOf(learner(blockers, { disputed }), now)).toBe("disputed");
  expect(needOf(learner([untaken], { disputed, lastSeenAt: "2026-01-01T08:00:00.000Z" }), now)).toBe("disputed"); // prettier-ignore
  expect(needOf(learner([failed(0)], { disputed }), now)).toBe("no_tries");
});

it("work that waits for a mark is for whoever leads the group, whatever else its learner has to do", () => {
  const blockers = [work("work.not_marked"), failed(2), skill("skill.not_seen")];
  expect(needOf(learner(blockers, { lastSeenAt: "2026-01-01T08:00:00.000Z" }), now)).toBe(
    "unmarked",
  );
});

it("nobody is stuck who learns on or whose own word is awaited", () => {
  const stuck = (["no_tries", "disputed", "unmarked", "never", "away", "failed", "too_low", "unseen"] as const).map(isStuck); // prettier-ignore
  expect(new Set(stuck)).toEqual(new Set([true]));
  expect((["unconfirmed", "unhanded", "under_way", "earned"] as const).some(isStuck)).toBe(false);
});

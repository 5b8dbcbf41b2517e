import type { CohortId, Contact, LearnerId } from "@twiza/contract";
import type { Language } from "@twiza/contract/where";
import { loadCohort } from "../cohort/cohort.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";

/**
 * How to write to a learner of a cohort, for who may let her in: by the number or address that she was enrolled by. Of whoever enrolled
 * herself nothing is told, since she gave it to us and to nobody else.
 * @throws Refused `not_found`, also for one who is in another cohort
 */
export async function readReach(
  deps: Deps,
  principal: Principal,
  { cohortId, learnerId }: { cohortId: CohortId; learnerId: LearnerId },
): Promise<{ name: string; language: Language; contact?: Contact }> {
  const { value: cohort } = await loadCohort(deps, principal, {
    id: cohortId,
    action: "learner:vouch",
  });
  const { value: enrolment } = found(
    await deps.store.enrolments.byCourse(learnerId, cohort.courseId),
  );
  if (enrolment.cohortId !== cohortId) throw new Refused("not_found");
  const { value: learner } = found(await deps.store.people.learner(learnerId));
  const { value: account } = found(await deps.store.people.account(learner.accountId));
  const { language, contact } = account;
  const isKnown = enrolment.reachable === true && contact !== undefined;
  return { name: enrolment.learnerName, language, ...(isKnown ? { contact } : {}) };
}

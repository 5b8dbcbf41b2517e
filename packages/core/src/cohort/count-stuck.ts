import type { Cohort, StuckCohort } from "@twiza/contract";
import { isStuck, needOf, STUCK_LIMITS } from "@twiza/contract/need";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { progressLine } from "./cohort.ts";

/** What is counted: in how many of her groups somebody may be stuck, and where. */
export type Stuck = { running: number; cohorts: StuckCohort[]; more: boolean };

/**
 * How many learners are stuck in the groups that she teaches or accompanies, as long as these run. One query finds the groups, one more
 * each of them; it ends once as many are found as anybody is told of, or as many looked at as a first page may cost.
 */
export async function countStuck(deps: Deps, principal: Principal): Promise<Stuck> {
  const now = deps.clock.now();
  const page = await deps.store.cohorts.ofOrganisation(found(principal.organisationId), undefined);
  const hers = page.values
    .map(({ value }) => value)
    .filter(({ trainerIds }) => trainerIds.includes(principal.accountId))
    .filter((cohort) => isRunning(cohort, now));
  const counted: StuckCohort[] = [];
  let [stuck, looked] = [0, 0];
  let isWhole = page.next === undefined;
  for (const { id, name, courseTitle } of hers) {
    const left = STUCK_LIMITS.looked - looked;
    if (left <= 0 || stuck > STUCK_LIMITS.told) {
      isWhole = false;
      break;
    }
    const learners = await deps.store.enrolments.ofCohort(id, undefined, left);
    const lines = await Promise.all(learners.values.map(({ value }) => progressLine(deps, value)));
    const here = lines.filter((line) => isStuck(needOf(line, now.getTime()))).length;
    if (here > 0) counted.push({ id, name, courseTitle, stuck: here });
    stuck += here;
    looked += lines.length;
    isWhole &&= learners.next === undefined;
  }
  const cohorts = counted.sort((a, b) => b.stuck - a.stuck);
  return { running: hers.length, cohorts, more: !isWhole };
}

/** Between its first and its last day, both included. */
function isRunning({ startsOn, endsOn }: Cohort, now: Date): boolean {
  const today = now.toISOString().slice(0, 10);
  return startsOn <= today && today <= endsOn;
}

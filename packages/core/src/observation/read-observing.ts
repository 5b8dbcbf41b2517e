import type { ChecklistsOfVersion, CohortId, ObservedLearner } from "@twiza/contract";
import { loadCohort } from "../cohort/cohort.ts";
import { readManifest } from "../course/content.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import type { After } from "../store/index.ts";

/**
 * What an observer's phone takes along: one query a page of learners, whose enrolments say who has a PIN, and one blob a version. Her own
 * learners are among them, marked, so that she sees why she may not judge them.
 */
export async function readObserving(
  deps: Deps,
  principal: Principal,
  { id, after }: { readonly id: CohortId; readonly after?: After },
) {
  const { value: cohort } = await loadCohort(deps, principal, { id, action: "observation:write" });
  const [page, person, pin] = await Promise.all([
    deps.store.enrolments.ofCohort(id, after),
    deps.store.people.person(principal.accountId),
    deps.store.pins.ofAccount(principal.accountId),
  ]);
  const own = new Set(person?.learners.map((learner) => learner.id));
  const enrolments = page.values.map(({ value }) => value);
  const learners = enrolments.map((each): ObservedLearner => ({
    learnerId: each.learnerId,
    name: each.learnerName,
    version: each.version,
    observed: each.observed ?? {},
    hasPin: each.hasPin === true,
    self: own.has(each.learnerId),
  }));
  const manifests = new Map(enrolments.map(({ version, content }) => [version, content.manifest]));
  const checklists = await Promise.all(
    [...manifests].map(async ([version, hash]): Promise<ChecklistsOfVersion> => {
      const { checklists = [] } = await readManifest(deps, hash);
      return { version, checklists };
    }),
  );
  const { name, courseId, courseTitle } = cohort;
  return {
    cohort: { id, name, courseId, courseTitle },
    checklists,
    learners,
    observerHasPin: pin !== undefined,
    ...nextOf(page),
  };
}

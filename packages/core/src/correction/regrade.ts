import type { Enrolment, Regrade } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Page } from "../store.ts";
import { testsBy } from "./hers.ts";
import { NO_FIGURES, plus, regradeLearner } from "./regrade-learner.ts";

/** How many learners a step marks anew: done within some seconds, and lost at most when it is killed. */
const LEARNERS_AT_ONCE = 50;

/** Those who take a course alone, then its cohorts, one behind the other. */
export const groupOf = (
  deps: Deps,
  { courseId, cohorts }: Pick<Regrade, "courseId" | "cohorts">,
  { group, after }: Regrade["place"],
): Promise<Page<Enrolment>> => {
  const cohortId = cohorts[group - 1];
  return cohortId
    ? deps.store.enrolments.ofCohort(cohortId, after, LEARNERS_AT_ONCE)
    : deps.store.enrolments.alone(courseId, after, LEARNERS_AT_ONCE);
};

/** Where the next learners are; nothing behind the last group. */
export function nextPlace(
  { cohorts }: Pick<Regrade, "cohorts">,
  { group }: Regrade["place"],
  page: Pick<Page<Enrolment>, "next">,
): Regrade["place"] | undefined {
  if (page.next) return { group, after: page.next };
  return group < cohorts.length ? { group: group + 1 } : undefined;
}

/** A place among the groups as it travels: their number, and where in it. */
export const tokenOf = ({
  group,
  after = "",
}: {
  group: number;
  after?: string | undefined;
}): string => `${group}_${after}`;

/** The place that such a token names; the first for none. One that nobody was given is refused where it is read from. */
export function placeIn(token: string | undefined): { group: number; after?: string } {
  if (token === undefined) return { group: 0 };
  const [, group, after] = /^(\d{1,6})_(.*)$/s.exec(token) ?? [];
  if (group === undefined) return { group: 0, after: token };
  return { group: Number(group), ...(after ? { after } : {}) };
}

/**
 * One step of marking anew: the next learners, each in a transaction of her own, then how far it has come. Writing that down is what
 * the next step follows from. Killed at any point it is done again from its last place, and whoever was marked already is told as she was.
 * A step that was seen before, or of a regrade that stands, does nothing.
 * @param seen how far it had come, and the revision at which that was written
 * @returns how far it has come now; nothing when it did nothing
 */
export async function goOnRegrading(
  deps: Deps,
  seen: { readonly value: Regrade; readonly revision: number },
): Promise<Regrade | undefined> {
  const { corrections } = deps.store;
  const { courseId, number } = seen.value;
  const kept = await corrections.regrade(courseId, number);
  if (kept?.revision !== seen.revision || kept.value.state !== "running") return undefined;
  const { value: regrade } = kept;
  const known = await corrections.ofCourse(courseId);
  const marking = { last: known.at(-1)?.number ?? number, tests: testsBy(deps, known) };
  const page = await groupOf(deps, regrade, regrade.place);
  let figures = regrade.figures;
  for (const { value: enrolment } of page.values)
    figures = plus(figures, await regradeLearner(deps, enrolment, marking));
  const place = nextPlace(regrade, regrade.place, page);
  const next: Regrade = {
    ...regrade,
    figures,
    state: place ? "running" : "done",
    place: place ?? regrade.place,
    changedAt: deps.clock.now().toISOString(),
  };
  // Stopped meanwhile, or another was quicker: what is done stays done, and who comes next finds it so.
  const outcome = await deps.store.commit([corrections.putRegrade(next, kept.revision)]);
  return outcome === "done" ? next : undefined;
}

/** A regrade that begins. */
export const begun = (of: Omit<Regrade, "state" | "place" | "figures">): Regrade => ({
  ...of,
  state: "running",
  place: { group: 0 },
  figures: NO_FIGURES,
});

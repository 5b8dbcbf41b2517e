import type { Regrade } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { groupOf, nextPlace } from "./groups.ts";
import { testsBy } from "./hers.ts";
import { NO_FIGURES, plus, regradeLearner } from "./regrade-learner.ts";

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

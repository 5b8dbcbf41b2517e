import type {
  Checklist,
  Cohort,
  CohortId,
  Enrolment,
  LearnerId,
  Manifest,
  Observation,
  ObservationBody,
} from "@twiza/contract";
import { judge, OBSERVING } from "@twiza/contract/observing";
import { authorise } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { trueMoment } from "../enrolment/progress.ts";
import { manifestIn } from "../enrolment/versions.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Kept } from "../store/index.ts";
import { takenPhoto } from "./photo.ts";

type Observed = Kept<Enrolment> & { readonly cohort: Cohort; readonly manifest: Manifest };

/**
 * The learner whose work was looked at, as she is now, if this person may judge it. That she is in no such group, in another one or gone
 * from it is one answer.
 * @throws Refused `not_found` for a group that is not the observer's, `observation.own`, `observation.not_in_cohort`
 */
export async function loadObserved(
  deps: Deps,
  principal: Principal,
  { cohortId, learnerId }: { readonly cohortId: CohortId; readonly learnerId: LearnerId },
): Promise<Observed> {
  const organisationId = found(principal.organisationId);
  const { value: cohort } = found(await deps.store.cohorts.byId(organisationId, cohortId));
  const own = await isOwnLearner(deps, principal.accountId, learnerId);
  if (own) throw new Refused("observation.own");
  authorise(principal, "observation:write", { ...cohortSubject(cohort, principal), own });
  const kept = found(
    await deps.store.enrolments.byCourse(learnerId, cohort.courseId, { fresh: true }),
    "observation.not_in_cohort",
  );
  if (kept.value.cohortId !== cohortId) throw new Refused("observation.not_in_cohort");
  return { ...kept, cohort, manifest: await readManifest(deps, kept.value.content.manifest) };
}

/**
 * The look that a phone tells of, judged by the checklist of the version that it names, if she is or was on that.
 * @throws Refused `observation.unknown`, `observation.no_photo`, `upload.missing`
 */
export async function lookFrom(
  deps: Deps,
  principal: Principal,
  { value: enrolment, cohort }: Observed,
  { body, receivedAt }: { readonly body: ObservationBody; readonly receivedAt: Date },
): Promise<Observation> {
  const { id, version, seen, note, claims, sentAt } = body;
  const checklist = await checklistOf(deps, enrolment, body);
  const known = new Set(checklist.criteria.map((each) => each.id));
  if (seen.some(({ criterion }) => !known.has(criterion))) throw new Refused("observation.unknown");
  const photos = await Promise.all(body.photos.map((each) => takenPhoto(deps, principal, each)));
  if (checklist.photo === "required" && photos.length === 0)
    throw new Refused("observation.no_photo");
  const now = receivedAt.toISOString();
  return {
    id,
    organisationId: cohort.organisationId,
    cohortId: cohort.id,
    courseId: cohort.courseId,
    version,
    checklistId: checklist.id,
    title: checklist.title,
    learnerId: enrolment.learnerId,
    learnerName: enrolment.learnerName,
    observerId: principal.accountId,
    observerName: principal.name.slice(0, 120),
    seen,
    ...(note ? { note } : {}),
    photos,
    claims,
    seenAt: trueMoment({ at: claims.at, sentAt: sentAt ?? now, receivedAt }),
    receivedAt: now,
    rules: OBSERVING,
    judgement: judge(checklist, seen),
    confirmation: { state: "waiting" },
  };
}

async function checklistOf(
  deps: Deps,
  enrolment: Enrolment,
  { version, checklistId }: Pick<ObservationBody, "version" | "checklistId">,
): Promise<Checklist> {
  const { version: hers, former = [] } = enrolment;
  if (version !== hers && !former.includes(version)) throw new Refused("observation.unknown");
  const { checklists = [] } = await manifestIn(deps, enrolment, version);
  return found(
    checklists.find(({ id }) => id === checklistId),
    "observation.unknown",
  );
}

/** Whether two tell of the same look: what a phone said of it, and who said it. */
export const isSameLook = (a: Observation, b: Observation): boolean => saidOf(a) === saidOf(b);
const saidOf = (it: Observation): string =>
  JSON.stringify([
    ...[it.cohortId, it.version, it.checklistId, it.observerId],
    ...[it.seen, it.note, it.photos, it.claims],
  ]);

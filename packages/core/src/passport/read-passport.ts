import type {
  Attempt,
  CohortId,
  CompetencyId,
  Enrolment,
  LearnerId,
  NamedCompetency,
  Observation,
  Passport,
  Submission,
} from "@twiza/contract";
import { may } from "../authorise.ts";
import { cohortSubject, loadCohort } from "../cohort/cohort.ts";
import { type Tests, testsBy } from "../correction/hers.ts";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { contentIn } from "../enrolment/versions.ts";
import { learnerOf } from "../person/acting.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import { shownByObservation, shownBySitting, shownByWork } from "./evidence.ts";
import { PASSPORT, passportLines, type Shown } from "./rule.ts";

/** Her own, from all courses. @throws Refused `learner.required`, `not_found` for a learner who is not on this device */
export async function readPassport(
  deps: Deps,
  principal: Principal,
  wanted?: LearnerId,
): Promise<Passport> {
  const learnerId = learnerOf(principal, wanted);
  return passportOf(deps, learnerId, () => true);
}

/**
 * That of a learner of a cohort, from what may be read of her progress: this cohort, and other courses of the organisation for those
 * who may read all progress in it. @throws Refused `not_found`
 */
export async function readLearnerPassport(
  deps: Deps,
  principal: Principal,
  { cohortId, learnerId }: { readonly cohortId: CohortId; readonly learnerId: LearnerId },
): Promise<Passport> {
  const { value: cohort } = await loadCohort(deps, principal, {
    id: cohortId,
    action: "progress:read",
  });
  const here = found(
    await deps.store.enrolments.byCourse(learnerId, cohort.courseId, { fresh: false }),
  );
  if (here.value.cohortId !== cohortId) throw new Refused("not_found");
  const { cohort: isHers = false } = cohortSubject(cohort, principal);
  return passportOf(deps, learnerId, ({ organisationId, cohortId: other }) =>
    may(principal, "progress:read", { organisationId, cohort: isHers && other === cohortId }),
  );
}

/**
 * Four queries, whatever the number of courses, and one of corrections for each that she sat a test of which names competencies;
 * manifests and quizzes are blobs that a warm process remembers.
 */
async function passportOf(
  deps: Deps,
  learnerId: LearnerId,
  isReadable: (enrolment: Enrolment) => boolean,
): Promise<Passport> {
  const [learner, { values }, attempts, observations, submissions] = await Promise.all([
    deps.store.people.learner(learnerId),
    deps.store.enrolments.ofLearner(learnerId, undefined),
    deps.store.enrolments.attemptsOfLearner(learnerId),
    deps.store.observations.ofLearner(learnerId),
    deps.store.submissions.ofLearner(learnerId),
  ]);
  const { name } = found(learner).value;
  const enrolments = values.map(({ value }) => value).filter(isReadable);
  const told = await Promise.all(
    enrolments.map((enrolment) =>
      shownInCourse(deps, enrolment, {
        attempts: ofCourse(attempts, enrolment),
        observations: ofCourse(observations, enrolment),
        submissions: ofCourse(submissions, enrolment),
      }),
    ),
  );
  const names = new Map<CompetencyId, NamedCompetency>(told.flatMap((each) => [...each.names]));
  const lines = passportLines(
    names,
    told.flatMap(({ shown }) => shown),
  );
  return { learnerId, name, rule: PASSPORT, readAt: deps.clock.now().toISOString(), lines };
}

const ofCourse = <T extends { readonly courseId: Enrolment["courseId"] }>(
  kept: readonly { readonly value: T }[],
  { courseId }: Enrolment,
): readonly T[] => kept.map(({ value }) => value).filter((each) => each.courseId === courseId);

type InCourse = {
  readonly names: ReadonlyMap<CompetencyId, NamedCompetency>;
  readonly shown: readonly Shown[];
};

/** What she did in one course. */
type Done = {
  readonly attempts: readonly Attempt[];
  readonly observations: readonly Observation[];
  readonly submissions: readonly Submission[];
};

/** What one course shows: each version by what it says itself, since a version never changes. */
async function shownInCourse(
  deps: Deps,
  enrolment: Enrolment,
  { attempts, observations, submissions }: Done,
): Promise<InCourse> {
  const names = new Map<CompetencyId, NamedCompetency>();
  const shown: Shown[] = [];
  let tests: Tests | undefined;
  const versions = [
    ...new Set([...attempts, ...observations, ...submissions].map(({ version }) => version)),
  ];
  for (const version of versions.sort((one, other) => one - other)) {
    const content = await contentIn(deps, enrolment, version);
    const manifest = await readManifest(deps, content.manifest);
    // A version that names none shows none: its quiz is not read.
    if (!manifest.competencies) continue;
    for (const each of manifest.competencies) names.set(each.id, each);
    const own = attempts.filter((each) => each.version === version && each.submittedAt);
    if (own.length > 0) {
      tests ??= testsBy(deps, await deps.store.corrections.ofCourse(enrolment.courseId));
      const judged = await tests(content.quiz);
      shown.push(...own.flatMap((attempt) => shownBySitting(enrolment, attempt, judged)));
    }
    shown.push(
      ...observations
        .filter((each) => each.version === version)
        .flatMap((each) => shownByObservation(enrolment, each, manifest)),
      ...submissions
        .filter((each) => each.version === version)
        .flatMap((each) => shownByWork(enrolment, each, manifest)),
    );
  }
  return { names, shown };
}

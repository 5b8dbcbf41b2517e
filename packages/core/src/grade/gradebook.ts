import type {
  Cohort,
  CohortId,
  Enrolment,
  GradedVersion,
  GradeLine,
  LearnerId,
  Manifest,
  NamedPart,
} from "@twiza/contract";
import { LESSONS, QUIZ } from "@twiza/contract/grading";
import { authorise, may } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { nextOf } from "../course/course.ts";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { completionOf } from "../enrolment/completion.ts";
import { isDisputed } from "../observation/standing.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { gradeOf } from "./grade.ts";

/**
 * The grades of a cohort, page by page, for who follows it and who may change them. One query a page; what counts in a version comes
 * from its manifest, which a warm process reads once.
 * @throws Refused `not_found`
 */
export async function readGradebook(
  deps: Deps,
  principal: Principal,
  { id, after }: { id: CohortId; after: After },
) {
  const organisationId = found(principal.organisationId);
  const { value: cohort } = found(await deps.store.cohorts.byId(organisationId, id));
  const subject = cohortSubject(cohort, principal);
  if (!may(principal, "grade:change", subject)) authorise(principal, "progress:read", subject);
  const page = await deps.store.enrolments.ofCohort(id, after);
  const enrolments = page.values.map(({ value }) => value);
  const [person, versions] = await Promise.all([
    deps.store.people.person(principal.accountId),
    versionsOf(deps, enrolments),
  ]);
  const own = new Set<LearnerId>(person?.learners.map((learner) => learner.id));
  const learners = enrolments.flatMap((enrolment): GradeLine[] => {
    const manifest = versions.get(enrolment.version);
    const mayChange = may(principal, "grade:change", { ...subject, own: own.has(enrolment.learnerId) }); // prettier-ignore
    return manifest ? [gradeLine(enrolment, manifest, mayChange)] : [];
  });
  const told = [...versions].map(([version, manifest]) => versionOf(version, manifest));
  return { cohort: shortOf(cohort), versions: told, learners, ...nextOf(page) };
}

const shortOf = ({ id, name, courseId, courseTitle }: Cohort) => ({
  ...{ id, name, courseId, courseTitle },
});

/** The manifests of those versions that somebody is on. */
async function versionsOf(
  deps: Deps,
  enrolments: readonly Enrolment[],
): Promise<ReadonlyMap<number, Manifest>> {
  const contents = new Map(enrolments.map(({ version, content }) => [version, content.manifest]));
  const read = [...contents].map(
    async ([version, hash]) => [version, await readManifest(deps, hash)] as const,
  );
  return new Map(await Promise.all(read));
}

/** The parts of a course with what they are called, and from which result on each is passed. */
export const namedParts = ({
  passMarkPercent,
  checklists = [],
  assignments = [],
}: Pick<Manifest, "checklists" | "assignments" | "passMarkPercent">): NamedPart[] => [
  { part: LESSONS, passPercent: 100 },
  { part: QUIZ, passPercent: passMarkPercent },
  ...[...checklists, ...assignments].map(({ id, title, leastPercent }) => ({
    ...{ part: id, title, passPercent: leastPercent },
  })),
];

/** What counts in one version. Pure. */
export const versionOf = (version: number, manifest: Manifest): GradedVersion => ({
  version,
  parts: namedParts(manifest),
  ...(manifest.grading ? { grading: manifest.grading } : {}),
});

/** One learner's row. Pure. */
export const gradeLine = (
  enrolment: Enrolment,
  manifest: Manifest,
  mayChange: boolean,
): GradeLine => ({
  learnerId: enrolment.learnerId,
  name: enrolment.learnerName,
  version: enrolment.version,
  ...(enrolment.lastSeenAt ? { lastSeenAt: enrolment.lastSeenAt } : {}),
  ...(isDisputed(manifest, enrolment) ? { disputed: true as const } : {}),
  grade: gradeOf(manifest, enrolment),
  completion: completionOf(manifest, enrolment),
  earned: enrolment.earnedAt !== undefined,
  mayChange,
});

import type {
  CohortId,
  CourseId,
  Enrolment,
  LearnerId,
  MarkedCourse,
  MarkedLearner,
} from "@twiza/contract";
import { countedPercent } from "../attempt/counting.ts";
import { authorise } from "../authorise.ts";
import { cohortsOf } from "../correction/cohorts.ts";
import { groupOf, nextPlace, placeIn, tokenOf } from "../correction/groups.ts";
import { readManifest } from "../course/content.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After } from "../store/index.ts";
import { gradeLine, versionOf } from "./gradebook.ts";

/** The organisation of who reads its trail. @throws Refused `not_found` */
function auditedBy(principal: Principal) {
  const organisationId = found(principal.organisationId);
  authorise(principal, "audit:read", { organisationId });
  return organisationId;
}

/** The courses whose results an auditor may look into. */
export async function listMarkedCourses(deps: Deps, principal: Principal, after: After) {
  const page = await deps.store.courses.ofOrganisation(auditedBy(principal), after);
  const courses = page.values.map(({ value }) => ({ courseId: value.id, title: value.title }));
  return { courses, ...nextOf(page) };
}

type OfCourse = { readonly courseId: CourseId; readonly after: After };

/** Who takes a course: those who do so alone, then its groups one behind the other. @throws Refused `not_found` */
export async function listMarkedLearners(
  deps: Deps,
  principal: Principal,
  { courseId, after }: OfCourse,
): Promise<{ learners: MarkedLearner[]; next?: string }> {
  const kept = await deps.store.courses.byId(auditedBy(principal), courseId, { fresh: false });
  const { value: course } = found(kept);
  const groups = { courseId, cohorts: await cohortsOf(deps, course) };
  const place = placeIn(after);
  const page = await groupOf(deps, groups, place);
  // What others than her institution enrolled her in is none of its auditor's business.
  const own = page.values.map(({ value }) => value).filter(isOf(course.organisationId));
  const names = namesOfCohorts(deps);
  const learners = await Promise.all(own.map((enrolment) => learnerOf(deps, enrolment, names)));
  const next = nextPlace(groups, place, page);
  return { learners, ...(next ? { next: tokenOf(next) } : {}) };
}

const isOf =
  (organisationId: Enrolment["organisationId"]) =>
  (enrolment: Enrolment): boolean =>
    enrolment.organisationId === organisationId;

type Names = (enrolment: Enrolment) => Promise<{ cohortName?: string }>;

/** What the groups of enrolments are called, each read once. */
function namesOfCohorts(deps: Deps): Names {
  const known = new Map<CohortId, ReturnType<typeof deps.store.cohorts.byId>>();
  return async ({ organisationId, cohortId }) => {
    if (!cohortId) return {};
    const reading =
      known.get(cohortId) ?? deps.store.cohorts.byId(organisationId, cohortId, { fresh: false });
    known.set(cohortId, reading);
    const cohort = await reading;
    return cohort ? { cohortName: cohort.value.name } : {};
  };
}

async function learnerOf(deps: Deps, enrolment: Enrolment, names: Names): Promise<MarkedLearner> {
  const { quiz } = await readManifest(deps, enrolment.content.manifest);
  const quizPercent = countedPercent(quiz, enrolment.quiz);
  return {
    ...{ learnerId: enrolment.learnerId, name: enrolment.learnerName },
    ...(await names(enrolment)),
    ...(quizPercent === undefined ? {} : { quizPercent }),
    earned: enrolment.earnedAt !== undefined,
  };
}

type OfLearner = { readonly learnerId: LearnerId; readonly after: After };

/** What a learner has in each course of the organisation, with how it came about. @throws Refused `not_found` where she takes none of its courses */
export async function readMarks(
  deps: Deps,
  principal: Principal,
  { learnerId, after }: OfLearner,
): Promise<{ learnerName: string; courses: MarkedCourse[]; next?: string }> {
  const organisationId = auditedBy(principal);
  const page = await deps.store.enrolments.ofLearner(learnerId, after);
  const own = page.values.map(({ value }) => value).filter(isOf(organisationId));
  const [first] = own;
  if (!first) throw new Refused("not_found");
  const names = namesOfCohorts(deps);
  const courses = own.map(async (enrolment): Promise<MarkedCourse> => {
    const { courseId, courseTitle, version } = enrolment;
    const manifest = await readManifest(deps, enrolment.content.manifest);
    return {
      ...{ courseId, courseTitle, ...(await names(enrolment)) },
      version: versionOf(version, manifest),
      // Who looks on changes nothing from here.
      line: gradeLine(enrolment, manifest, false),
    };
  });
  return { learnerName: first.learnerName, courses: await Promise.all(courses), ...nextOf(page) };
}

import {
  certificateState,
  type CertificatePreview,
  type Cohort,
  type CohortId,
  type Course,
  type CourseId,
  type EligibleLine,
  type Enrolment,
  type LearnerId,
} from "@twiza/contract";
import { authorise, may, type Subject } from "../authorise.ts";
import { cohortSubject, eligibleLine } from "../cohort/cohort.ts";
import { cohortsOf } from "../correction/cohorts.ts";
import { groupOf, nextPlace, placeIn, tokenOf } from "../correction/groups.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After } from "../store/index.ts";
import { claimsOf } from "./issue.ts";

/** Whom one issues to: a cohort, or all who take a course. */
export type Group = {
  readonly course: Course;
  readonly cohort?: Cohort;
  readonly subject: Subject;
  readonly cohorts: CohortId[];
};

/** A group that she may issue to. @throws Refused `not_found` */
export async function groupToIssue(
  deps: Deps,
  principal: Principal,
  { courseId, cohortId }: { courseId: CourseId; cohortId?: CohortId | undefined },
): Promise<Group> {
  const organisationId = found(principal.organisationId);
  const course = found(await deps.store.courses.byId(organisationId, courseId)).value;
  if (cohortId === undefined) {
    const subject = { organisationId };
    authorise(principal, "certificate:issue", subject);
    return { course, subject, cohorts: await cohortsOf(deps, course) };
  }
  const cohort = found(await deps.store.cohorts.byId(organisationId, cohortId)).value;
  if (cohort.courseId !== courseId) throw new Refused("not_found");
  const subject = cohortSubject(cohort, principal);
  authorise(principal, "certificate:issue", subject);
  return { course, cohort, subject, cohorts: [cohortId] };
}

/** Those who take the course alone come first, unless it is about one cohort. */
export const firstPlace = ({ cohort }: { readonly cohort?: unknown }) => ({
  group: cohort ? 1 : 0,
});

/** Who of a group may receive a certificate now, who has hers and how that stands, and what the others lack. */
export async function listCandidates(
  deps: Deps,
  principal: Principal,
  asked: { courseId: CourseId; cohortId?: CohortId | undefined; after: After },
) {
  const { courseId } = asked;
  const { cohort, cohorts, subject } = await groupToIssue(deps, principal, asked);
  const place = asked.after === undefined ? firstPlace({ cohort }) : placeIn(asked.after);
  const page = await groupOf(deps, { courseId, cohorts }, place);
  const person = await deps.store.people.person(principal.accountId);
  const own = new Set(person?.learners.map(({ id }) => id));
  const learners = await Promise.all(
    page.values.map(async ({ value }) => ({
      ...(await candidateLine(deps, value)),
      mayIssue: may(principal, "certificate:issue", { ...subject, own: own.has(value.learnerId) }),
    })),
  );
  const next = nextPlace({ cohorts }, place, page);
  return { learners, ...(next ? { next: tokenOf(next) } : {}) };
}

async function candidateLine(
  deps: Deps,
  enrolment: Enrolment,
): Promise<Omit<EligibleLine, "mayIssue">> {
  const line = await eligibleLine(deps, enrolment);
  if (line.state !== "issued") return line;
  const { learnerId, courseId, version } = enrolment;
  const { certificates } = deps.store;
  const held = await certificates.earned(learnerId, courseId, version);
  const kept = held && (await certificates.byId(held.value.certificateId));
  if (!kept) return line;
  const { id, number, learnerName, issuedAt, expiresAt, proposal } = kept.value;
  return {
    ...line,
    certificate: {
      ...{ id, number, learnerName, issuedAt },
      state: certificateState(kept.value, deps.clock.now()),
      ...(expiresAt ? { expiresAt } : {}),
      ...(proposal ? { proposed: proposal.act } : {}),
    },
  };
}

/** What her certificate would say if it were issued now. @throws Refused `not_found`, `certificate.not_earned` */
export async function previewCertificate(
  deps: Deps,
  principal: Principal,
  whose: Whose,
): Promise<CertificatePreview> {
  const { design: _, ...said } = await claimsToBe(deps, principal, whose);
  return said;
}

export type Whose = { readonly courseId: CourseId; readonly learnerId: LearnerId };
/** All that a certificate would be issued with, by somebody who may issue it. @throws Refused `not_found`, `certificate.not_earned` */
export async function claimsToBe(deps: Deps, principal: Principal, whose: Whose) {
  const { courseId, learnerId } = whose;
  const { value } = found(await deps.store.enrolments.byCourse(learnerId, courseId));
  if (value.organisationId !== principal.organisationId) throw new Refused("not_found");
  await groupToIssue(deps, principal, { courseId, cohortId: value.cohortId });
  if (!value.earnedAt) throw new Refused("certificate.not_earned");
  return claimsOf(deps, value, deps.clock.now().toISOString());
}

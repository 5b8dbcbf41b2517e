import {
  type Certificate,
  type CertificateId,
  certificateState,
  type CohortId,
  type IntentId,
  type LearnerId,
  type PublicCertificate,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { cohortSubject } from "../cohort/cohort.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { once } from "../intent.ts";
import { learnerOf } from "../person/acting.ts";
import { isOwnLearner } from "../person/own-learner.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { After } from "../store.ts";
import { issue } from "./issue.ts";

/** What anybody may know: every claim that stands on the paper, and whether it still holds. */
export function publicCertificate(certificate: Certificate, now: Date): PublicCertificate {
  const {
    learnerId: _learner,
    courseId: _course,
    cohortId: _cohort,
    issuedBy: _by,
    proposal: _proposal,
    acts: _acts,
    design: _design,
    revocation,
    suspension,
    ...claims
  } = certificate;
  return {
    ...claims,
    state: certificateState(certificate, now),
    ...(revocation ? { revokedAt: revocation.at } : {}),
    ...(suspension ? { suspendedAt: suspension.at } : {}),
  };
}

export async function verifyCertificate(deps: Deps, id: CertificateId): Promise<PublicCertificate> {
  return publicCertificate(found(await deps.store.certificates.byId(id)).value, deps.clock.now());
}

/** Her certificates, newest first. One query. */
export async function listWallet(
  deps: Deps,
  principal: Principal,
  { learnerId, after }: { learnerId?: LearnerId | undefined; after: After },
) {
  if (!learnerId && !principal.learnerId) return { certificates: [] };
  const page = await deps.store.certificates.ofLearner(learnerOf(principal, learnerId), after);
  return {
    certificates: page.values.map(({ value }) => publicCertificate(value, deps.clock.now())),
    ...nextOf(page),
  };
}

type ByHand = { intentId: IntentId; cohortId: CohortId; learnerId: LearnerId };

/**
 * Issues by hand to a learner of a cohort who has earned it. The name and the date come from our own records.
 * @throws Refused `certificate.own` to oneself, `certificate.not_earned`, `certificate.already_issued`
 */
export function issueByHand(deps: Deps, principal: Principal, body: ByHand): Promise<Certificate> {
  return once(deps, { principal, operation: "certificate.issue", request: body }, async () => {
    const cohort = found(
      await deps.store.cohorts.byId(found(principal.organisationId), body.cohortId),
    ).value;
    const enrolment = found(
      await deps.store.enrolments.byCourse(body.learnerId, cohort.courseId, { fresh: true }),
    ).value;
    if (enrolment.cohortId !== cohort.id) throw new Refused("not_found");
    const own = await isOwnLearner(deps, principal.accountId, enrolment.learnerId);
    if (own) throw new Refused("certificate.own");
    authorise(principal, "certificate:issue", { ...cohortSubject(cohort, principal), own });
    if (!enrolment.earnedAt) throw new Refused("certificate.not_earned");
    const decision = await issue(deps, enrolment, principal);
    if (decision.already) throw new Refused("certificate.already_issued");
    return { reply: decision.reply, writes: decision.writes };
  });
}

import {
  type Certificate,
  type CertificateId,
  certificateState,
  type CertificateShows,
  type CohortId,
  type IntentId,
  type LearnerId,
  type PublicCertificate,
  type VerifiedCertificate,
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
import type { After } from "../store/index.ts";
import { issue } from "./issue.ts";

/** Every claim that stands on the paper, and whether it still holds. */
function claimsOf(certificate: Certificate, now: Date) {
  const {
    learnerId: _learner,
    courseId: _course,
    cohortId: _cohort,
    issuedBy: _by,
    proposal: _proposal,
    acts: _acts,
    design: _design,
    shows: _shows,
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

const showsOf = ({ shows }: Certificate): CertificateShows => shows?.as ?? "whole";

/** A certificate as its holder has it. */
export const publicCertificate = (certificate: Certificate, now: Date): PublicCertificate => ({
  ...claimsOf(certificate, now),
  shows: showsOf(certificate),
});

/** As much of it as its holder lets anybody see who has no more than its number. */
export function shownToAnybody(certificate: Certificate, now: Date): VerifiedCertificate {
  const shows = showsOf(certificate);
  const claims = claimsOf(certificate, now);
  if (shows === "whole") return { ...claims, shows };
  if (shows === "brief") {
    const { quizPercent: _result, competencies: _can, language: _in, reissueOf: _of, ...few } = claims; // prettier-ignore
    return { ...few, shows };
  }
  const { id, number, organisationId, organisationName, state } = claims;
  const { revokedAt, suspendedAt, expiresAt } = claims;
  return {
    ...{ id, number, organisationId, organisationName, state, shows },
    ...(revokedAt ? { revokedAt } : {}),
    ...(suspendedAt ? { suspendedAt } : {}),
    // A day to come says something of what she learned; that it is past is why it does not count.
    ...(state === "expired" && expiresAt ? { expiresAt } : {}),
  };
}

export async function verifyCertificate(
  deps: Deps,
  id: CertificateId,
): Promise<VerifiedCertificate> {
  return shownToAnybody(found(await deps.store.certificates.byId(id)).value, deps.clock.now());
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

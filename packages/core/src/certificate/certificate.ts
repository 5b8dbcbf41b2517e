import type {
  Certificate,
  CertificateId,
  CohortId,
  IntentId,
  LearnerId,
  PublicCertificate,
  REVOCATION_REASONS,
} from "@twiza/contract";
import { auditLine } from "../audit.ts";
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
export function publicCertificate(certificate: Certificate): PublicCertificate {
  const { id, number, organisationName, learnerName, courseTitle, courseVersion } = certificate;
  const { minutes, quizPercent, issuedAt, revocation } = certificate;
  return {
    id,
    number,
    organisationName,
    learnerName,
    courseTitle,
    courseVersion,
    minutes,
    quizPercent,
    issuedAt,
    ...(revocation ? { state: "revoked", revokedAt: revocation.at } : { state: "valid" }),
  };
}

export async function verifyCertificate(deps: Deps, id: CertificateId): Promise<PublicCertificate> {
  return publicCertificate(found(await deps.store.certificates.byId(id)).value);
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
    certificates: page.values.map(({ value }) => publicCertificate(value)),
    ...nextOf(page),
  };
}

export async function listCertificates(deps: Deps, principal: Principal, after: After) {
  const organisationId = found(principal.organisationId);
  authorise(principal, "certificate:read", { organisationId });
  const page = await deps.store.certificates.ofOrganisation(organisationId, after);
  return { certificates: page.values.map(({ value }) => value), ...nextOf(page) };
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

type Revoke = {
  intentId: IntentId;
  reason: (typeof REVOCATION_REASONS)[number];
  note?: string | undefined;
};

/** Revokes for good; the record stays, and says so. @throws Refused `certificate.already_revoked` */
export function revokeCertificate(
  deps: Deps,
  principal: Principal,
  { id, body }: { id: CertificateId; body: Revoke },
): Promise<Certificate> {
  return once(
    deps,
    { principal, operation: `certificate.revoke ${id}`, request: body },
    async () => {
      const { value, revision } = found(await deps.store.certificates.byId(id));
      authorise(principal, "certificate:revoke", { organisationId: value.organisationId });
      if (value.revocation) throw new Refused("certificate.already_revoked");
      const note = body.note ? { note: body.note } : {};
      const revoked: Certificate = {
        ...value,
        revocation: {
          at: deps.clock.now().toISOString(),
          by: principal.accountId,
          reason: body.reason,
          ...note,
        },
      };
      const line = auditLine(deps, principal, {
        organisationId: value.organisationId,
        action: "certificate.revoked",
        subjectId: id,
        subjectName: `${value.number} ${value.learnerName}`,
        note: `${body.reason}${body.note ? `: ${body.note}` : ""}`.slice(0, 500),
      });
      return { reply: revoked, writes: [deps.store.certificates.put(revoked, revision), line] };
    },
  );
}

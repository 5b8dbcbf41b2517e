import {
  type Certificate,
  type Enrolment,
  type Language,
  type LearnerId,
  monthsAfter,
  MOST_CERTIFIED_COMPETENCIES,
  type OrganisationId,
} from "@twiza/contract";
import { countedPercent } from "../attempt/counting.ts";
import { auditLine } from "../audit.ts";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { printFor } from "../design/design.ts";
import { type Decision, decide } from "../intent.ts";
import { partnersOf } from "../partnership/partnership.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Expected } from "../store/index.ts";
import { markFor } from "./mark.ts";

/** `TWZ-4f2a90-2026-000123`: the organisation's own mark, the year, and a number without gaps. */
export const numberOf = (mark: string, year: number, serial: number): string =>
  `TWZ-${mark}-${year}-${String(serial).padStart(6, "0")}`;

/** Who issues: a person, or the course by itself. */
export type Issuer = Pick<Principal, "accountId" | "name"> | "system";

/** The next number of an organisation's series, and what has to be written along with the certificate that takes it. */
export async function nextNumber(deps: Deps, organisationId: OrganisationId, now: Date) {
  const year = now.getUTCFullYear();
  const series = await deps.store.certificates.series(organisationId, year);
  const last = (series?.value.last ?? 0) + 1;
  const { mark, writes } = await markFor(deps, organisationId);
  const expected: Expected = series?.revision ?? "absent";
  return { number: numberOf(mark, year, last), year, last, series: expected, writes };
}

/**
 * Decides a certificate from our own records: the next number of the series, the mark in it, the record and its uniqueness go
 * into one transaction, so that any number of workers makes one certificate, no gap and no number twice.
 */
export async function issue(
  deps: Deps,
  enrolment: Enrolment,
  by: Issuer,
): Promise<Decision<Certificate> & { already: boolean }> {
  const { learnerId, courseId, version, organisationId } = enrolment;
  const existing = await deps.store.certificates.earned(learnerId, courseId, version);
  if (existing) {
    const { value } = found(await deps.store.certificates.byId(existing.value.certificateId));
    return { reply: value, writes: [], already: true };
  }
  const now = deps.clock.now();
  const { number, year, last, series, writes } = await nextNumber(deps, organisationId, now);
  const issuedAt = now.toISOString();
  const certificate: Certificate = {
    id: deps.newId("certificate"),
    ...{ number, issuedAt, organisationId, learnerId, courseId },
    issuedBy: by === "system" ? "system" : by.accountId,
    courseVersion: version,
    ...(enrolment.cohortId ? { cohortId: enrolment.cohortId } : {}),
    ...(await claimsOf(deps, enrolment, issuedAt)),
    acts: [{ act: "issued", at: issuedAt }],
  };
  const line = auditLine(deps, by, {
    organisationId,
    action: "certificate.issued",
    subjectId: certificate.id,
    subjectName: `${certificate.number} ${certificate.learnerName}`,
  });
  const issued = deps.store.certificates.issue(certificate, year, last, series);
  // Whoever is erased meanwhile gets none: what was read of her may be old.
  const stands = deps.store.enrolments.stands(learnerId, courseId);
  return { reply: certificate, writes: [...writes, ...issued, line, stands], already: false };
}

/** What the paper says, frozen: nothing in it is read again from a course or a person that may change. */
export async function claimsOf(deps: Deps, enrolment: Enrolment, issuedAt: string) {
  const manifest = await readManifest(deps, enrolment.content.manifest);
  const organisation = found(await deps.store.organisations.byId(enrolment.organisationId)).value;
  const competencies = (manifest.competencies ?? []).slice(0, MOST_CERTIFIED_COMPETENCIES);
  const design = await printFor(deps, enrolment.organisationId, enrolment.courseId);
  const partners = await partnersOf(deps, enrolment.organisationId, enrolment.courseId);
  const lessons = manifest.modules.flatMap((module) => module.lessons);
  const language = await languageOf(deps, enrolment.learnerId);
  const { certificate: rule } = manifest;
  return {
    organisationName: organisation.name,
    learnerName: enrolment.learnerName,
    courseTitle: manifest.title,
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    quizPercent: countedPercent(manifest.quiz, enrolment.quiz) ?? 0,
    ...(language ? { language } : {}),
    ...(competencies.length > 0 ? { competencies } : {}),
    ...(rule ? { expiresAt: monthsAfter(issuedAt, rule.months) } : {}),
    ...(partners.length > 0 ? { partners } : {}),
    ...(design ? { design } : {}),
  };
}

/** The language that she uses Twiza in. */
async function languageOf(
  { store }: Pick<Deps, "store">,
  learnerId: LearnerId,
): Promise<Language | undefined> {
  const learner = await store.people.learner(learnerId);
  return learner && (await store.people.account(learner.value.accountId))?.value.language;
}

/**
 * What the change feed asks for each enrolment that it saw: a certificate when it is earned and comes by itself. Seeing the
 * same change twice, or an older one, does nothing; nor does one of somebody who is erased.
 */
export async function issueEarned(
  deps: Deps,
  enrolment: Enrolment,
): Promise<Certificate | undefined> {
  if (!enrolment.earnedAt || enrolment.issuing !== "automatic") return undefined;
  const { learnerId, courseId } = enrolment;
  return decide<Certificate | undefined>(deps, async () => {
    const stands = await deps.store.enrolments.byCourse(learnerId, courseId, { fresh: true });
    return stands ? issue(deps, enrolment, "system") : { reply: undefined, writes: [] };
  });
}

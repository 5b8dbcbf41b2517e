import type { Certificate, Enrolment } from "@twiza/contract";
import { countedPercent } from "../attempt/counting.ts";
import { auditLine } from "../audit.ts";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { type Decision, decide } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { markFor } from "./mark.ts";

/** `TWZ-4f2a90-2026-000123`: the organisation's own mark, the year, and a number without gaps. */
export const numberOf = (mark: string, year: number, serial: number): string =>
  `TWZ-${mark}-${year}-${String(serial).padStart(6, "0")}`;

/**
 * Decides a certificate from our own records: the next number of the series, the mark in it, the record and its uniqueness go
 * into one transaction, so that any number of workers makes one certificate, no gap and no number twice.
 */
export async function issue(
  deps: Deps,
  enrolment: Enrolment,
  by: Principal | "system",
): Promise<Decision<Certificate> & { already: boolean }> {
  const { learnerId, courseId, version, organisationId } = enrolment;
  const existing = await deps.store.certificates.earned(learnerId, courseId, version);
  if (existing) {
    const { value } = found(await deps.store.certificates.byId(existing));
    return { reply: value, writes: [], already: true };
  }
  const now = deps.clock.now();
  const year = now.getUTCFullYear();
  const series = await deps.store.certificates.series(organisationId, year);
  const serial = (series?.value.last ?? 0) + 1;
  const { mark, writes: reserved } = await markFor(deps, organisationId);
  const certificate = await certificateOf(deps, enrolment, {
    number: numberOf(mark, year, serial),
    issuedAt: now.toISOString(),
    issuedBy: by === "system" ? "system" : by.accountId,
  });
  const line = auditLine(deps, by, {
    organisationId,
    action: "certificate.issued",
    subjectId: certificate.id,
    subjectName: `${certificate.number} ${certificate.learnerName}`,
  });
  const issued = deps.store.certificates.issue(
    certificate,
    year,
    serial,
    series?.revision ?? "absent",
  );
  return { reply: certificate, writes: [...reserved, ...issued, line], already: false };
}

/** The frozen snapshot: nothing in it is read again from a course or a person that may change. */
async function certificateOf(
  deps: Deps,
  enrolment: Enrolment,
  act: Pick<Certificate, "number" | "issuedAt" | "issuedBy">,
): Promise<Certificate> {
  const manifest = await readManifest(deps, enrolment.content.manifest);
  const organisation = found(await deps.store.organisations.byId(enrolment.organisationId)).value;
  const lessons = manifest.modules.flatMap((module) => module.lessons);
  return {
    id: deps.newId("certificate"),
    ...act,
    organisationId: enrolment.organisationId,
    organisationName: organisation.name,
    learnerId: enrolment.learnerId,
    learnerName: enrolment.learnerName,
    courseId: enrolment.courseId,
    courseTitle: manifest.title,
    courseVersion: enrolment.version,
    ...(enrolment.cohortId ? { cohortId: enrolment.cohortId } : {}),
    minutes: lessons.reduce((sum, lesson) => sum + lesson.minutes, 0),
    quizPercent: countedPercent(manifest.quiz, enrolment.quiz) ?? 0,
  };
}

/**
 * What the change feed asks for each enrolment that it saw: a certificate when it is earned and comes by itself. Seeing the
 * same change twice, or an older one, does nothing.
 */
export async function issueEarned(
  deps: Deps,
  enrolment: Enrolment,
): Promise<Certificate | undefined> {
  if (!enrolment.earnedAt || enrolment.issuing !== "automatic") return undefined;
  return decide(deps, () => issue(deps, enrolment, "system"));
}

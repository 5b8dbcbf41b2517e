import { type Certificate, type CertificateRule, REMINDED_DAYS } from "@twiza/contract";
import { readManifest } from "../course/content.ts";
import type { Deps } from "../deps.ts";
import { Refused } from "../refused.ts";

const DAY = 86_400_000;

/** What the version that she learned says of its certificates. */
async function ruleOf(
  deps: Deps,
  { courseId, courseVersion }: Pick<Certificate, "courseId" | "courseVersion">,
): Promise<CertificateRule | undefined> {
  const version = await deps.store.courses.version(courseId, courseVersion);
  return version && (await readManifest(deps, version.value.content.manifest)).certificate;
}

/**
 * That a certificate may hold anew: its course says so, and it ends within the days in which people are reminded, or has ended.
 * @throws Refused `certificate.not_renewable`
 */
export async function mustBeRenewable(
  deps: Deps,
  certificate: Certificate,
): Promise<CertificateRule> {
  const { expiresAt } = certificate;
  const soon = deps.clock.now().getTime() + REMINDED_DAYS[0] * DAY;
  const rule = await ruleOf(deps, certificate);
  if (!rule?.renewal || expiresAt === undefined || new Date(expiresAt).getTime() > soon)
    throw new Refused("certificate.not_renewable");
  return rule;
}

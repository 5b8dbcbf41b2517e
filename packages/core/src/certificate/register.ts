import { type Certificate, REMINDED_DAYS } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After, ListedCertificate } from "../store/index.ts";
import { isSought, type Sought } from "./sought.ts";

/** How many pages of a hundred a search reads at once, and at how many finds it stops. */
const MOST_PAGES = 5;
const ENOUGH = 50;
const DAY = 86_400_000;

/**
 * The register, newest first. A range of days is found by the years in the numbers; names, courses and states are looked for
 * record by record, five hundred a request, so that a rare one costs its reader patience and no writer an index.
 */
export async function listCertificates(
  deps: Deps,
  principal: Principal,
  { after: begin, ...sought }: Sought & { readonly after?: After },
) {
  const organisationId = found(principal.organisationId);
  authorise(principal, "certificate:read", { organisationId });
  const isSearch = Object.values(sought).some((each) => each !== undefined);
  const isWanted = isSought(sought, deps.clock.now());
  const numbers = await numbersOf(deps, organisationId, sought);
  const certificates: Certificate[] = [];
  let after = begin;
  for (let pages = 1; ; pages++) {
    const page = await deps.store.certificates.ofOrganisation(organisationId, after, numbers);
    const read = page.values.map(({ value }) => value);
    certificates.push(...read.filter(isWanted));
    const last = read.at(-1)?.issuedAt;
    // Numbers run as time does: before the first day nothing more can come.
    const isOver = sought.from !== undefined && last !== undefined && last < sought.from;
    after = isOver ? undefined : page.next;
    const isEnough = !isSearch || certificates.length >= ENOUGH || pages === MOST_PAGES;
    if (after !== undefined && !isEnough) continue;
    if (after === undefined) return { certificates };
    return { certificates, ...(isSearch && last ? { searchedBackTo: last } : {}), next: after };
  }
}

/** Between which numbers those of the days in question lie; all where no day is named. */
async function numbersOf(
  { store }: Deps,
  organisationId: Certificate["organisationId"],
  { from, until }: Sought,
): Promise<readonly [string, string] | undefined> {
  if (from === undefined && until === undefined) return undefined;
  const mark = await store.certificates.markOf(organisationId);
  if (mark === undefined) return undefined;
  return [`TWZ-${mark}-${from?.slice(0, 4) ?? "0"}`, `TWZ-${mark}-${until?.slice(0, 4) ?? "9"}~`];
}

/** What ends soon or ended lately: as long before its end as people are reminded of it, and as long after. */
export async function listExpiring(
  deps: Deps,
  principal: Principal,
  { after }: { readonly after?: After },
) {
  const organisationId = found(principal.organisationId);
  authorise(principal, "certificate:read", { organisationId });
  const now = deps.clock.now().getTime();
  const reach = REMINDED_DAYS[0] * DAY;
  const between = [now - reach, now + reach].map((at) => new Date(at).toISOString());
  const [from = "", until = ""] = between;
  const page = await deps.store.certificates.expiring(organisationId, [from, until], after);
  return { certificates: await certificatesOf(deps, page.values), ...nextOf(page) };
}

/** The certificates that a list names; one that is gone meanwhile is left out. */
export async function certificatesOf(
  { store }: Deps,
  listed: readonly { readonly value: ListedCertificate }[],
): Promise<Certificate[]> {
  const kept = await Promise.all(
    listed.map(({ value }) => store.certificates.byId(value.certificateId)),
  );
  return kept.flatMap((each) => (each ? [each.value] : []));
}

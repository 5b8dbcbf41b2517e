import type { Certificate } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { After } from "../store/index.ts";
import { isTooOld } from "./before-signing.ts";

/** How many pages of a hundred one request looks through, and at how many finds it stops. */
const MOST_PAGES = 3;
const ENOUGH = 100;

/**
 * What holds still and was never signed, oldest first: from before there were signatures. Whether there is a signature says its own
 * row alone, so each is asked for; what is too young to be from before is signed, or is being signed, and ends the list.
 */
export async function listUnsigned(
  deps: Deps,
  principal: Principal,
  { after: begin }: { readonly after?: After },
): Promise<{ certificates: Certificate[]; next?: string }> {
  const organisationId = found(principal.organisationId);
  authorise(principal, "certificate:read", { organisationId });
  const { store } = deps;
  const now = deps.clock.now();
  const certificates: Certificate[] = [];
  let after = begin;
  for (let pages = 1; ; pages++) {
    const page = await store.unsigned.oldestFirst(organisationId, after);
    const read = page.values.map(({ value }) => value);
    const old = read.filter((each) => !each.revocation && isTooOld(each, now));
    const signed = await store.unsigned.signedAmong(old.map(({ id }) => id));
    certificates.push(...old.filter(({ id }) => !signed.has(id)));
    const isOver = read.some((each) => each.reissueOf === undefined && !isTooOld(each, now));
    after = isOver ? undefined : page.next;
    if (after === undefined) return { certificates };
    if (pages === MOST_PAGES || certificates.length >= ENOUGH) return { certificates, next: after };
  }
}

import type { AuditEntry, AuditQuery } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";

/** How many lines a search may read at once, in pages of a hundred, and at how many finds it stops. */
const MOST_PAGES = 5;
const ENOUGH = 50;

/**
 * The audit trail, newest first. Moments are found by the key; who did it and what it was are looked for line by line, up to
 * five hundred lines a request, so that a rare one costs its reader patience and no writer an index. There is no way to change
 * or remove a line.
 */
export async function listAudit(deps: Deps, principal: Principal, asked: AuditQuery) {
  const organisationId = found(principal.organisationId);
  authorise(principal, "audit:read", { organisationId });
  const { action, actorId } = asked;
  const isSearch = action !== undefined || actorId !== undefined;
  const isWanted = (entry: AuditEntry): boolean =>
    (action ?? entry.action) === entry.action && (actorId ?? entry.actorId) === entry.actorId;
  const entries: AuditEntry[] = [];
  let after = asked.after;
  for (let pages = 1; ; pages++) {
    const page = await deps.store.audit.of(organisationId, asked, after);
    const lines = page.values.map(({ value }) => value);
    entries.push(...lines.filter(isWanted));
    after = page.next;
    const isEnough = !isSearch || entries.length >= ENOUGH || pages === MOST_PAGES;
    if (after !== undefined && !isEnough) continue;
    const last = lines.at(-1)?.at;
    const reached = isSearch && after !== undefined && last ? { searchedBackTo: last } : {};
    return { entries, ...reached, ...nextOf(page) };
  }
}

import type { AuditQuery } from "@twiza/contract";
import { isAction, type AuditAction } from "./audit.ts";

/** What is looked for in the trail, as it stands in the page's address; days are the reader's own, both included. */
export type AuditFilter = {
  readonly action?: AuditAction | undefined;
  readonly who?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
};

/** A calendar day that there is, in our own century: a year still being typed is none. */
export function isDay(text: string): boolean {
  if (!/^2\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  const midnight = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(midnight.getTime()) && midnight.toISOString().startsWith(text);
}
const isActor = (text: string): boolean => text === "system" || /^acc_[0-9a-f]{32}$/.test(text);

/** Whatever of the address cannot be meant is left out. */
export function filterOf(params: Pick<URLSearchParams, "get">): AuditFilter {
  const action = params.get("action");
  const one = (name: string, fits: (text: string) => boolean): string | undefined => {
    const text = params.get(name);
    return text !== null && fits(text) ? text : undefined;
  };
  return {
    action: isAction(action) ? action : undefined,
    who: one("who", isActor),
    from: one("from", isDay),
    to: one("to", isDay),
  };
}

/** The part of the address after the question mark; nothing for no filter. */
export function addressPartOf(filter: AuditFilter): string {
  const given = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const text = new URLSearchParams(given).toString();
  return text === "" ? "" : `?${text}`;
}

export const isFiltered = (filter: AuditFilter): boolean => addressPartOf(filter) !== "";

/** The last day comes before the first: there is nothing to ask. */
export const isBackwards = ({ from, to }: AuditFilter): boolean =>
  from !== undefined && to !== undefined && to < from;

/** What the server is asked: the midnights of this device's clock, the last day whole. */
export const queryOf = ({ action, who, from, to }: AuditFilter): Omit<AuditQuery, "after"> => ({
  ...(action ? { action } : {}),
  // The address was read by `filterOf`; the server looks at it once more.
  ...(who ? { actorId: who as AuditQuery["actorId"] & string } : {}),
  ...(from ? { since: midnightOf(from, 0) } : {}),
  ...(to ? { until: midnightOf(to, 1) } : {}),
});

function midnightOf(day: string, later: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date + later).toISOString();
}

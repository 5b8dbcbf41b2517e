import type { Cohort, DeviceClaims, Enrolment, Manifest, Tells } from "@twiza/contract";
import { Refused } from "../refused.ts";

type Rules = NonNullable<Manifest["quiz"]["rules"]>;
type Allowed = NonNullable<Enrolment["quiz"]["allowance"]>;
type Quiz = { readonly allowance?: Pick<Allowed, "extraPercent" | "closesAt"> | undefined };
type Times = NonNullable<Cohort["test"]>;

const MINUTE = 60_000;
/** A hand-in is a little on its way, and the clocks of phones run on. */
export const LATE_MINUTES = 2;

/** How long a sitting may take: with what she is given more, in whole minutes. Nothing where there is no limit. Pure. */
export const minutesFor = ({ minutes }: Rules, { allowance }: Quiz): number | undefined =>
  minutes && Math.ceil((minutes * (100 + (allowance?.extraPercent ?? 0))) / 100);

/** Until when she may begin: the end of her cohort's test, or a later one that she was given. Pure. */
export function closingFor({ closesAt }: Times, { allowance }: Quiz): string | undefined {
  if (!closesAt || !allowance?.closesAt) return closesAt;
  return closesAt > allowance.closesAt ? closesAt : allowance.closesAt;
}

/** @throws Refused `attempt.not_open` before the test begins, `attempt.over` after its end */
export function mustBeOpen(times: Times, quiz: Quiz, now: Date): void {
  const moment = now.toISOString();
  if (times.opensAt && moment < times.opensAt) throw new Refused("attempt.not_open");
  const closing = closingFor(times, quiz);
  if (closing && moment >= closing) throw new Refused("attempt.over");
}

/** When a sitting ends that begins then: with its time or with the test, whichever is first. Nothing where there is neither. Pure. */
export function endOf(
  startedAt: string,
  { minutes, closing }: { minutes: number | undefined; closing: string | undefined },
): string | undefined {
  const ends = [
    ...(minutes ? [Date.parse(startedAt) + minutes * MINUTE] : []),
    ...(closing ? [Date.parse(closing)] : []),
  ];
  return ends.length > 0 ? new Date(Math.min(...ends)).toISOString() : undefined;
}

/** Until when, by our clock, a hand-in counts of a sitting that ends then. Pure. */
export const lastMomentOf = (endsAt: string): Date =>
  new Date(Date.parse(endsAt) + LATE_MINUTES * MINUTE);

/** Whether a phone says itself that a sitting, held without us, took longer than it may. Pure. */
export const tookTooLong = (
  { openedAt, closedAt }: Pick<DeviceClaims, "openedAt" | "closedAt">,
  minutes: number | undefined,
): boolean =>
  minutes !== undefined &&
  Date.parse(closedAt) - Date.parse(openedAt) > (minutes + LATE_MINUTES) * MINUTE;

/** Whether she is told, question by question, what was right. Pure. */
export const isToldAll = (
  tells: Tells | undefined,
  { passed, triesLeft }: { passed: boolean; triesLeft: number },
): boolean => tells !== "score" && (tells !== "answers_at_end" || passed || triesLeft === 0);

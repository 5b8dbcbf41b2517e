import { type Claims, type Step, step } from "./outcome.ts";
import type { Logged } from "./steps-log.ts";

const DAY = 86_400_000;
/** How far the date on a certificate may be before the moment at which the log took it down. */
const MOST_DAYS_BEFORE_LOG = 7;

/** Whether its dates can be true, and whether this device's own clock can. */
export function lookAtTime(
  { issuedAt, expiresAt }: Claims,
  { entry, seenAt }: Logged,
  { now, known }: { readonly now: Date; readonly known: readonly (string | undefined)[] },
): Step {
  const claimed = Date.parse(issuedAt);
  const latest = [seenAt, ...known]
    .flatMap((each) => each ?? [])
    .sort()
    .at(-1);
  // An hour is no wrong clock; a day before what has already happened is one.
  if (latest !== undefined && now.getTime() < Date.parse(latest) - DAY)
    return step("time.clock", { at: latest });
  const fault = entry && againstLog(claimed, entry);
  if (fault) return fault;
  if (claimed > now.getTime() + DAY) return step("time.future", { at: issuedAt });
  if (expiresAt !== undefined && isOver(expiresAt, now))
    return step("time.expired", { at: expiresAt });
  if (!entry) return step("time.unlogged");
  return entry.isReissue
    ? step("time.reissue", { at: entry.at })
    : step("time.right", { at: entry.at });
}

function againstLog(
  claimed: number,
  { at, isReissue }: NonNullable<Logged["entry"]>,
): Step | undefined {
  const logged = Date.parse(at);
  const days = Math.floor((logged - claimed) / DAY);
  if (claimed > logged + DAY) return step("time.future", { at });
  // A day on paper begins at midnight: it may seem a day longer than it is.
  return days > MOST_DAYS_BEFORE_LOG + 1 - Number(claimed % DAY !== 0) && !isReissue
    ? step("time.backdated", { at, count: days })
    : undefined;
}

/** A day counts whole. */
const isOver = (until: string, now: Date): boolean =>
  now.getTime() >= Date.parse(until) + (until.length === 10 ? DAY : 0);

import { type AccountId, type Other, PRESENCE_SECONDS, type PresenceRow } from "@twiza/contract";

type Here = Pick<PresenceRow, "key" | "isLeft">;

const secondsSince = (at: string, now: Date): number =>
  Math.max(0, Math.floor((now.getTime() - Date.parse(at)) / 1000));

/** Whether what somebody says of herself is worth a write: something is new, or what stands there grows old. */
export function isNews(known: PresenceRow | undefined, here: Here, now: Date): boolean {
  if (!known) return !here.isLeft;
  if (known.isLeft !== here.isLeft) return true;
  if (here.isLeft) return false;
  return known.key !== here.key || secondsSince(known.at, now) >= PRESENCE_SECONDS.rest;
}

/** Everybody else who is there or was lately, the last to be heard of first. */
export const othersAmong = (people: readonly PresenceRow[], self: AccountId, now: Date): Other[] =>
  people
    .filter(({ accountId }) => accountId !== self)
    .map(({ accountId, name, key, at, isLeft }) => ({
      ...{ accountId, name, seconds: secondsSince(at, now), isLeft },
      ...(key ? { key } : {}),
    }))
    .filter(({ seconds }) => seconds < PRESENCE_SECONDS.remembered)
    .sort((a, b) => a.seconds - b.seconds);

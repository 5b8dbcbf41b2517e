import type { TestTimes } from "@twiza/contract";

export type When = "always" | "closed" | "fromTo" | "opens" | "since" | "until";

/** Which sentence says when a test is open, as seen at that moment. Instants compare as their texts do. */
export function whenOf({ opensAt, closesAt }: TestTimes, now: string): When {
  if (closesAt !== undefined && closesAt <= now) return "closed";
  if (opensAt !== undefined && closesAt !== undefined) return "fromTo";
  if (opensAt !== undefined) return opensAt > now ? "opens" : "since";
  return closesAt === undefined ? "always" : "until";
}

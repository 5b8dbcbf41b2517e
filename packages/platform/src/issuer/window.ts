import { Refused, type Clock, type Records } from "@twiza/core";
import * as z from "zod";

/** At most `limit` times within any `seconds`: a sliding window, so that midnight doubles nothing. */
export type Window = {
  readonly kind: string;
  readonly id: string;
  readonly limit: number;
  readonly seconds: number;
};

const Moments = z.array(z.number());

/** Counts one more and answers true, or answers false when the window is full. Counted under a revision: races cannot pass it. */
export async function take(
  deps: { records: Records; clock: Clock },
  window: Window,
): Promise<boolean> {
  // Each stale write means that another was counted, so the window is full after `limit` of them.
  for (let attempt = 0; attempt <= window.limit; attempt++) {
    const now = deps.clock.now().getTime();
    const found = await deps.records.read(window.kind, window.id);
    const moments = Moments.parse(found?.value ?? []);
    const recent = moments.filter((moment) => moment > now - window.seconds * 1000);
    if (recent.length >= window.limit) return false;
    const outcome = await deps.records.write(window.kind, window.id, [...recent, now], {
      expiresAt: new Date(now + window.seconds * 1000),
      expected: found?.revision ?? "absent",
    });
    if (outcome === "written") return true;
  }
  throw new Refused("busy");
}

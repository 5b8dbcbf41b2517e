import { Refused, type Clock, type Records } from "@twiza/core";
import * as z from "zod";

/** At most `limit` times within any `seconds`: a sliding window, so that midnight doubles nothing. */
export type Window = {
  readonly kind: string;
  readonly id: string;
  readonly limit: number;
  readonly seconds: number;
};
type Deps = { readonly records: Records; readonly clock: Clock };

const Moments = z.array(z.number());

/** Counts one more and answers true, or answers false when the window is full. Counted under a revision: races cannot pass it. */
export async function take(deps: Deps, window: Window): Promise<boolean> {
  // Each stale write means that another was counted or gave its place back; there are only so many of either.
  for (let attempt = 0; attempt <= 2 * window.limit; attempt++) {
    const now = deps.clock.now().getTime();
    const { recent, revision } = await read(deps, window);
    if (recent.length >= window.limit) return false;
    if (await write(deps, window, { moments: [...recent, now], revision })) return true;
  }
  throw new Refused("busy");
}

/** Gives the last place taken back, where it turned out that what it was taken for need not count. */
export async function giveBack(deps: Deps, window: Window): Promise<void> {
  for (let attempt = 0; attempt <= 2 * window.limit; attempt++) {
    const { recent, revision } = await read(deps, window);
    if (recent.length === 0) return;
    if (await write(deps, window, { moments: recent.slice(0, -1), revision })) return;
  }
  // So many others were first: one place more stays taken for a while, which harms nobody.
}

/** When a place was taken last, in milliseconds; nothing when none is. */
export const lastTaken = async (deps: Deps, window: Window): Promise<number | undefined> =>
  (await read(deps, window)).recent.at(-1);

async function read({ records, clock }: Deps, { kind, id, seconds }: Window) {
  const found = await records.read(kind, id);
  const since = clock.now().getTime() - seconds * 1000;
  const recent = Moments.parse(found?.value ?? []).filter((moment) => moment > since);
  return { recent, revision: found?.revision };
}

async function write(
  { records, clock }: Deps,
  { kind, id, seconds }: Window,
  { moments, revision }: { moments: readonly number[]; revision: number | undefined },
): Promise<boolean> {
  const outcome = await records.write(kind, id, [...moments], {
    expiresAt: new Date(clock.now().getTime() + seconds * 1000),
    expected: revision ?? "absent",
  });
  return outcome === "written";
}

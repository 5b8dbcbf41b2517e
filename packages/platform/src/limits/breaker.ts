import type { Clock, Records } from "@twiza/core";
import * as z from "zod";

const HOUR = 3_600_000;

/**
 * Limits for each contact or place leave a hole: few guesses at each of many. So failures are also counted for everybody, in
 * this hour and the last; `kind` names what they are failures of.
 */
export function openBreaker(
  deps: { records: Records; clock: Clock },
  { kind, threshold }: { kind: string; threshold: number },
) {
  const hour = (ago: number) => String(Math.floor(deps.clock.now().getTime() / HOUR) - ago);
  const read = (id: string) => deps.records.read(kind, id);
  const countOf = async (ago: number) => z.number().parse((await read(hour(ago)))?.value ?? 0);
  return {
    /** Whether there were so many failures that something is wrong. */
    async isTripped(): Promise<boolean> {
      return (await countOf(0)) + (await countOf(1)) >= threshold;
    },

    /** Above the threshold nothing is written: the row must not become the bottleneck of an attack. */
    async failed(): Promise<void> {
      // A count lost after ten lost races changes nothing: it takes many others to lose them.
      for (let attempt = 0; attempt < 10; attempt++) {
        const id = hour(0);
        const found = await read(id);
        const count = z.number().parse(found?.value ?? 0);
        if (count >= threshold) return;
        const outcome = await deps.records.write(kind, id, count + 1, {
          expiresAt: new Date(deps.clock.now().getTime() + 2 * HOUR),
          expected: found?.revision ?? "absent",
        });
        if (outcome === "written") return;
      }
    },
  };
}

import type { Framework, FrameworkCommand } from "@twiza/contract";
import { call, isProblem, newIntent, type Problem } from "#lib";
import { bundlesOf } from "./bundles.ts";
import { forgetFrameworks } from "./known.ts";

/** A name of a new thing: a UUID of version 4, which CASE 1.0 knows, unlike later ones. */
export function newName(prefix: "frw" | "cmp"): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${prefix}_${hex.replace(/^(.{12}).(.{3}).(.{15})$/, "$14$28$3")}`;
}

/** Sends changes, as many at a time as travel together. @throws Problem */
export async function sendCommands(
  frameworkId: string,
  commands: readonly FrameworkCommand[],
  ondone?: (done: number) => void,
): Promise<Framework | undefined> {
  let now: Framework | undefined;
  let done = 0;
  for (const some of bundlesOf(commands)) {
    const body = { intentId: newIntent(), commands: some };
    now = await call("changeFramework", { params: { frameworkId }, body });
    done += some.length;
    ondone?.(done);
  }
  forgetFrameworks();
  return now;
}

/** A framework at its writer's desk: one change at a time, and what the server said of the last. */
export function frameworkDesk(id: string, onchange: (now: Framework) => void) {
  let busy = $state(false);
  let problem = $state.raw<Problem>();
  return {
    get busy() {
      return busy;
    },
    get problem() {
      return problem;
    },
    forget(): void {
      problem = undefined;
    },
    /** @returns whether it is done */
    async change(commands: readonly FrameworkCommand[]): Promise<boolean> {
      if (busy) return false;
      busy = true;
      problem = undefined;
      try {
        const now = await sendCommands(id, commands);
        if (now) onchange(now);
        return true;
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        problem = cause;
        return false;
      } finally {
        busy = false;
      }
    },
  };
}
export type FrameworkDesk = ReturnType<typeof frameworkDesk>;

import { isProblem, type Problem } from "../../problem.ts";
import type { Step } from "./put-in.ts";

/** Steps in turn, as reactive values. Where one cannot be done, the next try goes on from there. */
export function inTurn() {
  let steps = $state.raw<readonly Step[]>([]);
  let done = $state(0);
  let busy = $state(false);
  let problem = $state.raw<Problem>();

  async function go(): Promise<boolean> {
    if (busy) return false;
    busy = true;
    problem = undefined;
    try {
      for (; done < steps.length; done += 1) await steps[done]?.();
      return true;
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
      problem = cause;
      return false;
    } finally {
      busy = false;
    }
  }
  return {
    get done() {
      return done;
    },
    get total() {
      return steps.length;
    },
    get busy() {
      return busy;
    },
    get problem() {
      return problem;
    },
    /** @returns whether all of them are done */
    begin(wanted: readonly Step[]): Promise<boolean> {
      steps = wanted;
      done = 0;
      return go();
    },
    /** Goes on where it broke off. */
    again: go,
    /** Nothing of what broke off is wanted any more; what is done stays. */
    forget(): void {
      steps = [];
      done = 0;
      problem = undefined;
    },
  };
}

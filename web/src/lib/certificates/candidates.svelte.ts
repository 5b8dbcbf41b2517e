import type { EligibleLine } from "@twiza/contract";
import { call, isProblem } from "#lib";
import type { Group } from "./group.ts";

/** Everybody of a group, page by page without being asked: whoever issues to all wants to know how many they are. */
export function candidates(group: () => Group) {
  let lines = $state.raw<readonly EligibleLine[]>([]);
  let busy = $state(false);
  let isLoaded = $state(false);
  let error = $state.raw<unknown>();
  let turn = 0;

  return {
    get lines() {
      return lines;
    },
    get busy() {
      return busy;
    },
    get isLoaded() {
      return isLoaded;
    },
    get error() {
      return error;
    },
    async start(): Promise<void> {
      turn += 1;
      const mine = turn;
      const { courseId, cohortId } = group();
      busy = true;
      error = undefined;
      try {
        const read: EligibleLine[] = [];
        let after: string | undefined;
        do {
          const query = { cohortId, after };
          const page = await call("listCandidates", { params: { courseId }, query });
          if (mine !== turn) return;
          read.push(...page.learners);
          after = page.next;
          // What is there is shown while the others come; read anew, what was shown stays until all are there.
          if (read.length > lines.length || after === undefined) lines = [...read];
        } while (after !== undefined);
        isLoaded = true;
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        if (mine === turn) error = cause;
      } finally {
        if (mine === turn) busy = false;
      }
    },
  };
}

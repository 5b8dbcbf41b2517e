import { call } from "../api.ts";
import { intention } from "../office/intention.ts";
import { isProblem } from "../problem.ts";
import { type Change, type Line, withChanges, withMoved } from "./moves.ts";

/** Whose learners: a cohort's, or, without one, those who take the course alone. */
export type Group = { readonly cohortId?: string | undefined };

/** Where a move stands that was begun: in which group, and from which page on. */
type Place = { readonly group: number; readonly after?: string | undefined };
const START: Place = { group: 0 };

/** Looks at what moving some groups would mean, and moves them page by page, as reactive values. What is broken off goes on from there. */
export function moving(courseId: string) {
  const intentFor = intention();
  let groups: readonly Group[] = [];
  let place = START;
  let lines = $state.raw<readonly Line[]>([]);
  let changes = $state.raw<readonly Change[]>([]);
  let version = $state(0);
  let lessonCount = $state(0);
  let state = $state<"choosing" | "looking" | "shown" | "moving" | "stopped" | "moved">("choosing");
  let problem = $state.raw<unknown>();
  let isStale = $state(false);
  let isStopped = false;
  let turn = 0;

  async function look(wanted: readonly Group[]): Promise<void> {
    turn += 1;
    const mine = turn;
    [groups, place, lines, changes] = [wanted, START, [], []];
    state = "looking";
    problem = undefined;
    try {
      for (const group of wanted) await lookAt(group, () => mine === turn);
      if (mine === turn) state = "shown";
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
      if (mine === turn) [problem, state] = [cause, "choosing"];
    }
  }
  async function lookAt(group: Group, isMine: () => boolean): Promise<void> {
    let after: string | undefined;
    do {
      const page = await call("readMove", { params: { courseId }, query: { ...group, after } });
      if (!isMine()) return;
      ({ version, lessonCount } = page);
      lines = [...lines, ...page.learners];
      changes = withChanges(changes, page.from);
      after = page.next;
    } while (after !== undefined);
  }

  /** Moves on from where it stood, until all are moved or somebody says stop. */
  async function go(): Promise<void> {
    state = "moving";
    problem = undefined;
    isStale = false;
    isStopped = false;
    try {
      while (!hasEnded()) await goOn();
      state = place.group < groups.length ? "stopped" : "moved";
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
      if (isProblem(cause, "stale_write")) {
        isStale = true;
        await look(groups);
      } else [problem, state] = [cause, "stopped"];
    }
  }
  const hasEnded = (): boolean => isStopped || place.group >= groups.length;
  async function goOn(): Promise<void> {
    const { group, after } = place;
    const body = { version, ...groups[group], ...(after === undefined ? {} : { after }) };
    const page = await call("moveLearners", {
      params: { courseId },
      body: { ...body, intentId: intentFor(body) },
    });
    lines = withMoved(lines, page.learners);
    place = page.next === undefined ? { group: group + 1 } : { group, after: page.next };
  }

  return {
    get lines() {
      return lines;
    },
    get changes() {
      return changes;
    },
    get version() {
      return version;
    },
    get lessonCount() {
      return lessonCount;
    },
    get state() {
      return state;
    },
    get problem() {
      return problem;
    },
    /** Another version was published while this one was looked at. */
    get isStale() {
      return isStale;
    },
    look,
    go,
    /** Ends with the page that is on its way. */
    stop(): void {
      isStopped = true;
    },
    /** Forgets what was looked at. What is moved is moved. */
    leave(): void {
      turn += 1;
      [groups, place, lines, changes] = [[], START, [], []];
      [state, problem, isStale] = ["choosing", undefined, false];
    },
  };
}

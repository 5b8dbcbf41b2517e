import type { MovedLearner } from "@twiza/contract";
import { call, type Reply } from "../api.ts";
import { intention } from "../office/intention.ts";
import { isProblem } from "../problem.ts";

/** Whose learners: a cohort's, or, without one, those who take the course alone. */
export type Group = { readonly cohortId?: string | undefined };
/** One learner: before, what would become of her; afterwards, what has. */
export type Line = Omit<MovedLearner, "outcome"> & {
  readonly outcome: MovedLearner["outcome"] | "moved";
};
type Change = Reply<"readMove">["from"][number];

/** Where a move stands that was begun: in which group, and from which page on. */
type Place = { readonly group: number; readonly after: string | undefined };
const START: Place = { group: 0, after: undefined };

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
      lines = [...lines, ...page.learners];
      ({ version, lessonCount } = page);
      const known = new Set(changes.map((change) => change.version));
      changes = [...changes, ...page.from.filter((change) => !known.has(change.version))];
      after = page.next;
    } while (after !== undefined);
  }

  /** Moves on from where it stood, until all are moved or somebody says stop. */
  async function go(): Promise<void> {
    state = "moving";
    problem = undefined;
    isStale = false;
    try {
      while (state === "moving" && place.group < groups.length) await goOn();
      if (state === "moving") state = "moved";
    } catch (cause) {
      if (!isProblem(cause)) throw cause;
      if (isProblem(cause, "stale_write")) {
        isStale = true;
        await look(groups);
      } else [problem, state] = [cause, "stopped"];
    }
  }
  async function goOn(): Promise<void> {
    const { group, after } = place;
    const body = { version, ...groups[group], ...(after === undefined ? {} : { after }) };
    const page = await call("moveLearners", {
      params: { courseId },
      body: { ...body, intentId: intentFor(body) },
    });
    const told = new Map<string, Line>(page.learners.map((line) => [line.learnerId, became(line)]));
    lines = [
      ...lines.map((line) => merged(line, told.get(line.learnerId))),
      ...page.learners.filter(({ learnerId }) => !isShown(learnerId)).map(became),
    ];
    place =
      page.next === undefined
        ? { group: group + 1, after: undefined }
        : { group, after: page.next };
  }
  const isShown = (learnerId: string): boolean =>
    lines.some((line) => line.learnerId === learnerId);

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
    stop(): void {
      if (state === "moving") state = "stopped";
    },
    /** Forgets what was looked at. What is moved is moved. */
    leave(): void {
      turn += 1;
      [groups, place, lines, changes] = [[], START, [], []];
      [state, problem, isStale] = ["choosing", undefined, false];
    },
  };
}

const became = (line: MovedLearner): Line => ({
  ...line,
  outcome: line.outcome === "moves" ? "moved" : line.outcome,
});
/** Who is on the version already because she was moved a moment ago was moved. */
const merged = (line: Line, now: Line | undefined): Line =>
  now && line.outcome !== "moved"
    ? {
        ...now,
        outcome: now.outcome === "already" && line.outcome === "moves" ? "moved" : now.outcome,
      }
    : line;

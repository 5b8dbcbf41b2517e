import type { MovedLearner } from "@twiza/contract";
import type { Reply } from "../api.ts";

/** One learner: before, what would become of her; afterwards, what has. */
export type Line = Omit<MovedLearner, "outcome"> & {
  readonly outcome: MovedLearner["outcome"] | "moved";
};
/** What the live version changes of another. */
export type Change = Reply<"readMove">["from"][number];

/** The changes of each version once. */
export const withChanges = (
  known: readonly Change[],
  more: readonly Change[],
): readonly Change[] => [
  ...known,
  ...more.filter(({ version }) => !known.some((change) => change.version === version)),
];

/**
 * The list once some of it are moved, and those who came since. Who was shown as to be moved, and is on the version by now, was moved:
 * by a request whose answer was lost, or by somebody else at the same time.
 */
export function withMoved(lines: readonly Line[], moved: readonly MovedLearner[]): readonly Line[] {
  const now = new Map<string, Line>(moved.map((line) => [line.learnerId, became(line)]));
  const shown = lines.map((line) => merged(line, now.get(line.learnerId)));
  const known = new Set<string>(lines.map(({ learnerId }) => learnerId));
  return [...shown, ...[...now.values()].filter(({ learnerId }) => !known.has(learnerId))];
}

const became = (line: MovedLearner): Line => ({
  ...line,
  outcome: line.outcome === "moves" ? "moved" : line.outcome,
});

function merged(line: Line, now: Line | undefined): Line {
  if (!now || line.outcome === "moved") return line;
  return line.outcome === "moves" && now.outcome === "already"
    ? { ...line, outcome: "moved" }
    : now;
}

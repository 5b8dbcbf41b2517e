import type { MovedLearner } from "@twiza/contract";
import { expect, it } from "vitest";
import { withChanges, withMoved } from "./moves.ts";

const line = (letter: string, outcome: MovedLearner["outcome"], version = 1): MovedLearner => ({
  // The brand is the contract's; here it is but a name.
  learnerId: letter as MovedLearner["learnerId"],
  ...{ outcome, version, lessonsDone: 0, earns: false },
});
const shown = [line("a", "moves"), line("b", "finished"), line("c", "moves")];
const outcomes = (lines: readonly { learnerId: string; outcome: string }[]) =>
  lines.map(({ learnerId, outcome }) => `${learnerId} ${outcome}`);

it("what has become of each stands in her line, and whoever came since is added", () => {
  const page = [line("a", "moves"), line("b", "finished"), line("d", "already", 2)];
  const after = ["a moved", "b finished", "c moves", "d already"];
  expect(outcomes(withMoved(shown, page))).toEqual(after);
});

it("the same page again changes nothing", () => {
  const page = [line("a", "moves"), line("b", "finished")];
  const once = withMoved(shown, page);
  expect(withMoved(once, page)).toEqual(once);
});

it("who was moved by a request whose answer was lost was moved", () => {
  const after = withMoved(shown, [line("a", "already", 2)]);
  expect(outcomes(after)).toEqual(["a moved", "b finished", "c moves"]);
  expect(after[0]?.version).toBe(1);
});

it("what changes is told once for each version", () => {
  const change = (version: number) => ({
    ...{ version, lessonsAdded: 1, lessonsChanged: 0, lessonsRemoved: 0 },
    ...{
      settingsChanged: false,
      quizChanged: false,
      checklistsChanged: false,
      assignmentsChanged: false,
    },
  });
  const both = withChanges([change(2)], [change(2), change(1)]);
  expect(both.map(({ version }) => version)).toEqual([2, 1]);
});

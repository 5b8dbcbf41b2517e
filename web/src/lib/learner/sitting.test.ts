import type { AttemptId, AttemptResult, ItemId, StartedAttempt, Ticket } from "@twiza/contract";
import { expect, it } from "vitest";
import { memoryShelf } from "./shelf.ts";
import { answersOf, asLine, begunWith, opened, sittingOf, unanswered } from "./sitting.ts";

// Branded ids come from a parser; here they are written by hand.
const item = (n: number) => `itm_${String(n).repeat(32)}` as ItemId;
const attempt: StartedAttempt = {
  id: `att_${"a".repeat(32)}` as AttemptId,
  number: 1,
  startedAt: "2026-03-01T08:00:00.000Z",
  items: [1, 2, 3].map((n) => ({
    id: item(n),
    question: n === 3 ? ("number" as const) : ("choice" as const),
    prompt: { fr: `Question ${n}` },
    options: [],
  })),
  triesLeft: 2,
  passMarkPercent: 70,
};
function begun() {
  const shelf = memoryShelf();
  const sitting = sittingOf(shelf, "lrn_a", "crs_a");
  sitting.begin("intent-1");
  sitting.change((kept) => ({ ...kept, attempt }));
  return { shelf, sitting };
}

it("answers survive a reload", () => {
  const { shelf, sitting } = begun();
  sitting.give(item(1), { chosen: ["b"] });
  const reopened = sittingOf(shelf, "lrn_a", "crs_a");
  expect(reopened.begin("intent-2").startIntent).toBe("intent-1");
  expect(reopened.read()?.given[item(1)]).toEqual({ chosen: ["b"] });
});

it("two tabs answering different items lose neither answer", () => {
  const { shelf, sitting } = begun();
  const other = sittingOf(shelf, "lrn_a", "crs_a");
  sitting.give(item(1), { chosen: ["a"] });
  other.give(item(2), { chosen: ["b"] });
  expect(Object.keys(sitting.read()?.given ?? {})).toEqual([item(1), item(2)]);
});

it("what is unanswered is listed by its number, and an unread number is unanswered", () => {
  const { sitting } = begun();
  sitting.give(item(2), { chosen: ["a"] });
  const kept = sitting.give(item(3), { written: "douze" });
  expect(kept && unanswered(kept)).toEqual([1, 3]);
});

it("the wire gets options and numbers, and nothing for what was left out", () => {
  const { sitting } = begun();
  sitting.give(item(1), { chosen: [] });
  sitting.give(item(2), { chosen: ["a", "c"] });
  const kept = sitting.give(item(3), { written: "1.200", number: 1200 });
  expect(kept && answersOf(kept)).toEqual([
    { itemId: item(2), options: ["a", "c"] },
    { itemId: item(3), number: 1200 },
  ]);
});

it("answers are locked once they were handed in, so that the retry says the same", () => {
  const { sitting } = begun();
  sitting.give(item(1), { chosen: ["a"] });
  sitting.change((kept) => ({ ...kept, submitIntent: "intent-9" }));
  expect(sitting.give(item(1), { chosen: ["b"] })?.given[item(1)]).toEqual({ chosen: ["a"] });
});

it("a new sitting begins empty once the result of the last one is there", () => {
  const { sitting } = begun();
  sitting.give(item(1), { chosen: ["a"] });
  const result: AttemptResult = {
    state: "graded",
    percent: 0,
    passed: false,
    bestPercent: 0,
    triesLeft: 2,
    items: [],
    completion: { state: "under_way", blockers: [{ code: "quiz.not_taken" }] },
  };
  sitting.change((kept) => ({ ...kept, result }));
  expect(sitting.begin("intent-2")).toEqual({ startIntent: "intent-2", given: {}, at: 0 });
});

it("another learner on the same phone does not see the sitting", () => {
  const { shelf } = begun();
  expect(sittingOf(shelf, "lrn_b", "crs_a").read()).toBeUndefined();
});

const { id: attemptId, startedAt: _, ...rest } = attempt;
const ticket: Ticket = {
  ...rest,
  attemptId,
  issuedAt: "2026-03-01T08:00:00.000Z",
  expiresAt: "2026-03-31T08:00:00.000Z",
  ticket: "signed",
};

it("a test that was taken along is opened once, at a moment that goes with the answers", () => {
  const shelf = sittingOf(memoryShelf(), "lrn_a", "crs_a");
  shelf.take("intent-1", ticket);
  const at = "2026-03-02T09:00:00.000Z";
  shelf.change((kept) => opened(kept, at));
  shelf.change((kept) => opened(kept, "2026-03-03T09:00:00.000Z"));
  const sitting = shelf.read();
  expect(sitting?.attempt).toEqual({ ...attempt, startedAt: at });
  expect(sitting?.offline).toEqual({ ticket: "signed", openedAt: at });
  expect(sitting?.taken).toBeUndefined();
});

it("a test whose last day has passed does not open without the server", () => {
  const shelf = sittingOf(memoryShelf(), "lrn_a", "crs_a");
  const before = shelf.take("intent-1", ticket);
  expect(opened(before, ticket.expiresAt)).toEqual(before);
});

it("with network the server opens what was taken along, and no ticket goes with the answers", () => {
  const shelf = sittingOf(memoryShelf(), "lrn_a", "crs_a");
  const begunByServer = begunWith(shelf.take("intent-1", ticket), attempt, attempt.startedAt);
  expect(begunByServer).toMatchObject({ attempt, taken: undefined });
  expect(begunByServer.offline).toBeUndefined();
});

it("taking a test along harms neither one that is under way nor the name of a start whose answer was lost", () => {
  const { sitting } = begun();
  sitting.give(item(1), { chosen: ["b"] });
  expect(sitting.take("intent-2", ticket)).toMatchObject({ attempt, given: { [item(1)]: {} } });
  const other = sittingOf(memoryShelf(), "lrn_a", "crs_a");
  other.begin("intent-1");
  expect(other.take("intent-2", ticket)).toMatchObject({ startIntent: "intent-1", taken: ticket });
});

it("what is given in part is sent, for it may count in part, and is still said to lack something", () => {
  const { sitting } = begun();
  const pairs = [{ option: "a", pair: "1" }];
  const kept = sitting.give(item(1), { answer: { pairs }, whole: false });
  expect(kept && answersOf(kept)).toEqual([{ itemId: item(1), pairs }]);
  expect(kept && unanswered(kept)).toEqual([1, 2, 3]);
  const whole = sitting.give(item(1), { answer: { order: ["2", "1"] }, whole: true });
  expect(whole && answersOf(whole)).toEqual([{ itemId: item(1), order: ["2", "1"] }]);
  expect(whole && unanswered(whole)).toEqual([2, 3]);
});

it("what is asked with gaps stands in one line with dots for them", () => {
  expect(asLine({ fr: 'À l’eau [[a]], puis "à [[b]]".', ar: "في [[a]]" })).toEqual({
    fr: 'À l’eau …, puis "à …".',
    ar: "في …",
  });
});

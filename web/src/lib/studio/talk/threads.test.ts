import { AccountId, Comment } from "@twiza/contract";
import { expect, it } from "vitest";
import { about, placesOf, threadsOf, type WaitingComment, withComment } from "./threads.ts";

const intentOf = (digit: string): string => `0199c1c0-0000-7000-8000-${digit.repeat(12)}`;
const idOf = (digit: string): string => `cmt_${intentOf(digit).replaceAll("-", "")}`;
const comment = (digit: string, more: object = {}): Comment =>
  Comment.parse({
    ...{ id: idOf(digit), threadId: idOf(digit), by: AccountId.parse(`acc_${"a".repeat(32)}`) },
    ...{ at: "2026-03-01T08:00:00.000Z", rev: 1, text: digit, ...more },
  });
const waiting = (digit: string, more: object = {}): WaitingComment => ({
  ...{ intentId: intentOf(digit), text: digit, at: "2026-03-01T08:00:00.000Z", ...more },
});
const [salt, oil] = [comment("1", { key: "salt" }), comment("3")];
const answer = comment("2", { threadId: salt.id });

it("answers stand in their thread, in the order in which they came, and what waits behind them", () => {
  const [first, second] = threadsOf([salt, answer, oil], [waiting("4", { threadId: salt.id })]);
  expect(first).toMatchObject({ id: salt.id, key: "salt", first: salt, answers: [answer] });
  expect(first?.waiting.map(({ text }) => text)).toEqual(["4"]);
  expect(second).toMatchObject({ id: oil.id, answers: [], waiting: [], isResolved: false });
});

it("what begins a thread without network is one already, and is not there twice once the server has it", () => {
  const unsent = waiting("5", { key: "oil" });
  const [thread] = threadsOf([], [unsent]);
  expect(thread).toMatchObject({ id: idOf("5"), key: "oil", waiting: [unsent] });
  expect(thread?.first).toBeUndefined();
  const sent = comment("5", { key: "oil" });
  expect(threadsOf([sent], [unsent])).toMatchObject([{ first: sent, waiting: [] }]);
});

it("places come in the order of the lesson, the lesson itself and its title first, what it does not have last", () => {
  const keys = ["gone", "oil", "title", "salt"];
  const all = threadsOf([...keys.map((key, at) => comment(String(at + 4), { key })), oil], []);
  expect(placesOf(all, ["salt", "oil"])).toEqual(["", "title", "salt", "oil", "gone"]);
  expect(about(all, "").map(({ id }) => id)).toEqual([oil.id]);
});

it("a comment that has changed stays in its place", () => {
  const changed = { ...salt, text: "Autre", rev: 2 };
  expect(withComment([salt, answer], changed)).toEqual([changed, answer]);
  expect(withComment([salt], answer)).toEqual([salt, answer]);
});

import { Review } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { isAskedAlready, isFor, stateOf, verdictOn } from "./review.ts";

const hex = (letter: string) => letter.repeat(32);
const PRINT = Review.shape.print.parse("a".repeat(64));
const OTHER = Review.shape.print.parse("b".repeat(64));
const AT = "2026-03-01T12:00:00.000Z";
const person = (letter: string) => ({ accountId: `acc_${hex(letter)}`, name: letter });
const review = (over: object = {}): Review =>
  Review.parse({ print: PRINT, askedBy: person("a"), askedAt: AT, reviewers: [], ...over });
const decided = (verdict: "approved" | "changes") => ({
  decision: { verdict, by: person("b"), at: AT, note: "Le sel." },
});
const idOf = (letter: string) => review({ askedBy: person(letter) }).askedBy.accountId;

describe("what was asked of a second person", () => {
  it.each([
    ["waiting", {}, PRINT],
    ["approved", decided("approved"), PRINT],
    ["changes", decided("changes"), PRINT],
    ["void", {}, OTHER],
    ["void", decided("approved"), OTHER],
    // The author has begun to change what she was asked to: the note must stay in sight.
    ["changes", decided("changes"), OTHER],
  ])("is %s with %j", (state, over, now) => expect(stateOf(review(over), now)).toBe(state));

  it.each([
    ["all who may", [], "b", true],
    ["those named", [person("b")], "b", true],
    ["others", [person("c")], "b", false],
    ["anybody, but she asked herself", [], "a", false],
    ["herself by name", [person("a")], "a", false],
  ])("of %s is hers to decide or not", (_, reviewers, who, expected) =>
    expect(isFor(review({ reviewers }), idOf(who))).toBe(expected),
  );
});

describe("asking again", () => {
  const same = { print: PRINT, reviewers: review().reviewers, note: undefined };
  it.each([
    ["the same of the same people", review(), true],
    ["the same of others", review({ reviewers: [person("b")] }), false],
    ["with another note", review({ note: "Encore" }), false],
    ["what is approved", review(decided("approved")), true],
    ["what changes were asked of", review(decided("changes")), false],
    ["of another draft", review({ print: OTHER }), false],
    ["for the first time", undefined, false],
  ])("%s", (_, before, expected) => expect(isAskedAlready(before, same)).toBe(expected));
});

describe("a verdict", () => {
  const approve = { print: PRINT, verdict: "approved" as const };
  it.each([
    ["new", review(), approve, PRINT],
    ["same", review(decided("approved")), approve, PRINT],
    ["review.decided", review(decided("changes")), approve, PRINT],
    ["review.void", review(), approve, OTHER],
    ["review.void", review(), { ...approve, print: OTHER }, PRINT],
    ["review.void", review({ print: OTHER }), approve, OTHER],
  ])("is %s", (expected, of, wish, now) => expect(verdictOn(of, wish, now)).toBe(expected));
});

import { AccountId, type Comment, type CommentChange, CommentId } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changed, opening, reopened, SILENCE, withOneMore } from "./talk.ts";

const hex = (digit: string): string => digit.repeat(32);
const HER = AccountId.parse(`acc_${hex("a")}`);
const OTHER = AccountId.parse(`acc_${hex("b")}`);
const AT = "2026-03-01T08:00:00.000Z";
const LATER = "2026-03-01T09:00:00.000Z";
const idOf = (digit: string) => CommentId.parse(`cmt_${hex(digit)}`);
const comment = (id: string, threadId: string, by = HER): Comment => ({
  ...{ id: idOf(id), threadId: idOf(threadId), by, at: AT, rev: 1, text: "Mot" },
});
const first = comment("1", "1");
const answer = comment("2", "1");
const act = (by = HER) => ({ by, at: LATER });

describe("a comment", () => {
  const cases: readonly (readonly [string, Comment, CommentChange, AccountId, unknown])[] = [
    ["another's words stay", first, { do: "say", rev: 1, text: "Non" }, OTHER, "not_found"],
    ["another's comment is not deleted", first, { do: "delete" }, OTHER, "not_found"],
    ["words not seen are not overwritten", first, { do: "say", rev: 2, text: "Non" }, HER, "stale_write"],
    ["an answer is no thread to resolve", answer, { do: "resolve" }, HER, "not_found"],
    ["an answer is no thread to open", answer, { do: "reopen" }, HER, "not_found"],
    ["anybody resolves a thread", first, { do: "resolve" }, OTHER, { ...first, resolved: act(OTHER) }],
    ["one's own words change", first, { do: "say", rev: 1, text: "Oui" }, HER, { ...first, text: "Oui", rev: 2, editedAt: LATER }],
  ]; // prettier-ignore
  it.each(cases)("%s", (_, before, change, by, expected) => {
    expect(changed(before, change, act(by))).toEqual(expected);
  });

  it("that was deleted keeps its place and its answers' thread, but no word, and its thread needs none", () => {
    const gone = changed(first, { do: "delete" }, act());
    expect(gone).toEqual({ ...first, text: undefined, rev: 2, resolved: act() });
    expect(Object.keys(gone)).not.toContain("text");
    expect(changed(answer, { do: "delete" }, act())).not.toHaveProperty("resolved");
  });
});

const someChange: fc.Arbitrary<CommentChange> = fc.oneof(
  fc.constantFrom({ do: "delete" } as const, { do: "resolve" } as const, { do: "reopen" } as const),
  fc.record({
    do: fc.constant("say" as const),
    rev: fc.integer({ min: 1, max: 4 }),
    text: fc.constantFrom("Un", "Deux", "Trois"),
  }),
);

it("whatever happens, doing it twice is doing it once, and as many threads are counted open as there are", () => {
  const acts = fc.array(fc.record({ of: fc.nat(5), change: someChange, by: fc.constantFrom(HER, OTHER) })); // prettier-ignore
  const beginning = fc.array(fc.option(fc.nat(4)), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(beginning, acts, (wishes, changes) => {
      let count = SILENCE;
      const comments: Comment[] = [];
      for (const [index, wish] of wishes.entries()) {
        const threads = comments.filter(({ id, threadId }) => id === threadId);
        const thread = wish === null ? undefined : threads[wish % Math.max(1, threads.length)];
        const id = String(index + 1);
        comments.push(comment(id, thread ? thread.id.slice(4, 5) : id));
        count = withOneMore(count, thread);
        if (thread) comments[comments.indexOf(thread)] = reopened(thread);
      }
      for (const { of, change, by } of changes) {
        const at = of % comments.length;
        const before = comments[at];
        const after = before && changed(before, change, act(by));
        if (!before || !after || typeof after === "string") continue;
        expect(changed(after, change, act(by))).toEqual(after);
        count = { ...count, open: count.open + opening(before, after) };
        comments[at] = after;
      }
      const open = comments.filter(({ id, threadId, resolved }) => id === threadId && !resolved);
      expect(count).toEqual({ comments: comments.length, open: open.length });
    }),
  );
});

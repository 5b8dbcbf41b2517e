import { HANDING_LIMITS } from "@twiza/contract/handing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blankDraft, bodyOf, isBegun, type NoteDraft, tooMuch } from "./mark-draft.ts";
import { cameLate, type Line, nextIn, placeIn } from "./queue.ts";
import { nudged, spotAt } from "./spots.ts";
import { segmentsOf } from "./stretches.ts";

const line = (id: string, mayMark = true): Line => ({ id, mayMark }) as unknown as Line;
const waiting = { lines: [line("a"), line("b", false), line("c"), line("d")], isAll: true };
const note = (id: string, words: string): NoteDraft => ({ on: "text", from: 0, to: 1, id, words });

describe("what waits to be marked", () => {
  it("leads on to what waits behind, past what others must mark, and at the end to the first", () => {
    expect(nextIn(waiting, "a")?.id).toBe("c");
    expect(nextIn(waiting, "d")?.id).toBe("a");
    // Marked by now, it is no longer among them.
    expect(nextIn(waiting, "gone")?.id).toBe("a");
    expect(nextIn({ lines: [line("a"), line("b", false)], isAll: true }, "a")).toBeUndefined();
  });

  it("says which of them one is, as long as it waits", () => {
    expect([placeIn(waiting, "c"), placeIn(waiting, "gone")]).toEqual([3, undefined]);
  });

  it("tells late apart from handed in", () => {
    const at = (handedInAt: string, receivedAt: string) => cameLate({ handedInAt, receivedAt });
    expect(at("2026-03-01T08:00:00.000Z", "2026-03-02T07:00:00.000Z")).toBe(false);
    expect(at("2026-03-01T08:00:00.000Z", "2026-03-04T08:00:00.000Z")).toBe(true);
  });
});

describe("what somebody gives to work", () => {
  const criteria = [{ id: "price" }, { id: "label" }];

  it("goes in the order of the rubric, without what has no level and without empty words", () => {
    const draft = {
      ...blankDraft(1),
      levels: { label: 2, price: 0, gone: 1 },
      besides: { price: " Les heures ? ", label: " " },
      words: " ",
      notes: [note("n", " Clair ")],
    };
    expect(bodyOf(draft, criteria)).toEqual({
      chosen: [
        { criterion: "price", level: 0, note: "Les heures ?" },
        { criterion: "label", level: 2 },
      ],
      notes: [{ on: "text", from: 0, to: 1, words: "Clair" }],
      seen: 1,
    });
  });

  it("is begun as soon as there is anything of it", () => {
    expect(isBegun(blankDraft(0))).toBe(false);
    expect(isBegun({ ...blankDraft(0), levels: { price: 0 } })).toBe(true);
    expect(isBegun({ ...blankDraft(0), voice: { intentId: "i", seconds: 3 } })).toBe(true);
  });

  it("may say so much and no more, as the server holds it", () => {
    const long = "a".repeat(HANDING_LIMITS.note);
    const notes = Array.from({ length: HANDING_LIMITS.said / HANDING_LIMITS.note }, (_, at) => note(`${at}`, long)); // prettier-ignore
    expect(tooMuch({ ...blankDraft(0), notes })).toBe(false);
    expect(tooMuch({ ...blankDraft(0), notes, besides: { price: "!" } })).toBe(true);
  });
});

it("a text that is cut at what is said to it is whole, and each piece knows what is said to it", () => {
  const stretch = fc.record({ from: fc.nat(60), to: fc.nat(60), number: fc.nat(9) });
  fc.assert(
    fc.property(fc.string({ maxLength: 50, unit: "grapheme" }), fc.array(stretch, { maxLength: 5 }), (text, notes) => {
      const segments = segmentsOf(text, notes);
      expect(segments.map((segment) => segment.text).join("")).toBe(text);
      for (const { from, to, number } of notes)
        if (from < to && from < text.length)
          expect(segments.some((segment) => segment.notes.includes(number))).toBe(true);
    }), // prettier-ignore
  );
  expect(segmentsOf("huile d’argan", [{ from: 0, to: 5, number: 1 }])).toEqual([
    { text: "huile", notes: [1] },
    { text: " d’argan", notes: [] },
  ]);
});

it("a spot lies on the photo, wherever a finger or a key would take it", () => {
  const photo = { left: 10, top: 20, width: 200, height: 100 } as DOMRectReadOnly;
  expect(spotAt({ clientX: 60, clientY: 45 }, photo)).toEqual({ x: 250, y: 250 });
  expect(spotAt({ clientX: 0, clientY: 999 }, photo)).toEqual({ x: 0, y: 1000 });
  expect(nudged({ x: 990, y: 500 }, { key: "ArrowRight", shiftKey: false })).toEqual({ x: 1000, y: 500 }); // prettier-ignore
  expect(nudged({ x: 500, y: 500 }, { key: "a", shiftKey: false })).toBeUndefined();
});

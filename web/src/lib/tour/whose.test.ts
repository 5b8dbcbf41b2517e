import { describe, expect, it } from "vitest";
import { chosenOf, isForHer } from "./whose.ts";

const course = (id: string, more: object = {}) => ({
  ...{ id, mayEdit: true, changedAt: `2026-03-0${String(id.length)}` },
  ...more,
});
const live = { version: 1, publishedAt: "2026-03-02" };
const draft = course("crs_a");
const newer = course("crs_ab");
const out = course("crs_abc", live);
const foreign = course("crs_abcd", { ...live, mayEdit: false });
const of = (...courses: readonly object[]) => courses as unknown as Parameters<typeof chosenOf>[0];

describe("the course that somebody is led through", () => {
  it("is the one of hers that she changed last, never another's", () => {
    expect(chosenOf(of(draft, newer, foreign), false)?.id).toBe(newer.id);
    expect(chosenOf(of(foreign), false)).toBeUndefined();
  });
  it("is the one that is live, at the end of the way; the next one for who asks again", () => {
    expect(chosenOf(of(newer, out), false)?.id).toBe(out.id);
    expect(chosenOf(of(newer, out), true)?.id).toBe(newer.id);
    expect(chosenOf(of(out), true)?.id).toBe(out.id);
  });
});

describe("the guide", () => {
  const where = { note: "begun", courseId: undefined, isOut: false } as const;
  it("is shown to who has never published, on the list and on her own courses", () => {
    expect(isForHer(of(draft, foreign), where)).toBe(true);
    expect(isForHer(of(draft, foreign), { ...where, courseId: draft.id })).toBe(true);
    expect(isForHer(of(foreign), { ...where, courseId: "crs_new" })).toBe(true);
  });
  it("is not shown on another's course, nor once it was closed or she has published", () => {
    expect(isForHer(of(foreign), { ...where, courseId: foreign.id })).toBe(false);
    for (const note of ["", "closed", "done"] as const)
      expect(isForHer(of(draft), { ...where, note })).toBe(false);
    expect(isForHer(of(draft, out), { ...where, courseId: draft.id })).toBe(false);
  });
  it("tells of the course that is out, and leads whoever asks through the next", () => {
    expect(isForHer(of(draft, out), { ...where, courseId: out.id, isOut: true })).toBe(true);
    expect(isForHer(of(draft, out), { ...where, note: "asked", courseId: draft.id })).toBe(true);
  });
});

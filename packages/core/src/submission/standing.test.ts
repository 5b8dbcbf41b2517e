import { type Enrolment, Submission } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withHandIn, withMarking } from "./standing.ts";

const hex = (digit: number | string) => String(digit).padStart(32, "0");
const ASSIGNMENT = `asg_${hex("a")}`;
const at = (minutes: number) =>
  new Date(Date.parse("2026-03-01T08:00:00.000Z") + minutes * 60_000).toISOString();

const work = (n: number): Submission =>
  Submission.parse({
    ...{ id: `sub_${hex(n)}`, organisationId: `org_${hex(0)}`, cohortId: `coh_${hex(0)}` },
    ...{ courseId: `crs_${hex(0)}`, version: 1, assignmentId: ASSIGNMENT, title: { en: "Price" } },
    ...{ learnerId: `lrn_${hex(0)}`, learnerName: "Itto", number: n, text: "180", proofs: [] },
    ...{ claims: { at: at(n), deviceId: "phone-01" }, handedInAt: at(n), receivedAt: at(n) },
    ...{ state: "waiting", markings: [] },
  });
const marked = (it: Submission, percent: number, minutes: number): Submission => {
  const passed = percent >= 50;
  const by = { by: `acc_${hex(0)}`, byName: "Salma", at: at(minutes) };
  const marking = { ...by, chosen: [{ criterion: "a", level: 0 }], notes: [], rules: 1, percent, passed }; // prettier-ignore
  const outcome = { by: "one", percent, passed, at: at(minutes) };
  return Submission.parse({ ...it, state: "marked", markings: [marking], outcome });
};
const standingIn = (handed: Enrolment["handed"]) =>
  (handed as Record<string, object> | undefined)?.[ASSIGNMENT];

/** What becomes of each piece of work that she hands in: it is marked before the next comes, afterwards, or never since the next takes its place. */
const way = fc.array(fc.option(fc.integer({ min: 0, max: 100 })), { minLength: 1, maxLength: 6 });

describe("her standing in an assignment", () => {
  it("counts tries by what was marked, what waits by what was not, and never loses the best mark", () => {
    fc.assert(
      fc.property(way, (percents) => {
        let handed: Enrolment["handed"];
        for (const [n, percent] of percents.entries()) {
          const one = work(n + 1);
          handed = withHandIn(handed, one);
          if (percent !== null) handed = withMarking(handed, one, marked(one, percent, 100 + n));
        }
        const given = percents.filter((each) => each !== null);
        const best = Math.max(...given);
        expect(standingIn(handed)).toMatchObject({
          ...{ tries: given.length, number: percents.length },
          waiting: percents.at(-1) === null ? 1 : 0,
          ...(given.length === 0
            ? { state: "waiting" }
            : { percent: best, state: best >= 50 ? "passed" : "not_passed" }),
        });
      }),
    );
  });

  it("is the same in whatever order two pieces of work are marked, of equal marks by the later", () => {
    const [one, two] = [work(1), work(2)];
    // A first marker has begun on the first when the second is handed in.
    const first = { ...one, markings: marked(one, 60, 5).markings, state: "second" as const };
    const begun = withMarking(withHandIn(undefined, one), one, first);
    const both = withHandIn(begun, two);
    expect(standingIn(both)).toMatchObject({ tries: 1, waiting: 2, untouchedId: two.id });
    const ends: [Submission, Submission][] = [
      [first, marked(one, 60, 9)],
      [two, marked(two, 60, 8)],
    ];
    const after = (order: typeof ends) =>
      order.reduce<Enrolment["handed"]>((handed, [was, is]) => withMarking(handed, was, is), both);
    expect(after(ends)).toEqual(after(ends.toReversed()));
    expect(standingIn(after(ends))).toEqual({
      ...{ state: "passed", submissionId: one.id, at: at(9), percent: 60 },
      ...{ tries: 2, waiting: 0, number: 2 },
    });
  });

  it("that is passed stays so, however much more some other mark gives that did not pass", () => {
    const [one, two] = [work(1), work(2)];
    const passed = withMarking(withHandIn(undefined, one), one, marked(one, 55, 5));
    const higher = marked(two, 90, 9);
    const outcome = { ...higher.outcome, passed: false } as Submission["outcome"];
    const after = withMarking(withHandIn(passed, two), two, { ...higher, outcome });
    expect(standingIn(after)).toMatchObject({ state: "passed", percent: 55, submissionId: one.id });
  });
});

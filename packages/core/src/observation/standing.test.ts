import { Observation } from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Looked, standingOf, withLook, withoutLook } from "./standing.ts";

const hex = (digit: number | string) => String(digit).repeat(32);
const SKILLS = ["a", "b"].map((letter) => `chk_${hex(letter)}`);
const at = (hours: number) =>
  new Date(Date.parse("2026-03-01T08:00:00.000Z") + hours * 3_600_000).toISOString();

/** A look as it is in the end: passed or not, and what she said of it. */
const look = fc.record({
  skill: fc.constantFrom(...SKILLS),
  hour: fc.nat(3),
  passed: fc.boolean(),
  said: fc.constantFrom("waiting", "confirmed", "disputed"),
});
type Look = typeof look extends fc.Arbitrary<infer T> ? T : never;

function observationOf({ skill, hour, passed }: Look, n: number): Observation {
  const title = { en: "Shear" };
  return Observation.parse({
    ...{ id: `obs_${hex(n)}`, organisationId: `org_${hex(0)}`, cohortId: `coh_${hex(0)}` },
    ...{ courseId: `crs_${hex(0)}`, version: 1, checklistId: skill, title },
    ...{ learnerId: `lrn_${hex(0)}`, learnerName: "Itto" },
    ...{ observerId: `acc_${hex(0)}`, observerName: "Rachid" },
    ...{ seen: [], photos: [], claims: { at: at(hour), deviceId: "phone-01" } },
    ...{ seenAt: at(hour), receivedAt: at(9), rules: 1 },
    judgement: { passed, met: passed ? 1 : 0, of: 1, critical: [] },
    confirmation: { state: "waiting" },
  });
}
const answered = (observation: Observation, said: Look["said"]): Observation => {
  if (said === "waiting") return observation;
  const when = { at: at(9) };
  return {
    ...observation,
    confirmation:
      said === "confirmed"
        ? { state: said, by: "app", ...when }
        : { state: said, words: "No", ...when },
  };
};

/** What a phone or a learner does: the same look twice, and an answer before which its look must have come. */
type Act = { readonly n: number; readonly is: "recorded" | "answered" };
const acts = fc.array(look, { maxLength: 6 }).chain((looks) => {
  const all = looks.flatMap((_, n): Act[] => [
    { n, is: "recorded" },
    { n, is: "recorded" },
    { n, is: "answered" },
    { n, is: "answered" },
  ]);
  return fc.tuple(fc.constant(looks), fc.shuffledSubarray(all, { minLength: all.length }));
});

/** The server in small: looks by id, and what the enrolment knows. */
function after(looks: readonly Look[], order: readonly Act[]): Looked {
  const kept = new Map<number, Observation>();
  let looked: Looked = {};
  // An answer that comes before its look is refused and comes again.
  for (const { n, is } of [...order, ...order.filter((act) => act.is === "answered")]) {
    const wanted = looks[n];
    const known = kept.get(n);
    if (!wanted || (is === "recorded" && known) || (is === "answered" && !known)) continue;
    const before = known ?? observationOf(wanted, n);
    if (is === "answered" && before.confirmation.state !== "waiting") continue;
    const now = is === "recorded" ? before : answered(before, wanted.said);
    kept.set(n, now);
    looked =
      now.confirmation.state === "disputed"
        ? withoutLook(looked, now, [...kept.values()])
        : withLook(looked, now);
  }
  return looked;
}

describe("what an enrolment knows of a skill", () => {
  it("is the same in whatever order looks, repeats and answers come", () => {
    fc.assert(
      fc.property(acts, ([looks, order]) => {
        const inOrder = looks.flatMap((_, n): Act[] => [
          { n, is: "recorded" },
          { n, is: "answered" },
        ]);
        expect(after(looks, order)).toStrictEqual(after(looks, inOrder));
      }),
      { numRuns: 400 },
    );
  });

  it("is passed exactly when somebody passed her and she agreed, whatever was seen later", () => {
    fc.assert(
      fc.property(acts, ([looks, order]) => {
        const { observed } = after(looks, order);
        for (const skill of SKILLS) {
          const agreed = looks.some((it) => it.skill === skill && it.passed && it.said === "confirmed"); // prettier-ignore
          const known = observed as Record<string, { state: string }> | undefined;
          expect(known?.[skill]?.state === "passed").toBe(agreed);
        }
      }),
    );
  });

  it("names as disputed exactly those skills whose last look she disputes", () => {
    fc.assert(
      fc.property(acts, ([looks, order]) => {
        const { disputed } = after(looks, order);
        const last = SKILLS.filter((skill) => {
          const hers = looks.map((look, n) => ({ ...look, n })).filter((it) => it.skill === skill);
          return hers.sort((a, b) => a.hour - b.hour || a.n - b.n).at(-1)?.said === "disputed";
        });
        expect(Object.keys(disputed ?? {}).sort()).toEqual(last);
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ["waiting", true, "waiting"],
    ["confirmed", true, "passed"],
    ["disputed", true, undefined],
    ["waiting", false, "not_passed"],
    ["confirmed", false, "not_passed"],
    ["disputed", false, undefined],
  ] as const)("a look that is %s, passed: %s, is worth %s", (said, passed, state) => {
    const one = observationOf({ skill: SKILLS[0] ?? "", hour: 1, passed, said }, 1);
    expect(standingOf(answered(one, said))?.state).toBe(state);
  });

  it("of two that did not pass is the later, and one that waits outdoes a later one that did not", () => {
    const of = (n: number, hour: number, passed: boolean) =>
      observationOf({ skill: SKILLS[0] ?? "", hour, passed, said: "waiting" }, n);
    const ids = ({ observed = {} }: Looked) =>
      Object.values(observed).map((it) => it.observationId);
    const two = withLook(withLook({}, of(1, 3, false)), of(2, 1, false));
    expect(ids(two)).toEqual([of(1, 3, false).id]);
    expect(ids(withLook(withLook(two, of(3, 0, true)), of(4, 3, false)))).toEqual([
      of(3, 0, true).id,
    ]);
  });
});

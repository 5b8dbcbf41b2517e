import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSimplePin, judge, SEEN } from "./observing.ts";

const criteria = [{ id: "a", critical: true as const }, { id: "b" }, { id: "c" }, { id: "d" }];
const all = (result: (typeof SEEN)[number]) =>
  criteria.map(({ id }) => ({ criterion: id, result }));

describe("judge", () => {
  it("passes when every critical step is met and enough of all", () => {
    const seen = [...all("met").slice(0, 3), { criterion: "d", result: "not_seen" as const }];
    expect(judge({ criteria, leastPercent: 75 }, seen)).toEqual({
      passed: true,
      met: 3,
      of: 4,
      critical: [],
    });
    expect(judge({ criteria, leastPercent: 76 }, seen).passed).toBe(false);
  });

  it("lets nothing make up for one critical step", () => {
    const seen = [{ criterion: "a", result: "not_met" as const }, ...all("met").slice(1)];
    expect(judge({ criteria, leastPercent: 0 }, seen)).toMatchObject({
      passed: false,
      critical: ["a"],
    });
  });

  it("never passes what nobody saw, and counts no stranger's criterion", () => {
    expect(judge({ criteria: [], leastPercent: 0 }, []).passed).toBe(false);
    const strange = [{ criterion: "z", result: "met" as const }];
    expect(judge({ criteria, leastPercent: 0 }, strange)).toMatchObject({ met: 0, passed: false });
  });

  it("is the same in whatever order criteria were looked at, and one more that is met never harms", () => {
    const results = fc.array(fc.constantFrom(...SEEN), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(results, fc.nat(100), fc.nat(3), (given, leastPercent, better) => {
        const seen = criteria.map(({ id }, at) => ({ criterion: id, result: given[at] ?? "met" }));
        const one = judge({ criteria, leastPercent }, seen);
        expect(judge({ criteria, leastPercent }, seen.toReversed())).toEqual(one);
        const raised = seen.map((it, at) =>
          at === better ? { ...it, result: "met" as const } : it,
        );
        const after = judge({ criteria, leastPercent }, raised);
        expect(after.met).toBeGreaterThanOrEqual(one.met);
        if (one.passed) expect(after.passed).toBe(true);
      }),
    );
  });
});

describe("a PIN", () => {
  it.each([
    ...["0000", "11111111", "1234", "4321", "012345", "98765432"],
    ...["1212", "123123", "45454545", "1987", "2009"],
  ])("%s is what everybody tries first", (pin) => expect(isSimplePin(pin)).toBe(true));
  it.each(["7392", "1357", "2580", "19873", "112233", "8246"])("%s may be chosen", (pin) =>
    expect(isSimplePin(pin)).toBe(false),
  );
});

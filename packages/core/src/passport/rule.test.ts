import {
  AttemptId,
  type CompetencyId,
  CompetencyId as Competency,
  CourseId,
  FrameworkId,
  ItemId,
  ChecklistId,
  type NamedCompetency,
  ObservationId,
} from "@twiza/contract";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { passportLines, type Shown } from "./rule.ts";

const hex = (n: number) => String(n).padStart(32, "0");
const C = Competency.parse(`cmp_${hex(1)}`);
const names = new Map<CompetencyId, NamedCompetency>([
  [C, { id: C, frameworkId: FrameworkId.parse(`frw_${hex(1)}`), statement: { fr: "Trier" } }],
]);
const from = { courseId: CourseId.parse(`crs_${hex(1)}`), courseTitle: { fr: "Laine" } };

/** A sitting with these items, right or not. */
const sat = (n: number, items: readonly (readonly [item: number, right: boolean])[]): Shown => ({
  competencyId: C,
  evidence: {
    ...{ kind: "sitting", ...from, at: `2026-01-0${n}T00:00:00.000Z` },
    ...{ attemptId: AttemptId.parse(`att_${hex(n)}`) },
    ...{ right: items.filter(([, right]) => right).length, of: items.length },
  },
  items: items.map(([item, right]) => ({ id: ItemId.parse(`itm_${hex(item)}`), right })),
});
const seen = (met: number, of: number): Shown => ({
  competencyId: C,
  evidence: {
    ...{ kind: "observation", ...from, at: "2026-01-09T00:00:00.000Z", title: { fr: "Tri" } },
    ...{ observationId: ObservationId.parse(`obs_${hex(1)}`), observerName: "Salma", met, of },
    checklistId: ChecklistId.parse(`chk_${hex(1)}`),
  },
});
const stateOf = (...shown: Shown[]): string => {
  const [line] = passportLines(names, shown);
  return line ? [line.state, line.by].filter(Boolean).join(" by ") : "nothing";
};
const RIGHT = [[1, true], [2, true], [3, true]] as const; // prettier-ignore

describe("a competency is", () => {
  it.each<[string, Shown[], string]>([
    ["left out without evidence", [], "nothing"],
    ["begun by two right items", [sat(1, [[1, true], [2, true]])], "begun"],
    ["shown by three right items", [sat(1, RIGHT)], "shown by sitting"],
    ["begun by three right of four", [sat(1, [...RIGHT, [4, false]])], "begun"],
    ["shown by four right of five", [sat(1, [...RIGHT, [4, true], [5, false]])], "shown by sitting"],
    ["begun by the same item three times", [1, 2, 3].map((n) => sat(n, [[1, true]])), "begun"],
    ["shown over several sittings, each item once", [sat(1, [[1, false], [2, true]]), sat(2, [[1, true], [3, true]])], "shown by sitting"],
    ["shown by work of which all was met", [seen(2, 2)], "shown by observation"],
    ["begun by work of which a part was met", [seen(1, 2)], "begun"],
    ["shown by work, whatever was answered", [sat(1, [[1, false]]), seen(1, 1)], "shown by observation"],
  ])("%s", (_, shown, state) => expect(stateOf(...shown)).toBe(state)); // prettier-ignore
});

const anySitting = fc
  .tuple(
    fc.integer({ min: 1, max: 8 }),
    fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 8 }), fc.boolean()), {
      minLength: 1,
      selector: ([item]) => item,
    }),
  )
  .map(([n, items]) => sat(n, items));
const anyShown = fc.oneof(
  anySitting,
  fc.tuple(fc.nat(3), fc.nat(3)).map(([met, more]) => seen(met, met + more + 1)),
  fc.integer({ min: 1, max: 3 }).map((all) => seen(all, all)),
);

it("the order in which evidence comes changes nothing, and the newest stands first", () => {
  fc.assert(
    fc.property(fc.array(anyShown, { minLength: 1, maxLength: 8 }), (shown) => {
      const [line] = passportLines(names, shown);
      const [turned] = passportLines(names, shown.toReversed());
      expect(turned?.state).toBe(line?.state);
      expect(turned?.answered).toEqual(line?.answered);
      const times = line?.evidence.map(({ at }) => at) ?? [];
      expect(times).toEqual(times.toSorted().toReversed());
    }),
  );
});

it("what is shown by work stays shown, whatever is answered afterwards", () => {
  fc.assert(
    fc.property(fc.array(anySitting, { maxLength: 8 }), (sittings) => {
      expect(stateOf(seen(1, 1), ...sittings)).toBe("shown by observation");
    }),
  );
});

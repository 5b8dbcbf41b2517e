import {
  Assignment,
  AttemptId,
  CompetencyId,
  CourseId,
  Item,
  ItemId,
  type Outcome,
  Submission,
} from "@twiza/contract";
import { expect, it } from "vitest";
import { shownBySitting, shownByWork } from "./evidence.ts";

const hex = (n: number) => String(n).padStart(32, "0");
const competency = CompetencyId.parse(`cmp_${hex(1)}`);
const about = { courseId: CourseId.parse(`crs_${hex(1)}`), courseTitle: { fr: "Laine" } };

/** A question of two answers, of which this one is right. */
const item = (n: number, right: "a" | "b", names = true): Item =>
  Item.parse({
    ...{ id: `itm_${hex(n)}`, question: "choice", prompt: { fr: `${n} ?` } },
    options: ["a", "b"].map((id) => ({ id, text: { fr: id }, right: id === right })),
    ...(names ? { competencies: [competency] } : {}),
  });
const ids = [1, 2, 3].map((n) => ItemId.parse(`itm_${hex(n)}`));
/** She has answered `a` to each. */
const attempt = {
  ...{
    id: AttemptId.parse(`att_${hex(1)}`),
    itemIds: ids,
    submittedAt: "2026-01-05T00:00:00.000Z",
  },
  answers: ids.map((itemId) => ({ itemId, options: ["a"] })),
};
const shownIn = (items: readonly Item[], ...voids: readonly ItemId[]) =>
  shownBySitting(about, attempt, { items, voids: new Set(voids) }).map(({ items: own = [] }) =>
    own.map(({ id, right }) => [ids.indexOf(id) + 1, right]),
  );

it("what a sitting shows follows the key that counts by now", () => {
  const published = [item(1, "a"), item(2, "b"), item(3, "a", false)];
  expect(shownIn(published)).toEqual([[[1, true], [2, false]]]); // prettier-ignore
  expect(shownIn([item(1, "b"), item(2, "a")])).toEqual([[[1, false], [2, true]]]); // prettier-ignore
});

it("a question that counts as right for everybody shows nothing of anybody, be it the only one", () => {
  const [first, second] = [item(1, "a"), item(2, "b")];
  expect(shownIn([first, second], second.id)).toEqual([[[1, true]]]);
  expect(shownIn([first], first.id)).toEqual([]);
});

const asked = Assignment.parse({
  ...{ id: `asg_${hex(1)}`, title: { fr: "Étiqueter" }, task: { fr: "Écrivez." } },
  ...{ takes: ["text"], leastPercent: 50, triesAllowed: 1 },
  criteria: ["a", "b"].map((id) => ({
    ...{ id, weight: 1, title: { fr: id }, competencies: [competency] },
    levels: [0, 60, 100].map((percent) => ({ percent, text: { fr: `${percent}` } })),
  })),
});
type Levels = readonly [a: number, b: number];
/** Work that these persons gave levels to, the last of them by the third where three did. */
const handedIn = (by: Outcome["by"] | undefined, ...levels: Levels[]): Submission =>
  Submission.parse({
    ...{ id: `sub_${hex(1)}`, organisationId: `org_${hex(1)}`, cohortId: `coh_${hex(1)}` },
    ...{ courseId: about.courseId, version: 1, assignmentId: asked.id, title: asked.title },
    ...{ learnerId: `lrn_${hex(1)}`, learnerName: "Itto", number: 1, proofs: [] },
    claims: { at: "2026-01-05T00:00:00.000Z", deviceId: "phone-01" },
    ...{ handedInAt: "2026-01-05T00:00:00.000Z", receivedAt: "2026-01-05T00:00:00.000Z" },
    state: by ? "marked" : "differs",
    markings: levels.map(([a, b], at) => ({
      ...{ by: `acc_${hex(at)}`, byName: `Salma ${at}`, at: "2026-01-06T00:00:00.000Z" },
      chosen: [{ criterion: "a", level: a }, { criterion: "b", level: b }], // prettier-ignore
      ...{ notes: [], rules: 1, percent: 50, passed: true },
    })),
    ...(by && { outcome: { by, percent: 50, passed: true, at: "2026-01-07T00:00:00.000Z" } }),
  });

it.each<[string, Submission, string]>([
  ["one marker, what she gave a level that passes", handedIn("one", [1, 2]), "2 of 2 by Salma 0"],
  ["one marker, not what she gave less", handedIn("one", [0, 2]), "1 of 2 by Salma 0"],
  ["two who agree, what both gave", handedIn("two", [1, 1], [2, 0]), "1 of 2 by Salma 0, Salma 1"],
  ["a third, what she gave, whatever the two did", handedIn("third", [0, 0], [2, 2], [1, 1]), "2 of 2 by Salma 2"],
])("work that was handed in shows by %s", (_, work, expected) => {
  const [shown] = shownByWork(about, work, { assignments: [asked] });
  const { evidence } = shown ?? {};
  if (evidence?.kind !== "work") return expect.unreachable();
  const { met, of, markerNames } = evidence;
  expect(`${met} of ${of} by ${markerNames.join(", ")}`).toBe(expected);
}); // prettier-ignore

it("work shows nothing before it has its mark, or where its version has no such assignment", () => {
  expect(shownByWork(about, handedIn(undefined, [2, 2], [0, 0]), { assignments: [asked] })).toEqual([]); // prettier-ignore
  expect(shownByWork(about, handedIn("one", [2, 2]), {})).toEqual([]);
});

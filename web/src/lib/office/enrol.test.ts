import { LearnerId } from "@twiza/contract";
import { expect, it } from "vitest";
import { linesOfRefused, outcomesOf, PART } from "./enrol.ts";
import { inParts, readPeople } from "./people-lines.ts";

const people = ["Aïcha", "Badia", "Chama"].map((name) => ({ name, contact: `${name}@coop.ma` }));
const learnerId = LearnerId.parse(`lrn_${"0".repeat(32)}`);
const answered = [
  { contact: "aïcha@coop.ma", learnerId, result: "enrolled" as const },
  { contact: "badia@coop.ma", learnerId, result: "already" as const },
  { contact: "chama@coop.ma", result: "refused" as const, code: "cohort.full" as const },
];

it("each person of the list learns what became of her, and why not", () => {
  expect(outcomesOf(people, answered)).toEqual([
    { person: people[0], result: "enrolled" },
    { person: people[1], result: "already" },
    { person: people[2], result: "refused", code: "cohort.full" },
  ]);
});

it("whoever found no place stays in the field, as it can be read again", () => {
  const outcomes = outcomesOf(
    [{ name: "Chama", contact: "+212612345678" }],
    [{ contact: "+212612345678", result: "refused", code: "cohort.full" }],
  );
  expect(readPeople(linesOfRefused(outcomes))).toEqual([
    { line: 1, person: { name: "Chama", contact: "+212612345678" } },
  ]);
  expect(linesOfRefused(outcomesOf(people.slice(0, 2), answered))).toBe("");
});

it("a list goes in parts that the server takes", () => {
  const list = Array.from({ length: 45 }, (_, at) => at);
  expect(inParts(list, PART).map(({ length }) => length)).toEqual([20, 20, 5]);
});

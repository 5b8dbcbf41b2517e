import { expect, it } from "vitest";
import { cohortFaults, type CohortDraft, type CohortField } from "./cohort.ts";

const good: CohortDraft = {
  courseId: "crs_1",
  name: "Argan, printemps",
  trainerIds: ["acc_1"],
  startsOn: "2026-03-01",
  endsOn: "2026-03-01",
  places: 25,
};

it("a group of one day is a group", () => {
  expect(cohortFaults(good).size).toBe(0);
});

it.each<[CohortField, CohortDraft]>([
  ["courseId", { ...good, courseId: "" }],
  ["name", { ...good, name: "  " }],
  ["trainerIds", { ...good, trainerIds: [] }],
  ["startsOn", { ...good, startsOn: "" }],
  ["endsOn", { ...good, endsOn: "2026-02-28" }],
  ["endsOn", { ...good, endsOn: "" }],
  ["places", { ...good, places: 0 }],
  ["places", { ...good, places: 5001 }],
  ["places", { ...good, places: 2.5 }],
  ["places", { ...good, places: undefined }],
])("what the server would refuse is said at its field: %s", (field, draft) => {
  expect([...cohortFaults(draft)]).toEqual([field]);
});

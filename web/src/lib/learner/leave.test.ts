import { expect, it } from "vitest";
import { eraseLearner, unsentOf } from "./leave.ts";
import { memoryShelf, writeKept } from "./shelf.ts";

function twoSisters() {
  const shelf = memoryShelf();
  for (const owner of ["lrn_a", "lrn_b"]) {
    for (const n of [1, 2]) {
      const event = { id: `${owner}-${n}` };
      writeKept(shelf, `twiza.event.${owner}-${n}`, { owner, courseId: "crs", event });
    }
    writeKept(shelf, `twiza.refused.${owner}-3`, { owner, courseId: "crs", event: {} });
    writeKept(shelf, `twiza.place.${owner}.crs`, { lessonId: "les", block: 1, at: "" });
    writeKept(shelf, `twiza.copy.own.${owner}.enrolments`, []);
    writeKept(shelf, `twiza.sitting.${owner}.crs`, { startIntent: "i", attempt: {}, given: {} });
    writeKept(shelf, `twiza.sitting.${owner}.old`, { attempt: {}, result: {}, given: {} });
  }
  writeKept(shelf, "twiza.copy.all.catalogue", []);
  writeKept(shelf, "twiza.device", "phone");
  return shelf;
}

it("what would be lost is counted: things not sent, and tests without a result", () => {
  expect(unsentOf(twoSisters(), "lrn_a")).toEqual({ events: 2, tests: 1 });
  expect(unsentOf(memoryShelf(), "lrn_a")).toEqual({ events: 0, tests: 0 });
});

it("erasing one learner leaves nothing of her and everything of the others", () => {
  const shelf = twoSisters();
  const before = shelf.keys("twiza.").filter((key) => !key.includes("lrn_a"));
  eraseLearner(shelf, "lrn_a");
  expect(shelf.keys("twiza.")).toEqual(before);
  expect(unsentOf(shelf, "lrn_b")).toEqual({ events: 2, tests: 1 });
});

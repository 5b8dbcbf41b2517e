import { append, courseStates, keepPlace } from "@twiza/client";
import { testPhone } from "@twiza/client/testing";
import { expect, it } from "vitest";
import { keepWish } from "../shows/waiting.ts";
import { eraseLearner, unsentOf } from "./leave.ts";
import { memoryShelf, writeKept } from "./shelf.ts";

const SISTERS = ["lrn_a", "lrn_b"];

async function twoSisters() {
  const [phone, shelf] = [testPhone().open(), memoryShelf()];
  for (const learnerId of SISTERS) {
    const whose = { learnerId, courseId: "crs" };
    for (const block of [1, 2])
      await append(phone, {
        ...whose,
        type: "practice.answered",
        payload: { lessonId: "l", block },
      });
    await keepPlace(phone, whose, { lessonId: "l", block: 2, names: {} });
    writeKept(shelf, `twiza.copy.own.${learnerId}.enrolments`, []);
    writeKept(shelf, `twiza.sitting.${learnerId}.crs`, {
      startIntent: "i",
      attempt: {},
      given: {},
    });
    const wish = { shows: "closed", intentId: "i", wishedAt: "2026-03-01T08:00:00.000Z" } as const;
    keepWish(shelf, learnerId, { certificateId: "crt_1", ...wish });
    writeKept(shelf, `twiza.sitting.${learnerId}.old`, { attempt: {}, result: {}, given: {} });
  }
  writeKept(shelf, "twiza.copy.all.catalogue", []);
  return { phone, shelf };
}

it("what would be lost is counted: things not sent, wishes not heard, and tests without a result", async () => {
  expect(await unsentOf(await twoSisters(), "lrn_a")).toEqual({ events: 3, tests: 1, work: 0 });
  const empty = { phone: testPhone().open(), shelf: memoryShelf() };
  expect(await unsentOf(empty, "lrn_a")).toEqual({ events: 0, tests: 0, work: 0 });
});

it("erasing one learner leaves nothing of her and everything of the others", async () => {
  const places = await twoSisters();
  const before = places.shelf.keys("twiza.").filter((key) => !key.includes("lrn_a"));
  await eraseLearner(places, "lrn_a");
  expect(places.shelf.keys("twiza.")).toEqual(before);
  expect(await courseStates(places.phone, "lrn_a")).toEqual([]);
  expect(await unsentOf(places, "lrn_a")).toEqual({ events: 0, tests: 0, work: 0 });
  expect(await unsentOf(places, "lrn_b")).toEqual({ events: 3, tests: 1, work: 0 });
  expect(await courseStates(places.phone, "lrn_b")).toHaveLength(1);
});

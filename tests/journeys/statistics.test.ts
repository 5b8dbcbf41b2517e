import { staff } from "@twiza/content";
import { type Attempt, LEAST_ANSWERS } from "@twiza/contract";
import { countSitting, found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightAnswers } from "../house/answers.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { largeCohort, newcomer } from "../house/offline.ts";

let house: House;
let at: Landmarks;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  trainer = await house.as(staff.trainer.contact);
  // Each sitting has every question, so that twenty sittings are twenty answers to each.
  const params = { courseId: at.course.courseId };
  const wish = () => ({ intentId: newIntent() });
  const commands = [{ do: "draw" as const }];
  await trainer.do("arrangeItems", { params, body: { ...wish(), commands } });
  await trainer.do("publishCourse", { params, body: { ...wish(), note: "Toutes les questions" } });
});
afterAll(() => house.close());

const read = () => trainer.do("readStatistics", { params: { courseId: at.course.courseId } });

/** A learner sits the test: all right, but for the first so many. */
async function sit(learner: Visitor, wrong: number): Promise<string> {
  const { courseId } = at.course;
  const { id, items } = await learner.do("startAttempt", {
    params: { courseId },
    body: { intentId: newIntent() },
  });
  const right = await rightAnswers(house, courseId);
  const asked = items.slice(wrong).map((item) => item.id);
  const answers = right.filter(({ itemId }) => asked.includes(itemId));
  await learner.do("submitAttempt", {
    params: { courseId, attemptId: id },
    body: { intentId: newIntent(), answers },
  });
  await house.server.worker.settled();
  return id;
}

describe("how the questions of a test do", () => {
  it("counts the first sitting of each learner once, however often its change is seen", async () => {
    const before = await read();
    const { id: cohortId } = await largeCohort(house, at);
    const { contact } = await newcomer(house, cohortId);
    const learner = await house.as(contact);
    const attemptId = await sit(learner, 3);
    const once = await read();
    expect(once.sittings).toBe(before.sittings + 1);
    expect(once.items.every(({ answers }, place) => answers >= (before.items[place]?.answers ?? 0))).toBe(true); // prettier-ignore

    const { deps } = house.server;
    const { id: learnerId } = found((await learner.do("readMe", {})).learners[0]);
    const kept = found(await deps.store.enrolments.attempt(learnerId, at.course.courseId, attemptId as Attempt["id"])); // prettier-ignore
    expect(await countSitting(deps, kept.value)).toBe(false);
    // A second try has seen the questions.
    await sit(learner, 0);
    expect(await read()).toEqual(once);
  });

  it("tells figures from twenty answers on, none of which says who answered", async () => {
    const { id: cohortId } = await largeCohort(house, at);
    for (let n = 0; n < LEAST_ANSWERS; n += 1) {
      const { contact } = await newcomer(house, cohortId);
      await sit(await house.as(contact), n % 4);
    }
    const { items, sittings } = await read();
    expect(sittings).toBeGreaterThanOrEqual(LEAST_ANSWERS);
    const told = items.filter(({ facility }) => facility !== undefined);
    expect(told.length).toBeGreaterThan(0);
    for (const { facility, answers } of told) {
      expect(answers).toBeGreaterThanOrEqual(LEAST_ANSWERS);
      expect(facility).toBeGreaterThan(0);
    }
    expect(JSON.stringify(await read())).not.toMatch(/lrn_|acc_|att_/);
  });

  it("is for who writes the course, and for nobody else", async () => {
    const params = { courseId: at.course.courseId };
    const second = await house.as(staff.secondTrainer.contact);
    expect(await second.refused("readStatistics", { params })).toBe("not_found");
    const stranger = await house.as(staff.mentor.contact);
    expect(await stranger.refused("readStatistics", { params })).toBe("role.missing");
  });
});

import { staff } from "@twiza/content";
import type { CourseId, ItemForm } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { courseOftenSat } from "../house/sittings.ts";

let house: House;
let courseId: CourseId;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  courseId = await courseOftenSat(house);
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
/** The questions of that course, by their place. */
const itemAt = (place: number) => `itm_${String(place).padStart(32, "0")}`;
const correctable = async (place: number): Promise<{ form: ItemForm; last: number }> => {
  const params = { courseId, itemId: itemAt(place) };
  const { forms, last } = await trainer.do("readCorrectable", { params });
  return { form: found(forms[0]), last };
};
/** The same question with another option right. */
const withRight = ({ item: { voices: _, ...item } }: ItemForm, right: string) => ({
  kind: "mended" as const,
  item: { ...item, options: item.options.map((each) => ({ ...each, right: each.id === right })) },
});
const fadma = (n: number) => house.as(`fadma-${n}@example.org`);
const resultOf = async (learner: Visitor) => {
  const { attempts } = await learner.do("listAttempts", { params: { courseId } });
  return found(attempts[0]);
};

describe("a published question is corrected", () => {
  it("in words that say first whom it would change, and nothing is written for that", async () => {
    const { form, last } = await correctable(3);
    const params = { courseId, itemId: itemAt(3) };
    const body = { ...wish(), print: form.print, change: withRight(form, "o2") };
    const before = await resultOf(await fadma(1));
    const alone = await trainer.do("tryCorrection", { params, body });
    expect(alone.figures.learners).toBe(0);
    const inGroup = await trainer.do("tryCorrection", { params, body: { ...body, after: alone.next } }); // prettier-ignore
    expect(inGroup.next).toBeUndefined();
    expect(inGroup.figures.learners).toBe(20);
    expect(inGroup.figures.rise + inGroup.figures.fall).toBeGreaterThan(0);
    expect(await resultOf(await fadma(1))).toEqual(before);
    expect((await correctable(3)).last).toBe(last);
  });

  it("and everybody who was asked it has the result that her answers are worth, and is told what it was", async () => {
    const { form, last } = await correctable(3);
    const params = { courseId, itemId: itemAt(3) };
    const before = await Promise.all([1, 2, 3, 4].map(async (n) => resultOf(await fadma(n))));
    const change = withRight(form, "o2");
    const body = { ...wish(), print: form.print, change, last, reason: "La clé était fausse" };
    const started = await trainer.do("correctItem", { params, body });
    expect(started.state).toBe("running");
    await house.server.worker.settled();
    const { regrades } = await trainer.do("listRegrades", { params });
    const done = found(regrades[0]);
    expect([done.state, done.figures.learners, done.number]).toEqual(["done", 20, 1]);
    const after = await Promise.all([1, 2, 3, 4].map(async (n) => resultOf(await fadma(n))));
    for (const [n, now] of after.entries()) {
      const was = found(before[n]);
      if (now.percent !== was.percent) expect(now.corrected?.from).toBe(was.percent);
    }
    expect(after.some(({ corrected }) => corrected)).toBe(true);
    const { learners } = await trainer.do("listRegraded", { params: { ...params, number: "1" }, query: {} }); // prettier-ignore
    expect(learners).toHaveLength(done.figures.rise + done.figures.fall);
    // The same wish again is the same correction.
    expect(await trainer.do("correctItem", { params, body })).toEqual(started);
    expect((await correctable(3)).last).toBe(1);
  });

  it("counts for everybody when the question itself is wrong: nobody falls, and each is told why", async () => {
    const { form, last } = await correctable(2);
    const params = { courseId, itemId: itemAt(2) };
    const before = await Promise.all([1, 2, 3, 4].map(async (n) => resultOf(await fadma(n))));
    const change = { kind: "void" as const };
    const body = {
      ...wish(),
      print: form.print,
      change,
      last,
      reason: "Deux réponses sont justes",
    };
    await trainer.do("correctItem", { params, body });
    await house.server.worker.settled();
    const after = await Promise.all([1, 2, 3, 4].map(async (n) => resultOf(await fadma(n))));
    for (const [n, { percent = 0 }] of after.entries())
      expect(percent).toBeGreaterThanOrEqual(found(before[n]).percent ?? 0);
    expect(await trainer.refused("correctItem", { params, body: { ...body, ...wish(), last: 2 } })).toBe("correction.unchanged"); // prettier-ignore
    // Whoever sits the test from now on is marked by it at once, though what she holds is the version as it was.
    const learner = await fadma(5);
    const { id, items } = await learner.do("startAttempt", { params, body: wish() });
    const result = await learner.do("submitAttempt", {
      params: { courseId, attemptId: id },
      body: { ...wish(), answers: [] },
    });
    if (!("items" in result)) throw new Error("it waits");
    const line = found(result.items.find(({ itemId }) => itemId === params.itemId));
    expect(line).toMatchObject({ right: true, corrected: "void" });
    expect(result.percent).toBe(Math.floor(100 / items.length));
  });

  it("by one of two at the same moment: the other sees first what was corrected", async () => {
    const { form, last } = await correctable(1);
    const params = { courseId, itemId: itemAt(1) };
    const wishes = ["o2", "o3"].map((right) => ({
      params,
      body: { ...wish(), print: form.print, change: withRight(form, right), last, reason: "Autre" },
    }));
    const admin = await house.as(staff.administrator.contact);
    const outcomes = await Promise.allSettled([
      trainer.do("correctItem", found(wishes[0])),
      admin.do("correctItem", found(wishes[1])),
    ]);
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const refusal = outcomes.find((each) => each.status === "rejected");
    expect(String(refusal?.reason)).toMatch(/stale_write|correction\.running/);
    await house.server.worker.settled();
    expect((await correctable(1)).last).toBe(last + 1);
    const late = { ...found(wishes[1]).body, ...wish(), change: withRight(form, "o1") };
    expect(await trainer.refused("correctItem", { params, body: late })).toBe("stale_write");
  });

  it("and is stopped: what is done stays done, what was left is marked once it goes on", async () => {
    const { form, last } = await correctable(1);
    const params = { courseId, itemId: itemAt(1) };
    await house.server.worker.stop();
    const body = { ...wish(), print: form.print, change: { kind: "void" as const }, last, reason: "Non" }; // prettier-ignore
    const { number } = await trainer.do("correctItem", { params, body });
    const ofIt = { courseId, number: String(number) };
    const other = await correctable(3);
    const second = { ...wish(), print: other.form.print, change: withRight(other.form, "o3"), last: number, reason: "Encore" }; // prettier-ignore
    const of3 = { courseId, itemId: itemAt(3) };
    expect(await trainer.refused("correctItem", { params: of3, body: second })).toBe("correction.running"); // prettier-ignore
    const steer = (wanted: "stop" | "go_on", which = ofIt) =>
      trainer.do("steerRegrade", { params: which, body: { ...wish(), do: wanted } });
    expect((await steer("stop")).state).toBe("stopped");
    expect((await steer("stop")).state).toBe("stopped");
    expect((await trainer.do("listRegraded", { params: ofIt, query: {} })).learners).toEqual([]);
    expect((await steer("go_on")).state).toBe("running");
    await house.server.worker.settled();
    const { regrades } = await trainer.do("listRegrades", { params: { courseId } });
    expect(regrades.map(({ state }) => state)).toEqual(regrades.map(() => "done"));
    expect(regrades[0]?.figures.learners).toBe(20);
    // An earlier one is over: going on with it changes nothing.
    expect((await steer("go_on", { courseId, number: "1" })).state).toBe("done");
  });

  it("only in its key, in a form that was asked, by who may publish the course", async () => {
    const { form, last } = await correctable(3);
    const params = { courseId, itemId: itemAt(3) };
    const change = withRight(form, "o1");
    const other = { ...change, item: { ...change.item, prompt: { fr: "Le vent ?" } } };
    const body = { ...wish(), print: form.print, change: other, last, reason: "Autre question" };
    expect(await trainer.refused("correctItem", { params, body })).toBe("correction.other_question"); // prettier-ignore
    const nowhere = { ...wish(), print: "0".repeat(16), change };
    expect(await trainer.refused("tryCorrection", { params, body: nowhere })).toBe("not_found");
    const second = await house.as(staff.secondTrainer.contact);
    expect(await second.refused("readCorrectable", { params })).toBe("not_found");
    expect(await second.refused("listRegrades", { params })).toBe("not_found");
    const manager = await house.as(staff.manager.contact);
    expect((await manager.do("readCorrectable", { params })).forms).toHaveLength(1);
  });

  it("stands in the audit trail with who did it and why", async () => {
    const admin = await house.as(staff.administrator.contact);
    const { entries } = await admin.do("listAudit", { query: { action: "item.corrected" } });
    expect(entries.at(-1)).toMatchObject({ actorName: staff.trainer.name, subjectId: courseId });
    expect(entries.at(-1)?.note).toBe("mended: La clé était fausse");
  });
});

describe("how a mark came about", () => {
  const sittingsOf = async (who: Visitor, name: string) => {
    const { cohorts } = await trainer.do("listCohorts", { query: {} });
    const cohortId = found(cohorts.find((cohort) => cohort.courseId === courseId)).id;
    const { learners } = await trainer.do("readProgress", { params: { cohortId }, query: {} });
    const { learnerId } = found(learners.find((line) => line.name === name));
    const params = { courseId, learnerId };
    return { params, ...(await who.do("listSittings", { params })) };
  };

  it("is told to the trainer question by question: the answer, the rule, the parts, the correction; and the parts make the mark", async () => {
    const { params, sittings } = await sittingsOf(trainer, "Fadma 1");
    const sitting = found(sittings[0]);
    const told = await trainer.do("readSitting", { params: { ...params, attemptId: sitting.id } });
    const shares = told.items.map(({ given: { got, of } }) => got / of);
    const sum = shares.reduce((all, share) => all + share, 0);
    expect(Math.floor((100 * sum) / shares.length + 1e-9)).toBe(told.reckoned);
    expect(told.reckoned).toBe(sitting.percent);
    expect(sitting).toMatchObject({ rules: 2, corrections: expect.any(Number) as number });
    expect(sitting.corrected?.from).not.toBe(sitting.percent);
    const corrected = told.items.filter(({ correction }) => correction);
    expect(corrected.length).toBe(3);
    expect(told.corrections.map(({ number }) => number)).toEqual(
      [...new Set(corrected.map(({ correction }) => correction))].sort(),
    );
    // She writes the course, and so sees what is right.
    expect(told.items.every(({ key }) => (key?.texts.length ?? 0) > 0)).toBe(true);
  });

  it("is told in full to who reads the audit trail, and to nobody of another group or organisation", async () => {
    const admin = await house.as(staff.administrator.contact);
    const { params, sittings } = await sittingsOf(admin, "Fadma 2");
    const attemptId = found(sittings[0]).id;
    const told = await admin.do("readSitting", { params: { ...params, attemptId } });
    expect(told.items.every(({ key }) => key)).toBe(true);
    const second = await house.as(staff.secondTrainer.contact);
    expect(await second.refused("listSittings", { params })).toBe("not_found");
    expect(await second.refused("readSitting", { params: { ...params, attemptId } })).toBe("not_found"); // prettier-ignore
    const learner = await fadma(2);
    expect(await learner.refused("listSittings", { params })).toBe("role.missing");
  });
});

describe("the figures of a question that was corrected", () => {
  it("begin anew by the new key; one that counts for everybody has none, and its test is relied on no more", async () => {
    const told = await trainer.do("readStatistics", { params: { courseId } });
    expect(told.sittings).toBeGreaterThanOrEqual(20);
    expect(told.reliability).toBeUndefined();
    const answersTo = (place: number) =>
      told.items.find((item) => item.itemId === itemAt(place))?.answers;
    expect([answersTo(1), answersTo(2), answersTo(3)]).toEqual([0, 0, 0]);
    const whole = told.items.find(({ itemId }) => ![1, 2, 3].map(itemAt).includes(itemId));
    expect(whole?.answers).toBe(20);
  });
});

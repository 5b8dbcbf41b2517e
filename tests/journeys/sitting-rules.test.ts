import { staff } from "@twiza/content";
import type { CohortId, CourseId, SittingRules } from "@twiza/contract";
import { movableClock } from "@twiza/platform/testing";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightAnswers } from "../house/answers.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { ADMIN, findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { handInOf, largeCohort, newcomer, takeTicket } from "../house/offline.ts";

const MINUTE = 60_000;
const clock = movableClock(new Date());
let house: House;
let at: Landmarks;
let trainer: Visitor;
let courseId: CourseId;
beforeAll(async () => {
  house = await openHouse({ clock });
  at = await findLandmarks(house);
  ({ courseId } = at.course);
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const later = (minutes: number) => new Date(clock.now().getTime() + minutes * MINUTE).toISOString();

let versions = 0;
/** The same course in its next version, sat by these rules; and a cohort of it with somebody new. */
async function under(rules: SittingRules) {
  const params = { courseId };
  versions += 1;
  const commands = [
    { do: "rules" as const, rules },
    { do: "draw" as const, count: 5 },
    { do: "rename" as const, title: { fr: `Test ${versions}` } },
  ];
  await trainer.do("arrangeItems", { params, body: { ...wish(), commands } });
  await trainer.do("publishCourse", { params, body: { ...wish(), note: "Règles" } });
  const { id } = await largeCohort(house, at);
  const { contact } = await newcomer(house, id);
  return { cohortId: id, learner: await house.as(contact) };
}
const begin = (learner: Visitor) =>
  learner.do("startAttempt", { params: { courseId }, body: wish() });
const refusedToBegin = (learner: Visitor) =>
  learner.refused("startAttempt", { params: { courseId }, body: wish() });

/** Hands in the right answers to some of the items that the sitting has. */
async function handIn(
  learner: Visitor,
  { id, items }: Awaited<ReturnType<typeof begin>>,
  some = items.length,
) {
  const asked = new Set(items.slice(0, some).map((item) => item.id));
  const right = await rightAnswers(house, courseId);
  return learner.do("submitAttempt", {
    params: { courseId, attemptId: id },
    body: { ...wish(), answers: right.filter(({ itemId }) => asked.has(itemId)) },
  });
}
const learnerIdOf = async (learner: Visitor) => found((await learner.do("readMe", {})).learners[0]).id; // prettier-ignore

describe("the time of a test", () => {
  it("is told when it is begun; who hands in a moment late is still counted, who is later waits for a person", async () => {
    const { learner } = await under({ minutes: 20 });
    const first = await begin(learner);
    expect(first).toMatchObject({ minutes: 20 });
    clock.advance(21 * MINUTE);
    expect(await handIn(learner, first)).toMatchObject({ state: "graded", percent: 100 });

    const second = await begin(learner);
    clock.advance(30 * MINUTE);
    expect(await handIn(learner, second)).toMatchObject({
      state: "waiting",
      reasons: ["attempt.late"],
    });
    const { flags } = await trainer.do("listFlags", { query: {} });
    expect(flags.some(({ reasons }) => reasons.includes("attempt.late"))).toBe(true);
  });

  it("is longer for who was given more, with a reason that the trail keeps", async () => {
    const { learner, cohortId } = await under({ minutes: 20 });
    const learnerId = await learnerIdOf(learner);
    const allowance = { extraPercent: 50, tries: 1, reason: "Lit avec une loupe" };
    const params = { cohortId, learnerId };
    const line = await trainer.do("allowLearner", { params, body: { ...wish(), allowance } });
    expect(line.allowance).toMatchObject(allowance);
    const sitting = await begin(learner);
    expect(sitting).toMatchObject({ minutes: 30, triesLeft: 3 });
    clock.advance(29 * MINUTE);
    expect(await handIn(learner, sitting)).toMatchObject({ state: "graded", triesLeft: 3 });
    const admin = await house.as(ADMIN);
    const { entries } = await admin.do("listAudit", { query: {} });
    expect(entries.find(({ action }) => action === "learner.allowed")?.note).toBe("+1 · +50 % · Lit avec une loupe"); // prettier-ignore
  });

  it("without network is what the phone says of it", async () => {
    const { learner } = await under({ minutes: 20 });
    const taken = await takeTicket(learner, courseId);
    expect(taken).toMatchObject({ minutes: 20 });
    const openedAt = later(0);
    const slow = handInOf(taken, courseId, [], { openedAt, closedAt: later(45) });
    expect(await learner.do("submitAttempt", slow)).toMatchObject({ reasons: ["attempt.late"] });
  });
});

describe("a test that opens and closes", () => {
  const timed = (cohortId: CohortId, test: object) =>
    trainer.do("changeTestTimes", { params: { cohortId }, body: { ...wish(), test } });

  it("is begun between the two moments, by ticket too, and a ticket holds no longer", async () => {
    const { learner, cohortId } = await under({});
    await timed(cohortId, { opensAt: later(60), closesAt: later(120) });
    expect(await refusedToBegin(learner)).toBe("attempt.not_open");
    expect(await learner.refused("fetchTicket", { params: { courseId }, body: wish() })).toBe("attempt.not_open"); // prettier-ignore
    clock.advance(61 * MINUTE);
    const { test } = await learner.do("listAttempts", { params: { courseId } });
    const taken = await takeTicket(learner, courseId);
    expect(taken.expiresAt.slice(0, 19)).toBe(test?.closesAt?.slice(0, 19));
    clock.advance(60 * MINUTE);
    expect(await refusedToBegin(learner)).toBe("attempt.over");
  });

  it("is sat to its end by whoever began, and what comes behind it waits for a person", async () => {
    const { learner, cohortId } = await under({});
    await timed(cohortId, { closesAt: later(30) });
    const sitting = await begin(learner);
    clock.advance(40 * MINUTE);
    expect(await handIn(learner, sitting)).toMatchObject({ reasons: ["attempt.late"] });
  });

  it("is longer also for who sits it already, when its end is put off meanwhile", async () => {
    const { learner, cohortId } = await under({});
    await timed(cohortId, { closesAt: later(30) });
    const sitting = await begin(learner);
    await timed(cohortId, { closesAt: later(60) });
    clock.advance(40 * MINUTE);
    expect(await handIn(learner, sitting)).toMatchObject({ state: "graded" });
  });

  it("stays open for one who was given a later end", async () => {
    const { learner, cohortId } = await under({});
    await timed(cohortId, { closesAt: later(10) });
    const params = { cohortId, learnerId: await learnerIdOf(learner) };
    const allowance = { closesAt: later(60), reason: "Malade" };
    await trainer.do("allowLearner", { params, body: { ...wish(), allowance } });
    clock.advance(20 * MINUTE);
    expect(await handIn(learner, await begin(learner))).toMatchObject({ state: "graded" });
  });

  it("is timed, and learners are allowed more, by who teaches the cohort and nobody else", async () => {
    const { cohortId, learner } = await under({});
    const learnerId = await learnerIdOf(learner);
    const second = await house.as(staff.secondTrainer.contact);
    const test = { params: { cohortId }, body: { ...wish(), test: {} } };
    expect(await second.refused("changeTestTimes", test)).toBe("not_found");
    const allowance = { tries: 1, reason: "Pourquoi pas" };
    const asked = { params: { cohortId, learnerId }, body: { ...wish(), allowance } };
    expect(await second.refused("allowLearner", asked)).toBe("not_found");
    const other = await largeCohort(house, at);
    const astray = { ...asked, params: { cohortId: other.id, learnerId }, body: { ...wish(), allowance } }; // prettier-ignore
    expect(await trainer.refused("allowLearner", astray)).toBe("not_found");
    const backwards = { opensAt: later(20), closesAt: later(10) };
    expect(await trainer.refused("changeTestTimes", { params: { cohortId }, body: { ...wish(), test: backwards } })).toBe("request.invalid"); // prettier-ignore
  });
});

describe("the result", () => {
  it("that counts is the average where the test says so: of 40 and 100, with 70 to pass, nobody knows better", async () => {
    const { learner } = await under({ counts: "average" });
    await handIn(learner, await begin(learner), 2);
    const after = await handIn(learner, await begin(learner), 5);
    expect(after).toMatchObject({ percent: 100, passed: true, bestPercent: 100 });
    const { completion } = await learner.do("readEnrolment", { params: { courseId } });
    expect(completion.state === "under_way" && completion.blockers.find(({ code }) => code !== "lesson.unfinished")).toBeUndefined(); // prettier-ignore
    await handIn(learner, await begin(learner), 0);
    const now = await learner.do("readEnrolment", { params: { courseId } });
    expect(now.completion).toMatchObject({
      blockers: expect.arrayContaining([
        expect.objectContaining({ code: "quiz.not_passed", bestPercent: 46, counts: "average" }),
      ]) as unknown,
    });
  });

  it("is told as a figure alone, or question by question once it is passed or no try is left", async () => {
    const figure = await under({ tells: "score" });
    expect(await handIn(figure.learner, await begin(figure.learner))).toMatchObject({ tells: "score", percent: 100, items: [] }); // prettier-ignore
    const { learner } = await under({ tells: "answers_at_end" });
    expect(await handIn(learner, await begin(learner), 0)).toMatchObject({ items: [] });
    const passed = await handIn(learner, await begin(learner));
    expect(passed.state === "graded" && passed.items.length).toBe(5);
  });
});

it("questions stand as they were written where the test says so, and each sitting draws its own", async () => {
  const { learner } = await under({ order: "written" });
  const { items } = await trainer.do("readItems", { params: { courseId } });
  const places = (await begin(learner)).items.map(({ id }) => items.findIndex((item) => item.id === id)); // prettier-ignore
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect(places).toHaveLength(5);
});

import { type CohortId, type CourseId, FLAGGED_EVENTS, LessonId } from "@twiza/contract";
import { learners, staff } from "@twiza/content";
import { found } from "@twiza/core";
import { movableClock } from "@twiza/platform/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import {
  finishLessons,
  handInOf,
  largeCohort,
  newcomer,
  someRight,
  takeTicket,
} from "../house/offline.ts";
import { ADMIN, findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { countWritten } from "../house/written.ts";

const DAY = 86_400_000;
let house: House;
let at: Landmarks;
let courseId: CourseId;
let cohortId: CohortId;
const clock = movableClock(new Date());
beforeAll(async () => {
  house = await openHouse({ clock });
  at = await findLandmarks(house);
  ({ courseId } = at.course);
  cohortId = (await largeCohort(house, at)).id;
});
afterAll(() => house.close());

const trainer = () => house.as(staff.trainer.contact);
const waitingFor = async (visitor: Visitor) =>
  (await visitor.do("listFlags", { query: { cohortId } })).flags;
const decision = (flagId: string, verdict: "accepted" | "set_aside", note = "Seen.") => ({
  params: { flagId },
  body: { intentId: newIntent(), verdict, note },
});

/** Somebody new whose second phone handed in other answers; all lessons done, so that the test alone is missing. */
async function doubled() {
  const person = await newcomer(house, cohortId);
  const phone = await house.as(person.contact);
  await finishLessons(house, phone, courseId);
  const taken = await takeTicket(phone, courseId);
  await phone.do(
    "submitAttempt",
    handInOf(taken, courseId, await someRight(house, { courseId, items: taken.items }, 0.5)),
  );
  const sent = handInOf(
    taken,
    courseId,
    await someRight(house, { courseId, items: taken.items }, 1),
  );
  const held = await phone.do("submitAttempt", sent);
  if (held.state === "graded") throw new Error("it was not held");
  return { person, phone, sent, flagId: held.flagId };
}

describe("what waits for a person", () => {
  it("is shown to the trainer of the group: who, what, why, by which clock, and both hand-ins side by side", async () => {
    const { person, flagId } = await doubled();
    const visitor = await trainer();
    const line = (await waitingFor(visitor)).find(({ id }) => id === flagId);
    expect(line).toMatchObject({
      learnerName: person.name,
      cohortId,
      cohortName: "Zagora",
      kind: "hand_in",
      reasons: ["ticket.used"],
      passMarkPercent: 70,
      standing: { percent: 50, claims: { deviceId: "phone-of-hers" } },
      handIn: { percent: 100, claims: { openedAt: "2026-03-01T08:00:00.000Z" } },
    });
    const { flag, items } = await visitor.do("readFlag", { params: { flagId } });
    expect(flag).toEqual(line);
    expect(items.filter(({ given }) => given.right)).toHaveLength(items.length);
    expect(items.filter(({ standing }) => standing?.right)).toHaveLength(items.length / 2);
    for (const { given } of items)
      expect(given.texts.length + (given.written ?? []).length > 0 || given.number).toBeTruthy();
  });

  it("is shown to the administrator, to no trainer of other groups, and to nobody elsewhere", async () => {
    const { phone, flagId } = await doubled();
    expect((await waitingFor(await house.as(ADMIN))).map(({ id }) => id)).toContain(flagId);
    const other = await house.as(staff.secondTrainer.contact);
    expect(await waitingFor(other)).toEqual([]);
    const before = await countWritten(house);
    expect(await other.refused("readFlag", { params: { flagId } })).toBe("not_found");
    expect(await other.refused("decideFlag", decision(flagId, "accepted"))).toBe("not_found");
    const manager = await house.as(staff.manager.contact);
    expect(await manager.refused("listFlags", { query: {} })).toBe("role.missing");
    expect(await phone.refused("readFlag", { params: { flagId } })).toBe("role.missing");
    expect(await countWritten(house)).toEqual(before);
  });

  it("of a learner without a group finds the administrator", async () => {
    const phone = await house.as(learners.eligible.contact);
    await phone.do("enrol", { body: { intentId: newIntent(), courseId } });
    const taken = await takeTicket(phone, courseId);
    clock.advance(38 * DAY);
    const late = await house.as(learners.eligible.contact);
    const held = await late.do("submitAttempt", handInOf(taken, courseId, []));
    expect(held).toMatchObject({ state: "waiting", reasons: ["ticket.expired"] });
    const { flags } = await (await house.as(ADMIN)).do("listFlags", { query: {} });
    const line = flags.find(({ learnerName }) => learnerName === learners.eligible.name);
    expect(line).not.toHaveProperty("cohortId");
    const hers = (await (await trainer()).do("listFlags", { query: {} })).flags;
    expect(hers.map(({ id }) => id)).not.toContain(line?.id);
  });
});

describe("a person decides", () => {
  it("that it counts: the best result, the course and the certificate follow, and the trail says who and why", async () => {
    const { person, phone, sent, flagId } = await doubled();
    const visitor = await trainer();
    const wish = decision(flagId, "accepted", "Her sister's phone held it.");
    const decided = await visitor.do("decideFlag", wish);
    expect(decided.decision).toMatchObject({ verdict: "accepted", note: wish.body.note });
    expect(await visitor.do("decideFlag", wish)).toEqual(decided);
    expect((await waitingFor(visitor)).map(({ id }) => id)).not.toContain(flagId);
    expect(await phone.do("readEnrolment", { params: { courseId } })).toMatchObject({
      quiz: { tries: 1, bestPercent: 100 },
      completion: { state: "earned" },
    });
    await house.server.worker.settled();
    expect((await phone.do("listWallet", {})).certificates).toMatchObject([
      { learnerName: person.name, quizPercent: 100 },
    ]);
    const { attempts } = await phone.do("listAttempts", { params: { courseId } });
    // The first hand-in still stands beside it.
    expect(attempts).toMatchObject([{ percent: 50, held: [{ flagId, state: "accepted" }] }]);
    const again = { ...sent, body: { ...sent.body, intentId: newIntent() } };
    expect(await phone.do("submitAttempt", again)).toMatchObject({ state: "graded", percent: 100 });
    const { entries } = await (await house.as(ADMIN)).do("listAudit", { query: {} });
    expect(entries.find(({ subjectId }) => subjectId === flagId)).toMatchObject({
      action: "flag.decided",
      actorName: staff.trainer.name,
      subjectName: person.name,
      note: "accepted: Her sister's phone held it.",
    });
  });

  it("that it does not: nothing changes but that the learner is told", async () => {
    const { phone, sent, flagId } = await doubled();
    await (await trainer()).do("decideFlag", decision(flagId, "set_aside"));
    const { attempts } = await phone.do("listAttempts", { params: { courseId } });
    expect(attempts).toMatchObject([{ percent: 50, held: [{ flagId, state: "set_aside" }] }]);
    const again = { ...sent, body: { ...sent.body, intentId: newIntent() } };
    expect(await phone.do("submitAttempt", again)).toMatchObject({ state: "set_aside", flagId });
    expect(await phone.do("readEnrolment", { params: { courseId } })).toMatchObject({
      quiz: { tries: 1, bestPercent: 50 },
    });
  });

  it("once: the same verdict again changes nothing, the other one is refused", async () => {
    const { flagId } = await doubled();
    const visitor = await trainer();
    const first = await visitor.do("decideFlag", decision(flagId, "set_aside", "Twice."));
    const { learners: changes } = await countWritten(house);
    const second = await visitor.do("decideFlag", decision(flagId, "set_aside", "And again."));
    expect(second).toEqual(first);
    expect(await visitor.refused("decideFlag", decision(flagId, "accepted"))).toBe("flag.decided");
    expect((await countWritten(house))["learners"]).toBe(changes);
  });

  it("ten at the same moment: one verdict holds, whichever it is", async () => {
    const { phone, flagId } = await doubled();
    const people = [await trainer(), await house.as(ADMIN)];
    const outcomes = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) =>
        found(people[index % 2]).do(
          "decideFlag",
          decision(flagId, index % 3 === 0 ? "accepted" : "set_aside"),
        ),
      ),
    );
    const verdicts = outcomes.flatMap((each) =>
      each.status === "fulfilled" ? [each.value.decision?.verdict] : [],
    );
    expect(new Set(verdicts).size).toBe(1);
    const { attempts } = await phone.do("listAttempts", { params: { courseId } });
    expect(attempts[0]?.held).toEqual([{ flagId, state: verdicts[0] }]);
    const { quiz } = await phone.do("readEnrolment", { params: { courseId } });
    expect(quiz.bestPercent).toBe(verdicts[0] === "accepted" ? 100 : 50);
  });

  it("that a late one counts: its try is counted then, and it stands", async () => {
    const person = await newcomer(house, cohortId);
    const taken = await takeTicket(await house.as(person.contact), courseId);
    clock.advance(38 * DAY);
    const phone = await house.as(person.contact);
    const right = await someRight(house, { courseId, items: taken.items }, 1);
    const held = await phone.do("submitAttempt", handInOf(taken, courseId, right));
    const [line] = (await waitingFor(await trainer())).filter(
      ({ learnerName }) => learnerName === person.name,
    );
    expect(held).toMatchObject({ flagId: line?.id });
    await (await trainer()).do("decideFlag", decision(line?.id ?? "", "accepted"));
    expect(await phone.do("readEnrolment", { params: { courseId } })).toMatchObject({
      quiz: { tries: 1, bestPercent: 100 },
      triesLeft: 2,
    });
    const { attempts } = await phone.do("listAttempts", { params: { courseId } });
    expect(attempts).toMatchObject([{ state: "handed_in", percent: 100, passed: true }]);
  });

  it("never about her own test, and does not see what it would give", async () => {
    const teaching = await trainer();
    await teaching.do("createLearner", { body: { intentId: newIntent(), name: "Rachid" } });
    const own = await trainer();
    await own.do("enrol", { body: { intentId: newIntent(), courseId, cohortId } });
    const taken = await takeTicket(own, courseId);
    await own.do("submitAttempt", handInOf(taken, courseId, []));
    const more = handInOf(
      taken,
      courseId,
      await someRight(house, { courseId, items: taken.items }, 1),
    );
    const held = await own.do("submitAttempt", more);
    const flagId = held.state === "graded" ? "" : held.flagId;
    expect((await waitingFor(own)).map(({ id }) => id)).not.toContain(flagId);
    expect(await own.refused("readFlag", { params: { flagId } })).toBe("not_found");
    expect(await own.refused("decideFlag", decision(flagId, "accepted"))).toBe("flag.own");
    await (await house.as(ADMIN)).do("decideFlag", decision(flagId, "accepted"));
    expect(await own.do("readEnrolment", { params: { courseId } })).toMatchObject({
      quiz: { bestPercent: 100 },
    });
  });
});

describe("events that cannot be applied", () => {
  let known: LessonId;
  beforeAll(() => {
    known = LessonId.parse(at.lessonId);
  });
  const lesson = (index: number) => LessonId.parse(`les_${String(index).padStart(32, "0")}`);
  const event = (lessonId: LessonId, more = {}) => ({
    id: newIntent(),
    type: "lesson.finished" as const,
    lessonId,
    block: 1,
    at: new Date().toISOString(),
    deviceId: "phone-of-hers",
    seq: 1,
    ...more,
  });
  const send = (visitor: Visitor, events: ReturnType<typeof event>[], of: string = courseId) =>
    visitor.do("recordEvents", {
      params: { courseId: of },
      body: { sentAt: new Date().toISOString(), events },
    });

  it("are refused one by one, by a code, and keep no other back", async () => {
    const person = await newcomer(house, cohortId);
    const phone = await house.as(person.contact);
    const events = [event(lesson(1)), event(known), event(known, { block: 100 })];
    const { receipts, enrolment } = await send(phone, events);
    expect(receipts.map(({ result, code }) => code ?? result)).toEqual([
      "lesson.unknown",
      "ok",
      "lesson.unknown",
    ]);
    expect(enrolment?.progress.lessons[known]).toMatchObject({ done: true });
  });

  it("wait for a person as one thing a course, which grows no further than some and is seen, not counted", async () => {
    const person = await newcomer(house, cohortId);
    const phone = await house.as(person.contact);
    const first = [event(lesson(1)), event(lesson(2))];
    await send(phone, first);
    await send(phone, first);
    const hers = async () =>
      (await waitingFor(await trainer())).filter(({ learnerName }) => learnerName === person.name);
    expect(await hers()).toMatchObject([
      { kind: "events", reasons: ["lesson.unknown"], eventCount: 2 },
    ]);
    for (let batch = 0; batch < 3; batch++)
      await send(
        phone,
        Array.from({ length: 25 }, (_, index) => event(lesson(index))),
      );
    const [line, ...more] = await hers();
    expect([line?.eventCount, more]).toEqual([FLAGGED_EVENTS, []]);
    const flagId = line?.id ?? "";
    const visitor = await trainer();
    expect((await visitor.do("readFlag", { params: { flagId } })).items).toEqual([]);
    const refused = await visitor.refused("decideFlag", decision(flagId, "accepted"));
    expect(refused).toBe("lesson.unknown");
    await visitor.do("decideFlag", decision(flagId, "set_aside"));
    await send(phone, [event(lesson(9))]);
    expect(await hers()).toEqual([]);
  });

  it("of a course she is not enrolled in are refused one by one, write nothing, and tell nothing of the course", async () => {
    const stranger = await house.as(learners.beginner.contact);
    const before = await countWritten(house);
    const events = [event(known), event(known)];
    const foreign = await send(stranger, events, at.changed.courseId);
    expect(foreign).toEqual({
      receipts: events.map(({ id }) => ({ id, result: "refused", code: "enrolment.missing" })),
    });
    expect(await send(stranger, events, `crs_${"f".repeat(32)}`)).toEqual(foreign);
    expect(await countWritten(house)).toEqual(before);
  });
});

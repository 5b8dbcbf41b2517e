import { learners, staff } from "@twiza/content";
import type { LearnerId, LessonId } from "@twiza/contract";
import { cookieBrowser } from "@twiza/platform/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { signUp } from "../house/sign-up.ts";

let house: House;
let at: Landmarks;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
});
afterAll(() => house.close());

/** A phone that is handed round. */
const phone = () => {
  const browser = cookieBrowser("ar");
  return {
    browser,
    signIn: (contact: string) => signUp(house, { contact, language: "ar", browser }),
  };
};
const learnersOn = async (visitor: Visitor) =>
  (await visitor.do("readMe", {})).learners.map(({ name }) => name);
const idOf = async (visitor: Visitor): Promise<LearnerId> => {
  const { learner } = await visitor.do("readMe", {});
  if (!learner) throw new Error("she has no learning profile");
  return learner.id;
};
const { beginner, underWay, certified } = learners;

describe("a phone that is handed round", () => {
  it("keeps whoever proved herself on it, and nobody's roles but of the one who did so last", async () => {
    const shared = phone();
    const first = await shared.signIn(staff.trainer.contact);
    await first.do("createLearner", { body: { intentId: newIntent(), name: "رشيد" } });
    expect((await first.do("readMe", {})).roles).toEqual(["trainer", "learner"]);

    const second = await shared.signIn(underWay.contact);
    expect(await first.refused("readMe", {})).toBe("session.required");
    const me = await second.do("readMe", {});
    expect(me).toMatchObject({ roles: ["learner"], learner: { name: underWay.name } });
    expect(me.learners.map(({ name }) => name)).toEqual([underWay.name, "رشيد"]);
    expect(me).not.toHaveProperty("staff");

    const rachid = me.learners[1]?.id;
    const acting = await second.do("chooseLearner", { body: { learnerId: rachid } });
    expect(acting).toMatchObject({ roles: ["learner"], learner: { name: "رشيد" } });
    expect(acting.memberships).toEqual([]);
    expect(acting.account).not.toHaveProperty("contact");
    expect(await second.refused("listCohorts", {})).toBe("role.missing");
  });

  it("lets staff go to their desk and back while the learners stay", async () => {
    const shared = phone();
    const learner = await shared.signIn(underWay.contact);
    const learnerId = await idOf(learner);
    const trainer = await shared.signIn(staff.trainer.contact);
    expect((await trainer.do("readMe", {})).roles).toContain("trainer");
    const acting = await trainer.do("chooseLearner", { body: { learnerId } });
    expect(acting).toMatchObject({ roles: ["learner"], staff: { name: staff.trainer.name } });
    expect(await trainer.refused("listCohorts", {})).toBe("role.missing");
    const back = await trainer.do("chooseLearner", { body: {} });
    expect(back.roles).toContain("trainer");
    await trainer.do("listCohorts", {});
  });

  it("sends each learner's work under her own name, whoever is chosen", async () => {
    const shared = phone();
    await shared.signIn(underWay.contact);
    const visitor = await shared.signIn(beginner.contact);
    const { learners: all } = await visitor.do("readMe", {});
    const other = all.find(({ name }) => name === underWay.name);
    const params = { courseId: at.course.courseId };
    const now = new Date().toISOString();
    const event = {
      id: newIntent(),
      type: "lesson.reached" as const,
      lessonId: at.lessonId as LessonId,
      block: 2,
      at: now,
      deviceId: "shared-phone",
      seq: 1,
    };
    const body = { learnerId: other?.id, sentAt: now, events: [event] };
    const { enrolment } = await visitor.do("recordEvents", { params, body });
    expect(enrolment?.learnerName).toBe(underWay.name);
    const hers = await visitor.do("readEnrolment", { params, query: { learnerId: other?.id } });
    expect(hers.progress.resume).toMatchObject({ deviceId: "shared-phone" });
    const own = await visitor.do("readEnrolment", { params });
    expect(own.progress.resume?.deviceId).not.toBe("shared-phone");
    const list = await visitor.do("listEnrolments", { query: { learnerId: other?.id } });
    expect(list.enrolments.every(({ learnerName }) => learnerName === underWay.name)).toBe(true);
  });

  it("counts one try however the phone switches between asking and asking again", async () => {
    const shared = phone();
    await shared.signIn(learners.failedOnce.contact);
    const visitor = await shared.signIn(certified.contact);
    const { learners: all } = await visitor.do("readMe", {});
    const other = all.find(({ name }) => name === learners.failedOnce.name);
    const params = { courseId: at.course.courseId };
    const intentId = newIntent();
    const begun = await visitor.do("startAttempt", {
      params,
      body: { intentId, learnerId: other?.id },
    });
    await visitor.do("chooseLearner", { body: { learnerId: other?.id } });
    const again = await visitor.do("startAttempt", { params, body: { intentId } });
    expect(again).toEqual(begun);
  });

  it("answers for a learner who is not on it as for one who does not exist", async () => {
    const stranger = await idOf(await house.as(certified.contact));
    const visitor = await phone().signIn(beginner.contact);
    const params = { courseId: at.course.courseId };
    const intentId = newIntent();
    const now = new Date().toISOString();
    for (const learnerId of [stranger, `lrn_${"f".repeat(32)}` as LearnerId]) {
      const query = { learnerId };
      const refusals = [
        await visitor.refused("readEnrolment", { params, query }),
        await visitor.refused("listEnrolments", { query }),
        await visitor.refused("listWallet", { query }),
        await visitor.refused("enrol", { body: { intentId, ...params, learnerId } }),
        await visitor.refused("startAttempt", { params, body: { intentId, learnerId } }),
        await visitor.refused("submitAttempt", {
          params: { ...params, attemptId: `att_${"f".repeat(32)}` },
          body: { intentId, learnerId, answers: [] },
        }),
        await visitor.refused("recordEvents", {
          params,
          body: {
            learnerId,
            sentAt: now,
            events: [
              {
                id: newIntent(),
                type: "lesson.reached",
                lessonId: at.lessonId,
                block: 1,
                at: now,
                deviceId: "shared-phone",
                seq: 1,
              },
            ],
          },
        }),
        await visitor.refused("chooseLearner", { body: { learnerId } }),
        await visitor.refused("removeProfile", { params: { learnerId } }),
        await visitor.refused("changeLearner", {
          params: { learnerId },
          body: { intentId, name: "Mine now", picture: "sun", colour: "nila" },
        }),
      ];
      expect(new Set(refusals)).toEqual(new Set(["not_found"]));
    }
  });

  it("forgets one without touching the others, and ends with the last", async () => {
    const shared = phone();
    const first = await idOf(await shared.signIn(underWay.contact));
    const visitor = await shared.signIn(beginner.contact);
    const second = await idOf(visitor);
    expect(await visitor.do("removeProfile", { params: { learnerId: second } })).toEqual({
      left: 1,
    });
    const me = await visitor.do("readMe", {});
    expect(me).toMatchObject({ learner: { id: first }, ownsAccount: false });
    expect(me.account).not.toHaveProperty("contact");
    const name = { intentId: newIntent(), name: "Somebody" };
    expect(await visitor.refused("createLearner", { body: name })).toBe("account.required");
    expect(await visitor.do("removeProfile", { params: { learnerId: first } })).toEqual({
      left: 0,
    });
    expect(await visitor.refused("readMe", {})).toBe("session.required");
  });

  it("is thrown off from afar: a carried learner's own account ends what is hers there, and no more", async () => {
    const shared = phone();
    await shared.signIn(underWay.contact);
    const visitor = await shared.signIn(beginner.contact);
    expect(await learnersOn(visitor)).toContain(underWay.name);
    const atHome = await house.as(underWay.contact);
    const { devices } = await atHome.do("listSessions", {});
    const hers = (await visitor.do("listSessions", {})).devices.find(({ current }) => current);
    expect(devices.map(({ id }) => id)).toContain(hers?.id);
    await atHome.do("endSession", { params: { sessionId: hers?.id ?? "" } });
    expect(await learnersOn(visitor)).toEqual([beginner.name]);
    const after = await atHome.do("listSessions", {});
    expect(after.devices.map(({ id }) => id)).not.toContain(hers?.id);
  });

  it("holds eight learners and refuses the ninth without losing one", async () => {
    const shared = phone();
    const family = await shared.signIn("family@example.org");
    for (let n = 1; n <= 8; n++)
      await family.do("createLearner", { body: { intentId: newIntent(), name: `Fille ${n}` } });
    const { learners: all } = await family.do("readMe", {});
    expect(new Set(all.map(({ picture }) => picture)).size).toBe(8);
    const ninth = { intentId: newIntent(), name: "Fille 9" };
    expect(await family.refused("createLearner", { body: ninth })).toBe("profile.too_many");
    await expect(shared.signIn(beginner.contact)).rejects.toThrow("ended with 400");
    expect(await learnersOn(family)).toHaveLength(8);
  });
});

describe("a learning profile", () => {
  it("changes name and look; courses under way follow, what was earned keeps its name", async () => {
    const visitor = await house.as(certified.contact);
    const learnerId = await idOf(visitor);
    await visitor.do("enrol", {
      body: { intentId: newIntent(), courseId: at.changed.courseId },
    });
    const body = { name: "Zineb El Amrani", picture: "fish" as const, colour: "henna" as const };
    await visitor.do("changeLearner", {
      params: { learnerId },
      body: { intentId: newIntent(), ...body },
    });
    expect((await visitor.do("readMe", {})).learner).toMatchObject(body);
    const { enrolments } = await visitor.do("listEnrolments", {});
    const named = (courseId: string) =>
      enrolments.find((each) => each.courseId === courseId)?.learnerName;
    expect(named(at.changed.courseId)).toBe("Zineb El Amrani");
    expect(named(at.course.courseId)).toBe(certified.name);
    const { certificates } = await visitor.do("listWallet", {});
    expect(certificates[0]?.learnerName).toBe(certified.name);
  });
});

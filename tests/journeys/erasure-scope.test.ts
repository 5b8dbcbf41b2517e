import { learners } from "@twiza/content";
import { CourseId, OrganisationId } from "@twiza/contract";
import { eraseAgain, found, issueEarned, listErasures } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { ADMIN, findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { someTicket } from "../house/ways-in.ts";

let house: House;
let at: Landmarks;
let admin: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  admin = await house.as(ADMIN);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const cohort = () => ({ cohortId: at.open.id });
async function newcomer(name: string) {
  const contact = `${name}@example.org`;
  const body = { ...wish(), people: [{ name, contact }] };
  const [one] = (await admin.do("enrolPeople", { params: cohort(), body })).people;
  if (!one || one.result === "refused") throw new Error("not enrolled");
  return { contact, learnerId: one.learnerId, visitor: await house.as(contact) };
}
const learnerOf = (id: string) => house.server.deps.store.people.learner(id as never);

describe("who is erased", () => {
  it("proves herself by her PIN where she has no contact, and by nothing else", async () => {
    const { secret, hashes } = someTicket();
    const body = { ...wish(), ...hashes, name: "Hlima" };
    const { learnerId } = await admin.do("createTicket", { params: cohort(), body });
    const entered = await house.anyone.fetch("/auth/ticket", {
      method: "POST",
      headers: { "x-twiza": "1", "content-type": "application/json" },
      body: JSON.stringify({ ...wish(), secret }),
    });
    const [, cookie = ""] = /twiza=([^;]+)/.exec(entered.headers.get("set-cookie") ?? "") ?? [];
    const her = house.withCookie(cookie);
    const params = { learnerId };
    const wanted = (pin?: string) => ({
      ...{ params },
      body: { ...wish(), revokes: false, ...(pin ? { pin } : {}) },
    });
    expect((await her.do("readErasable", { params })).proof).toBe("none");
    expect(await her.refused("eraseLearner", wanted())).toBe("erasure.proof");
    await her.do("setPin", { body: { ...wish(), as: "learner", pin: "7392" } });
    expect((await her.do("readErasable", { params })).proof).toBe("pin");
    expect(await her.refused("eraseLearner", wanted("8264"))).toBe("erasure.pin");
    expect(await her.do("eraseLearner", wanted("7392"))).toEqual({ erased: true, isWhole: true });
    await house.server.worker.settled();
    expect(await learnerOf(learnerId)).toBeUndefined();
  });

  it("leaves those who share her number, with their sign-in and their learning", async () => {
    const { contact } = learners.certified;
    const her = await house.as(contact);
    const { learnerId } = await her.do("createLearner", { body: { ...wish(), name: "Rabha" } });
    const { learners: both } = await her.do("readMe", {});
    const [first] = both;
    const params = { learnerId };
    expect((await her.do("readErasable", { params })).accountStays).toBe("others");
    await her.do("eraseLearner", { params, body: { ...wish(), revokes: false } });
    await house.server.worker.settled();
    const me = await her.do("readMe", {});
    expect(me.learners.map(({ id }) => id)).toEqual([first?.id]);
    expect(me.learner?.id).toBe(first?.id);
    expect((await her.do("listWallet", { query: {} })).certificates.length).toBeGreaterThan(0);
  });

  it("keeps what another organisation holds of her, and loses only what this one does", async () => {
    const { store } = house.server.deps;
    const { visitor, learnerId } = await newcomer("tlaytmas");
    const [here] = (await store.enrolments.ofLearner(learnerId, undefined)).values;
    const elsewhere = {
      ...found(here).value,
      organisationId: OrganisationId.parse(`org_${"e".repeat(32)}`),
      courseId: CourseId.parse(`crs_${"e".repeat(32)}`),
    };
    const { cohortId: _, ...alone } = elsewhere;
    await store.commit([store.enrolments.put(alone, "absent")]);
    const params = { learnerId };
    expect(await admin.do("readErasable", { params })).toMatchObject({
      isWhole: false,
      courses: 1,
    });
    const body = { ...wish(), revokes: false, name: "tlaytmas" };
    expect((await admin.do("eraseLearner", { params, body })).isWhole).toBe(false);
    await house.server.worker.settled();
    const left = await store.enrolments.ofLearner(learnerId, undefined);
    expect(left.values.map(({ value }) => value.courseId)).toEqual([alone.courseId]);
    expect((await visitor.do("readMe", {})).learner?.name).toBe("tlaytmas");
    expect(await house.anyone.do("readErased", { params })).toEqual({});
  });

  it("frees her place in a group, and gets no certificate by a change that comes late", async () => {
    const { store } = house.server.deps;
    const takenOf = async () =>
      found(await store.cohorts.byId(at.open.organisationId, at.open.id)).value.taken;
    const before = await takenOf();
    const { visitor, learnerId } = await newcomer("late");
    expect(await takenOf()).toBe(before + 1);
    const kept = found((await store.enrolments.ofLearner(learnerId, undefined)).values[0]).value;
    const earned = { ...kept, issuing: "automatic" as const, earnedAt: new Date().toISOString() };
    await visitor.do("eraseLearner", {
      params: { learnerId },
      body: { ...wish(), revokes: false },
    });
    await house.server.worker.settled();
    expect(await takenOf()).toBe(before);
    expect(await issueEarned(house.server.deps, earned)).toBeUndefined();
    expect((await store.certificates.ofLearner(learnerId, undefined)).values).toEqual([]);
  });

  it("is erased again after a backup brought her back", async () => {
    const { deps } = house.server;
    const { store } = deps;
    const { visitor, learnerId, contact } = await newcomer("again");
    const person = found(await store.people.person(found(await store.people.byContact(contact as never)))); // prettier-ignore
    const [enrolment] = (await store.enrolments.ofLearner(learnerId, undefined)).values;
    await visitor.do("eraseLearner", {
      params: { learnerId },
      body: { ...wish(), revokes: false },
    });
    await house.server.worker.settled();
    const list = (await listErasures(deps)).filter((each) => each.learnerId === learnerId);
    expect(list).toMatchObject([{ state: "done", account: true }]);
    await store.commit([
      ...store.people.create(person.account.value),
      ...store.people.createLearner(found(person.learners[0])),
      store.enrolments.put(found(enrolment).value, "absent"),
    ]);
    expect(await eraseAgain(deps, list)).toBe(1);
    await house.server.worker.settled();
    expect(await learnerOf(learnerId)).toBeUndefined();
    expect(await store.people.byContact(contact as never)).toBeUndefined();
    expect((await store.enrolments.ofLearner(learnerId, undefined)).values).toEqual([]);
  });
});

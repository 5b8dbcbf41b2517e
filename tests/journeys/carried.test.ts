import { learners } from "@twiza/content";
import { type CourseId, type LearnerId, ReceiptClaims, SealingKey } from "@twiza/contract";
import { found, newLearner } from "@twiza/core";
import { movableClock } from "@twiza/platform/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { handInOf, largeCohort, newcomer, someRight, takeTicket } from "../house/offline.ts";
import { passFor, sealFor } from "../house/parcels.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";

const DAY = 86_400_000;
const DEVICE = "phone-in-the-village";
let house: House;
let at: Landmarks;
let courseId: CourseId;
let cohortId: Landmarks["open"]["id"];
const clock = movableClock(new Date());
beforeAll(async () => {
  house = await openHouse({ clock });
  at = await findLandmarks(house);
  ({ courseId } = at.course);
  cohortId = (await largeCohort(house, at)).id;
});
afterAll(() => house.close());
/** Everybody here asks from one network, and the hour is full after 120 parcels. */
const anHourLater = () => clock.advance(3_700_000);

/** Somebody new with a phone that was prepared: she is enrolled, signed in, and has her pass. */
async function villager() {
  const person = await newcomer(house, cohortId);
  const phone = await house.as(person.contact);
  const { learner } = await phone.do("readMe", {});
  return { ...person, phone, learnerId: found(learner).id, pass: await passFor(phone, DEVICE) };
}
let seq = 0;
const event = (more: object = {}) => ({
  id: newIntent(),
  type: "lesson.reached",
  lessonId: at.lessonId,
  block: 1,
  at: clock.now().toISOString(),
  seq: ++seq,
  ...more,
});
const ofCourse = (...events: object[]) => ({ courseId, events });
const parcelOf = (pass: string, things: object[], more: object = {}) =>
  sealFor(house, { pass, sealedAt: clock.now().toISOString(), things, ...more });
/** Whoever brings it needs no session. */
const post = (parcel: string, by: Visitor = house.anyone) =>
  by.do("deliverParcel", { body: { parcel } });
const refusedWith = (parcel: string) => house.anyone.refused("deliverParcel", { body: { parcel } });

const tailOf = (id: string) => Buffer.from(id.slice(-12), "hex").toString("base64url");
/** What a receipt says, proven with the public keys alone. */
async function told(receipt: string): Promise<ReceiptClaims> {
  expect(await house.server.deps.tokens.verify("twiza-receipt+jws", receipt)).toBeDefined();
  return ReceiptClaims.parse(
    JSON.parse(Buffer.from(receipt.split(".")[1] ?? "", "base64url").toString()),
  );
}
const progressOf = async (visitor: Visitor): Promise<Readonly<Record<string, unknown>>> =>
  (await visitor.do("readEnrolment", { params: { courseId } })).progress.lessons;
const isThere = (learnerId: LearnerId, id: string) =>
  house.server.deps.store.enrolments.hasEvent(learnerId, id);

describe("what comes by another phone", () => {
  it("counts as if she had sent it herself, and the receipt names each thing by nothing but its id", async () => {
    const { phone, pass, learnerId } = await villager();
    const [one, two] = [event({ block: 3 }), event({ lessonId: `les_${"0".repeat(32)}` })];
    const stranger = await house.as(learners.certified.contact);
    const { receipt } = await post(await parcelOf(pass, [ofCourse(one, two)]), stranger);
    expect(await told(receipt)).toEqual({
      device: DEVICE,
      iat: expect.any(Number) as number,
      ok: tailOf(one.id),
      duplicate: "",
      refused: [{ code: "lesson.unknown", entries: tailOf(two.id) }],
    });
    expect((await progressOf(phone))[at.lessonId]).toEqual({ reached: 3, done: false });
    expect(await isThere(learnerId, one.id)).toBe(true);
    // Nothing of hers was ever told to whoever brought it.
    expect(receipt.length).toBeLessThan(4096);
    expect(JSON.stringify(await told(receipt))).not.toContain(learnerId);
  });

  it("may come ten times, by three phones at once, before and after she sends it herself: each event once", async () => {
    const { phone, pass, learnerId } = await villager();
    const events = Array.from({ length: 5 }, (_, block) => event({ block }));
    const parcel = await parcelOf(pass, [ofCourse(...events)]);
    const first = events[0] ?? event();
    const sentAt = clock.now().toISOString();
    await phone.do("recordEvents", {
      params: { courseId },
      body: { sentAt, events: [{ ...first, type: "lesson.reached", deviceId: DEVICE }] },
    });
    const receipts = await Promise.all(Array.from({ length: 10 }, () => post(parcel)));
    const answers = await Promise.all(receipts.map(({ receipt }) => told(receipt)));
    const oks = answers.map(({ ok }) => ok.match(/.{8}/g) ?? []).flat();
    expect(oks.sort()).toEqual(
      events
        .slice(1)
        .map(({ id }) => tailOf(id))
        .sort(),
    );
    for (const { id } of events) expect(await isThere(learnerId, id)).toBe(true);
    const body = {
      sentAt,
      events: events.map((one) => ({ ...one, type: "lesson.reached" as const, deviceId: DEVICE })),
    };
    const { receipts: direct } = await phone.do("recordEvents", { params: { courseId }, body });
    expect(direct.map(({ result }) => result)).toEqual(events.map(() => "duplicate"));
  });

  it("a test that was held without network is graded once, whichever way its answers come first", async () => {
    for (const isCarriedFirst of [true, false]) {
      const { phone, pass } = await villager();
      const taken = await takeTicket(phone, courseId);
      const direct = handInOf(
        taken,
        courseId,
        await someRight(house, { courseId, items: taken.items }, 1),
        {
          deviceId: DEVICE,
        },
      );
      const { deviceId: _, ...offline } = direct.body.offline;
      const handIn = { ...direct.body, offline };
      const parcel = await parcelOf(pass, [{ courseId, attemptId: taken.attemptId, handIn }]);
      if (!isCarriedFirst) await phone.do("submitAttempt", direct);
      const { receipt } = await post(parcel);
      expect(await told(receipt)).toMatchObject({ ok: tailOf(direct.body.intentId), refused: [] });
      // No mark travels: it is asked for by her own phone, once it has network.
      expect(Buffer.from(receipt.split(".")[1] ?? "", "base64url").toString()).not.toMatch(
        /percent|graded/,
      );
      expect(await phone.do("submitAttempt", direct)).toMatchObject({
        state: "graded",
        percent: 100,
      });
      const { attempts } = await phone.do("listAttempts", { params: { courseId } });
      expect(attempts).toMatchObject([{ state: "handed_in", percent: 100, held: [] }]);
      await post(parcel);
      expect((await phone.do("readEnrolment", { params: { courseId } })).quiz.tries).toBe(1);
    }
  });

  it("a test that was begun with network and is carried is the same hand-in as her own phone's, with what it says of its times", async () => {
    const { phone, pass } = await villager();
    const begin = { params: { courseId }, body: { intentId: newIntent() } };
    const { id: attemptId, items } = await phone.do("startAttempt", begin);
    const answers = await someRight(house, { courseId, items }, 1);
    const claims = { openedAt: "2026-03-01T08:00:00.000Z", closedAt: "2026-03-01T08:20:00.000Z" };
    const body = {
      intentId: newIntent(),
      answers,
      claims: { ...claims, deviceId: DEVICE, seq: 3 },
    };
    const handIn = { ...body, claims: { ...claims, seq: 3 } };
    const { receipt } = await post(await parcelOf(pass, [{ courseId, attemptId, handIn }]));
    expect(await told(receipt)).toMatchObject({ ok: tailOf(body.intentId), refused: [] });
    const params = { courseId, attemptId };
    expect(await phone.do("submitAttempt", { params, body })).toMatchObject({ percent: 100 });
  });

  it("a test that comes too late waits for a person, as it would from her own phone", async () => {
    const { contact, phone } = await villager();
    const taken = await takeTicket(phone, courseId);
    clock.advance(45 * DAY);
    // She came in again somewhere on the way.
    const pass = await passFor(await house.as(contact), DEVICE);
    const { body } = handInOf(
      taken,
      courseId,
      await someRight(house, { courseId, items: taken.items }, 0.5),
    );
    const { deviceId: _, ...offline } = body.offline;
    const thing = { courseId, attemptId: taken.attemptId, handIn: { ...body, offline } };
    const { receipt } = await post(await parcelOf(pass, [thing]));
    expect(await told(receipt)).toMatchObject({ ok: tailOf(body.intentId) });
    const again = await house.as(contact);
    const { attempts } = await again.do("listAttempts", { params: { courseId } });
    expect(attempts[0]?.held).toMatchObject([{ state: "waiting" }]);
  });

  it("a course that she is not in is answered for each thing, and holds no other back", async () => {
    const { pass } = await villager();
    const [one, two] = [event(), event()];
    const foreign = { courseId: at.changed.courseId, events: [one] };
    const test = {
      courseId: at.changed.courseId,
      attemptId: `att_${"0".repeat(32)}`,
      handIn: { intentId: newIntent(), answers: [] },
    };
    const { receipt } = await post(await parcelOf(pass, [foreign, test, ofCourse(two)]));
    expect(await told(receipt)).toMatchObject({
      ok: tailOf(two.id),
      refused: [
        { code: "enrolment.missing", entries: tailOf(one.id) },
        { code: "not_found", entries: tailOf(test.handIn.intentId) },
      ],
    });
  });

  it("a hundred things are one parcel, and their receipt is still short enough to be signed", async () => {
    const { pass } = await villager();
    const events = Array.from({ length: 100 }, () => event());
    const things = [0, 25, 50, 75].map((from) => ofCourse(...events.slice(from, from + 25)));
    const { receipt } = await post(await parcelOf(pass, things));
    expect((await told(receipt)).ok.length).toBe(800);
    expect(await refusedWith(await parcelOf(pass, [...things, ofCourse(event())]))).toBe(
      "parcel.damaged",
    );
  });
});

describe("when something happened", () => {
  const momentOf = async (visitor: Visitor) =>
    (await visitor.do("readEnrolment", { params: { courseId } })).progress.resume?.at;

  it("is what her phone said, though the parcel was days on its way", async () => {
    const { phone, pass } = await villager();
    clock.advance(5 * DAY);
    const happenedAt = clock.now().toISOString();
    const parcel = await parcelOf(pass, [ofCourse(event())]);
    clock.advance(6 * DAY);
    await post(parcel);
    const told = Date.parse((await momentOf(phone)) ?? "");
    expect(Math.abs(told - Date.parse(happenedAt))).toBeLessThan(1000);
  });

  it("is worked out from the sealing where her phone stands in 1970 or years ahead", async () => {
    for (const year of ["1970", "2061"]) {
      const { phone, pass } = await villager();
      const things = [ofCourse(event({ at: `${year}-01-02T08:00:00.000Z` }))];
      const sealedAt = `${year}-01-02T09:00:00.000Z`;
      await post(await parcelOf(pass, things, { sealedAt }));
      const told = Date.parse((await momentOf(phone)) ?? "");
      expect(Math.abs(clock.now().getTime() - 3_600_000 - told)).toBeLessThan(10_000);
    }
  });
});

describe("the pass", () => {
  it("is given for each learner of the phone, and opens nothing else", async () => {
    const { phone, pass } = await villager();
    const { passes } = await phone.do("readPasses", { query: { deviceId: DEVICE } });
    expect(passes).toHaveLength(1);
    expect(Date.parse(passes[0]?.expiresAt ?? "") - clock.now().getTime()).toBeGreaterThan(
      89 * DAY,
    );
    const asCookie = house.withCookie(pass);
    expect(await asCookie.refused("readMe", {})).toBe("session.required");
    const taken = await takeTicket(phone, courseId);
    const wish = handInOf({ ...taken, ticket: pass }, courseId, []);
    expect(await phone.refused("submitAttempt", wish)).toBe("ticket.forged");
    // Neither is what we sign for other ends a pass.
    expect(await refusedWith(await parcelOf(taken.ticket, [ofCourse(event())]))).toBe(
      "pass.forged",
    );
  });

  it("decides whose it is: nothing in a parcel can name another learner or another phone", async () => {
    const [she, other] = [await villager(), await villager()];
    const things = [ofCourse(event())];
    const names = [
      [{ ...ofCourse(event()), learnerId: other.learnerId }],
      [ofCourse(event({ learnerId: other.learnerId }))],
      [ofCourse(event({ deviceId: "another-device" }))],
    ];
    for (const named of names)
      expect(await refusedWith(await parcelOf(she.pass, named))).toBe("parcel.damaged");
    expect(
      await refusedWith(await parcelOf(she.pass, things, { learnerId: other.learnerId })),
    ).toBe("parcel.damaged");
    // Another's sitting answers as one that does not exist.
    const taken = await takeTicket(other.phone, courseId);
    const { body } = handInOf(taken, courseId, []);
    const { deviceId: _, ...offline } = body.offline;
    const stolen = { courseId, attemptId: taken.attemptId, handIn: { ...body, offline } };
    const { receipt } = await post(await parcelOf(she.pass, [stolen]));
    expect((await told(receipt)).refused).toEqual([
      { code: "ticket.other_learner", entries: tailOf(body.intentId) },
    ]);
    expect(await progressOf(other.phone)).toEqual({});
  });

  it("that was changed, made up, or signed by nobody is refused, and nothing is kept", async () => {
    const { phone, pass } = await villager();
    const [header = "", body = "", proof = ""] = pass.split(".");
    const other = (await villager()).pass;
    const none = Buffer.from(JSON.stringify({ alg: "none", typ: "twiza-pass+jws" })).toString(
      "base64url",
    );
    for (const made of [
      `${header}.${other.split(".")[1] ?? ""}.${proof}`,
      `${none}.${body}.`,
      `${none}.${body}.${proof}`,
      "made-up",
    ])
      expect(await refusedWith(await parcelOf(made, [ofCourse(event())]))).toBe("pass.forged");
    expect(await progressOf(phone)).toEqual({});
  });

  it("holds while nobody uses the session for two months, and no longer than ninety days", async () => {
    const { contact, pass, learnerId } = await villager();
    clock.advance(60 * DAY);
    const one = event();
    await post(await parcelOf(pass, [ofCourse(one)]));
    expect(await isThere(learnerId, one.id)).toBe(true);
    clock.advance(31 * DAY);
    expect(await refusedWith(await parcelOf(pass, [ofCourse(event())]))).toBe("pass.expired");
    await house.as(contact);
  });

  it("ends at once when she signs out, throws the phone off, or takes herself off it", async () => {
    const ends: ((she: Awaited<ReturnType<typeof villager>>) => Promise<unknown>)[] = [
      ({ phone }) => phone.fetch("/auth/sign-out", { method: "POST", headers: { "x-twiza": "1" } }),
      async ({ contact, phone }) => {
        const { devices } = await phone.do("listSessions", {});
        const own = found(devices.find(({ current }) => current));
        await (await house.as(contact)).do("endSession", { params: { sessionId: own.id } });
      },
      ({ phone, learnerId }) => phone.do("removeProfile", { params: { learnerId } }),
    ];
    for (const end of ends) {
      const she = await villager();
      const parcel = await parcelOf(she.pass, [ofCourse(event())]);
      await post(parcel);
      await end(she);
      expect(await refusedWith(parcel)).toBe("pass.ended");
    }
  });

  it("of a sister on the same phone ends with her alone", async () => {
    const she = await villager();
    const { deps } = house.server;
    const { accountId } = found(await deps.store.people.learner(she.learnerId)).value;
    const sister = newLearner(deps, { accountId, name: "Sister" });
    await deps.store.commit(deps.store.people.createLearner(sister));
    const { passes } = await she.phone.do("readPasses", { query: { deviceId: DEVICE } });
    expect(passes.map(({ learnerId }) => learnerId).sort()).toEqual(
      [she.learnerId, sister.id].sort(),
    );
    await she.phone.do("removeProfile", { params: { learnerId: sister.id } });
    const hers = found(passes.find(({ learnerId }) => learnerId === sister.id)).pass;
    expect(await refusedWith(await parcelOf(hers, [ofCourse(event())]))).toBe("pass.ended");
    await post(await parcelOf(she.pass, [ofCourse(event())]));
  });
});

describe("a parcel that cannot be taken", () => {
  beforeAll(anHourLater);

  it("is damaged, sealed for another server, or too long, each by its own word", async () => {
    const { pass } = await villager();
    const parcel = await parcelOf(pass, [ofCourse(event())]);
    const [head = "", wrapped = "", iv = "", text = "", tag = ""] = parcel.split(".");
    const flipped = `${text.startsWith("A") ? "B" : "A"}${text.slice(1)}`;
    expect(await refusedWith([head, wrapped, iv, flipped, tag].join("."))).toBe("parcel.damaged");
    expect(await refusedWith(parcel.slice(0, -4))).toBe("parcel.damaged");
    const other = await openHouse({ seeded: false });
    const { sealing } = await other.anyone.do("readKeys", {});
    expect(SealingKey.parse(sealing[0]).kid).not.toBe(
      (await house.anyone.do("readKeys", {})).sealing[0]?.kid,
    );
    expect(await refusedWith(await sealFor(other, { pass, things: [] }))).toBe("parcel.other_key");
    await other.close();
    expect(await refusedWith(parcel + "A".repeat(60_000))).toBe("request.invalid");
    expect(await refusedWith("x".repeat(70_000))).toBe("request.too_large");
    expect(await refusedWith(pass)).toBe("request.invalid");
  });

  it("would be a bomb once it is opened: it is never opened whole", async () => {
    const { pass } = await villager();
    const bomb = await sealFor(house, { pass, sealedAt: "0".repeat(30_000_000), things: [] });
    expect(bomb.length).toBeLessThan(60_000);
    expect(await refusedWith(bomb)).toBe("parcel.damaged");
  });

  it("is one too many from its network within the hour, good or bad", async () => {
    anHourLater();
    const { pass } = await villager();
    const parcel = await parcelOf(pass, [ofCourse(event())]);
    for (let n = 0; n < 120; n++) await (n % 40 === 0 ? post(parcel) : refusedWith("a.b.c.d.e"));
    expect(await refusedWith(parcel)).toBe("parcel.too_many");
    anHourLater();
    await post(parcel);
  });
});

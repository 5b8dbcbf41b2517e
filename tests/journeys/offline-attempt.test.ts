import { createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";
import { type Answer, type CohortId, type CourseId, ItemId, PublicItem } from "@twiza/contract";
import { learners } from "@twiza/content";
import { movableClock } from "@twiza/platform/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse } from "../house/house.ts";
import {
  claims,
  finishLessons,
  handInOf,
  largeCohort,
  newcomer,
  someRight,
  takeTicket,
  type Taken,
} from "../house/offline.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
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

/** Somebody new on a phone of hers, with a sitting taken along. */
async function withTicket() {
  const person = await newcomer(house, cohortId);
  const phone = await house.as(person.contact);
  return { person, phone, taken: await takeTicket(phone, courseId) };
}
const enrolmentOf = async (contact: string) =>
  (await house.as(contact)).do("readEnrolment", { params: { courseId } });
const attemptsOf = async (contact: string) =>
  (await (await house.as(contact)).do("listAttempts", { params: { courseId } })).attempts;
const half = ({ items }: Taken) => someRight(house, { courseId, items }, 0.5);
const all = ({ items }: Taken) => someRight(house, { courseId, items }, 1);

describe("taking a test along", () => {
  it("gives the next sitting: its items without keys, its number, its last day, and a signed ticket", async () => {
    const { taken } = await withTicket();
    expect(taken).toMatchObject({ number: 1, passMarkPercent: 70, triesLeft: 2 });
    expect(Date.parse(taken.expiresAt) - Date.parse(taken.issuedAt)).toBe(30 * DAY);
    for (const item of taken.items) expect(PublicItem.parse(item)).toEqual(item);
    expect(JSON.stringify(taken.items)).not.toMatch(/"(right|feedback|value|tolerance)"/);
  });

  it("gives the same one again, under this intent and any other, until it is opened", async () => {
    const { phone, person, taken } = await withTicket();
    expect(await takeTicket(phone, courseId)).toEqual(taken);
    expect(await takeTicket(await house.as(person.contact), courseId)).toEqual(taken);
    const body = { intentId: newIntent() };
    const wish = { params: { courseId }, body };
    const several = Array.from({ length: 8 }, () => phone.do("fetchTicket", wish));
    for (const each of await Promise.all(several)) expect(each).toEqual(taken);
    expect(await attemptsOf(person.contact)).toMatchObject([
      { id: taken.attemptId, state: "reserved", expiresAt: taken.expiresAt, held: [] },
    ]);
  });

  it("gives one, to ten phones that ask at the same moment", async () => {
    const person = await newcomer(house, cohortId);
    const phones = await Promise.all(Array.from({ length: 10 }, () => house.as(person.contact)));
    const taken = await Promise.all(phones.map((phone) => takeTicket(phone, courseId)));
    expect(new Set(taken.map(({ ticket }) => ticket)).size).toBe(1);
  });

  it("counts no try, and a sitting begun with network is the one that was taken along", async () => {
    const { phone, person, taken } = await withTicket();
    expect((await enrolmentOf(person.contact)).quiz).toEqual({
      tries: 0,
      reserved: { attemptId: taken.attemptId, expiresAt: taken.expiresAt },
    });
    const begin = { params: { courseId }, body: { intentId: newIntent() } };
    const started = await phone.do("startAttempt", begin);
    expect([started.id, started.items]).toEqual([taken.attemptId, taken.items]);
    expect((await enrolmentOf(person.contact)).quiz).toMatchObject({ tries: 1 });
    const next = await takeTicket(phone, courseId);
    expect(next.attemptId).not.toBe(taken.attemptId);
    expect(next.number).toBe(2);
  });

  it("gives another sitting once the last day is over, and none when no try is left", async () => {
    const { person, taken } = await withTicket();
    clock.advance(30 * DAY + 1000);
    const phone = await house.as(person.contact);
    const next = await takeTicket(phone, courseId);
    expect(next.attemptId).not.toBe(taken.attemptId);
    expect((await attemptsOf(person.contact)).map(({ state }) => state)).toEqual([
      "expired",
      "reserved",
    ]);
    for (let tries = 0; tries < 3; tries++)
      await phone.do("startAttempt", { params: { courseId }, body: { intentId: newIntent() } });
    const wish = { params: { courseId }, body: { intentId: newIntent() } };
    expect(await phone.refused("fetchTicket", wish)).toBe("attempt.none_left");
  });

  it("is signed by a key that anybody may ask for and keep for an hour", async () => {
    const { taken } = await withTicket();
    const response = await house.anyone.fetch("/api/keys");
    expect(response.headers.get("cache-control")).toBe("public, max-age=3600");
    const { keys } = await house.anyone.do("readKeys", {});
    const [header = "", payload = "", signature = ""] = taken.ticket.split(".");
    const { kid } = JSON.parse(Buffer.from(header, "base64url").toString()) as { kid: string };
    const key = keys.find((each) => each.kid === kid);
    const publicKey = createPublicKey({ key: { ...key }, format: "jwk" });
    const input = Buffer.from(`${header}.${payload}`);
    expect(verify(null, input, publicKey, Buffer.from(signature, "base64url"))).toBe(true);
    expect(JSON.parse(Buffer.from(payload, "base64url").toString())).toMatchObject({
      jti: taken.attemptId,
      course: courseId,
      number: 1,
      triesAllowed: 3,
      exp: Date.parse(taken.expiresAt) / 1000,
    });
  });
});

describe("handing in what was held without network", () => {
  it("counts the try once, tells the result, and earns the course and its certificate like any other", async () => {
    const { phone, person, taken } = await withTicket();
    await finishLessons(house, phone, courseId);
    const handIn = handInOf(taken, courseId, await all(taken));
    const result = await phone.do("submitAttempt", handIn);
    expect(result).toMatchObject({
      state: "graded",
      percent: 100,
      passed: true,
      triesLeft: 2,
      completion: { state: "earned" },
    });
    expect(await phone.do("submitAttempt", handIn)).toEqual(result);
    expect((await enrolmentOf(person.contact)).quiz).toMatchObject({ tries: 1, bestPercent: 100 });
    await house.server.worker.settled();
    expect((await phone.do("listWallet", {})).certificates).toMatchObject([{ quizPercent: 100 }]);
  });

  it("grades what is there when some answers are missing: what was answered counts", async () => {
    const { phone, taken } = await withTicket();
    const answers = await half(taken);
    const result = await phone.do("submitAttempt", handInOf(taken, courseId, answers));
    expect(result).toMatchObject({
      state: "graded",
      percent: Math.floor((100 * answers.length) / taken.items.length),
    });
    const nothing = await withTicket();
    expect(
      await nothing.phone.do("submitAttempt", handInOf(nothing.taken, courseId, [])),
    ).toMatchObject({ state: "graded", percent: 0, passed: false });
  });

  it("the same answers from another tab, in another order, are the same hand-in", async () => {
    const { phone, person, taken } = await withTicket();
    const answers = await half(taken);
    const first = await phone.do("submitAttempt", handInOf(taken, courseId, answers));
    const after = await countWritten(house);
    const again = handInOf(taken, courseId, [...answers].reverse(), { deviceId: "another-tab" });
    expect(await (await house.as(person.contact)).do("submitAttempt", again)).toEqual(first);
    const { learners: changes, ...rest } = await countWritten(house);
    // Only the intent itself was written down.
    expect(changes).toBe(after["learners"]);
    expect(rest["people"]).toBe((after["people"] ?? 0) + 1);
    expect((await enrolmentOf(person.contact)).quiz.tries).toBe(1);
  });

  it("ten tabs at the same moment count one try", async () => {
    const { phone, person, taken } = await withTicket();
    const answers = await half(taken);
    const results = await Promise.all(
      Array.from({ length: 10 }, () =>
        phone.do("submitAttempt", handInOf(taken, courseId, answers)),
      ),
    );
    expect(new Set(results.map((result) => JSON.stringify(result))).size).toBe(1);
    expect((await enrolmentOf(person.contact)).quiz.tries).toBe(1);
  });

  it("other answers from another phone are kept whole and wait; the first stand, and no figure is told", async () => {
    const { phone, person, taken } = await withTicket();
    await phone.do("submitAttempt", handInOf(taken, courseId, await half(taken)));
    const handIn = handInOf(taken, courseId, await all(taken), { deviceId: "phone-of-her-sister" });
    const held = await phone.do("submitAttempt", handIn);
    expect(held).toMatchObject({ state: "waiting", reasons: ["ticket.used"], triesLeft: 2 });
    const { completion: _, ...told } = held;
    expect(JSON.stringify(told)).not.toMatch(/percent|"right"/i);
    expect(await phone.do("submitAttempt", handIn)).toEqual(held);
    const anew = handInOf(taken, courseId, await all(taken));
    expect(await phone.do("submitAttempt", anew)).toEqual(held);
    expect((await enrolmentOf(person.contact)).quiz).toMatchObject({ tries: 1, bestPercent: 50 });
    expect(await attemptsOf(person.contact)).toMatchObject([
      { state: "handed_in", percent: 50, passed: false, held: [{ state: "waiting" }] },
    ]);
  });

  it("three other hand-ins of one sitting are held, however many arrive at once; the phone keeps the rest", async () => {
    const { phone, person, taken } = await withTicket();
    const answers = await all(taken);
    const outcomes = await Promise.all(
      answers.map(async (answer) => {
        const path = `/api/enrolments/${courseId}/attempts/${taken.attemptId}/answers`;
        const response = await phone.fetch(path, {
          method: "POST",
          headers: { "x-twiza": "1", "content-type": "application/json" },
          body: JSON.stringify(handInOf(taken, courseId, [answer]).body),
        });
        const { state, code } = (await response.json()) as Record<string, string>;
        return state ?? code;
      }),
    );
    const count = (outcome: string) => outcomes.filter((each) => each === outcome).length;
    expect([count("graded"), count("waiting")]).toEqual([1, 3]);
    expect(count("attempt.closed") + count("busy")).toBe(answers.length - 4);
    expect((await attemptsOf(person.contact))[0]?.held).toHaveLength(3);
  });

  it("a week after the last day it still counts; later, by our clock, it is kept and waits", async () => {
    const [inTime, late] = [await withTicket(), await withTicket()];
    clock.advance(37 * DAY - 60_000);
    const answers = await half(inTime.taken);
    const phone = await house.as(inTime.person.contact);
    expect(
      await phone.do("submitAttempt", handInOf(inTime.taken, courseId, answers)),
    ).toMatchObject({ state: "graded", percent: 50 });
    clock.advance(120_000);
    const slow = await house.as(late.person.contact);
    const held = await slow.do("submitAttempt", handInOf(late.taken, courseId, answers));
    expect(held).toMatchObject({ state: "waiting", reasons: ["ticket.expired"], triesLeft: 3 });
    expect((await enrolmentOf(late.person.contact)).quiz).not.toHaveProperty("bestPercent");
    expect(await attemptsOf(late.person.contact)).toMatchObject([
      { state: "expired", held: [{ state: "waiting" }] },
    ]);
  });

  it.each([
    ["1970", "1970-01-01T00:00:00.000Z"],
    ["two years ahead", new Date(Date.now() + 730 * DAY).toISOString()],
  ])("a phone whose clock stands at %s gains and loses nothing by it", async (_, moment) => {
    const wrong = { openedAt: moment, closedAt: moment };
    const early = await withTicket();
    const inTime = handInOf(early.taken, courseId, await half(early.taken), wrong);
    expect(await early.phone.do("submitAttempt", inTime)).toMatchObject({ state: "graded" });
    const { attemptId } = early.taken;
    const { learnerId } = await enrolmentOf(early.person.contact);
    const kept = await house.server.deps.store.enrolments.attempt(learnerId, courseId, attemptId);
    expect(kept?.value).toMatchObject({ claims: { ...claims, ...wrong } });
    expect(kept?.value.submittedAt).toBe(kept?.value.startedAt);

    const late = await withTicket();
    clock.advance(38 * DAY);
    const phone = await house.as(late.person.contact);
    const tooLate = handInOf(late.taken, courseId, await half(late.taken), wrong);
    expect(await phone.do("submitAttempt", tooLate)).toMatchObject({ reasons: ["ticket.expired"] });
  });

  it("when other tries were used up meanwhile, it is kept and waits", async () => {
    const { person, taken } = await withTicket();
    clock.advance(31 * DAY);
    const phone = await house.as(person.contact);
    for (let tries = 0; tries < 3; tries++)
      await phone.do("startAttempt", { params: { courseId }, body: { intentId: newIntent() } });
    expect(
      await phone.do("submitAttempt", handInOf(taken, courseId, await all(taken))),
    ).toMatchObject({
      state: "waiting",
      reasons: ["attempt.none_left"],
      triesLeft: 0,
    });
    expect((await enrolmentOf(person.contact)).quiz).toMatchObject({ tries: 3 });
  });

  it("a sitting that we lost is made again from its ticket, and counts", async () => {
    const { phone, person, taken } = await withTicket();
    const { learnerId } = await enrolmentOf(person.contact);
    const key = { pk: `LEARNER#${learnerId}`, sk: `ATTEMPT#${courseId}#${taken.attemptId}` };
    await house.server.engine.delete("learners", key);
    expect(await attemptsOf(person.contact)).toEqual([]);
    expect(
      await phone.do("submitAttempt", handInOf(taken, courseId, await half(taken))),
    ).toMatchObject({
      state: "graded",
      percent: 50,
    });
    expect(await attemptsOf(person.contact)).toMatchObject([
      { id: taken.attemptId, state: "handed_in", number: 1 },
    ]);
  });

  it("a reply that was kept before hand-ins could wait is still told", async () => {
    const { phone, person } = await withTicket();
    const started = await phone.do("startAttempt", {
      params: { courseId },
      body: { intentId: newIntent() },
    });
    const body = { intentId: newIntent(), answers: [] as Answer[] };
    const asked = { params: { courseId, attemptId: started.id }, body };
    const result = await phone.do("submitAttempt", asked);
    const accountId = await house.server.deps.store.people.byContact(person.contact);
    const key = { pk: `INTENT#${accountId ?? ""}`, sk: body.intentId };
    const { item } = await house.server.engine.get("people", key);
    const data = item?.["data"] as { reply: string };
    const { state: _, ...older } = JSON.parse(data.reply) as Record<string, unknown>;
    await house.server.engine.put("people", {
      ...item,
      ...key,
      data: { ...data, reply: JSON.stringify(older) },
    });
    expect(await phone.do("submitAttempt", asked)).toEqual(result);
  });
});

describe("a ticket is refused, and nothing is written,", () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
  type Parts = { header: string; payload: string; claims: Record<string, unknown> };
  const TYPE = "twiza-ticket+jws";
  const FORGED: Record<string, (parts: Parts) => string | Promise<string>> = {
    "that nobody signed (alg none)": ({ payload }) =>
      `${part({ alg: "none", typ: TYPE })}.${payload}.`,
    "that somebody else signed under our kid": ({ header, payload }) => {
      const { privateKey } = generateKeyPairSync("ed25519");
      const input = `${header}.${payload}`;
      return `${input}.${sign(null, Buffer.from(input), privateKey).toString("base64url")}`;
    },
    "whose kid climbs to a file": ({ payload }) =>
      `${part({ alg: "EdDSA", kid: "../keys/signing-keys.json", typ: TYPE })}.${payload}.AAAA`,
    "that never expires, though we signed it": ({ claims: { exp: _, ...rest } }) =>
      house.server.deps.tokens.sign(TYPE, rest),
    "that promises other items, though we signed it": ({ claims: said }) =>
      house.server.deps.tokens.sign(TYPE, { ...said, items: "0".repeat(64) }),
    "that says more than a ticket says": ({ claims: said }) =>
      house.server.deps.tokens.sign(TYPE, { ...said, role: "administrator" }),
  };
  it.each(Object.entries(FORGED))("%s", async (_, forge) => {
    const { phone, taken } = await withTicket();
    const [header = "", payload = ""] = taken.ticket.split(".");
    const said = JSON.parse(Buffer.from(payload, "base64url").toString()) as Parts["claims"];
    const ticket = await forge({ header, payload, claims: said });
    const before = await countWritten(house);
    const handIn = handInOf({ ...taken, ticket }, courseId, await all(taken));
    expect(await phone.refused("submitAttempt", handIn)).toBe("ticket.forged");
    expect(await countWritten(house)).toEqual(before);
    expect(await phone.do("submitAttempt", handInOf(taken, courseId, []))).toMatchObject({
      state: "graded",
    });
  });

  it("of another learner, of another course, of another sitting: each by its own code", async () => {
    const [hers, other] = [await withTicket(), await withTicket()];
    const enrol = { intentId: newIntent(), courseId: at.changed.courseId };
    await hers.phone.do("enrol", { body: enrol });
    const elsewhere = await takeTicket(hers.phone, at.changed.courseId);
    const before = await countWritten(house);
    const refused = async (ticket: string) =>
      hers.phone.refused("submitAttempt", handInOf({ ...hers.taken, ticket }, courseId, []));
    expect(await refused(other.taken.ticket)).toBe("ticket.other_learner");
    expect(await refused(elsewhere.ticket)).toBe("ticket.other_course");
    const { attemptId } = other.taken;
    const wrong = handInOf({ ...hers.taken, attemptId }, courseId, []);
    expect(await hers.phone.refused("submitAttempt", wrong)).toBe("ticket.other_attempt");
    expect(await countWritten(house)).toEqual(before);
  });

  it("of one megabyte, or left out", async () => {
    const { phone, taken } = await withTicket();
    const before = await countWritten(house);
    const huge = handInOf({ ...taken, ticket: "A".repeat(1_000_000) }, courseId, []);
    expect(await phone.refused("submitAttempt", huge)).toBe("request.too_large");
    const big = handInOf({ ...taken, ticket: "A".repeat(9000) }, courseId, []);
    expect(await phone.refused("submitAttempt", big)).toBe("request.invalid");
    const { params, body } = handInOf(taken, courseId, []);
    const without = { params, body: { intentId: body.intentId, answers: [] } };
    expect(await phone.refused("submitAttempt", without)).toBe("ticket.required");
    expect(await countWritten(house)).toEqual(before);
  });

  it("by whoever is not enrolled, as if there were nothing", async () => {
    const { taken } = await withTicket();
    const stranger = await house.as(learners.eligible.contact);
    const handIn = handInOf(taken, courseId, []);
    expect(await stranger.refused("submitAttempt", handIn)).toBe("not_found");
    const wish = { params: { courseId }, body: { intentId: newIntent() } };
    expect(await stranger.refused("fetchTicket", wish)).toBe("not_found");
    expect(await stranger.refused("listAttempts", { params: { courseId } })).toBe("not_found");
  });
});

describe("a phone that was emptied", () => {
  it("finds its sittings again: what was handed in, what is open, and the very ticket it held", async () => {
    const { phone, person, taken } = await withTicket();
    await phone.do("submitAttempt", handInOf(taken, courseId, await half(taken)));
    const open = await phone.do("startAttempt", {
      params: { courseId },
      body: { intentId: newIntent() },
    });
    const third = await takeTicket(phone, courseId);
    const anew = await house.as(person.contact);
    const { attempts } = await anew.do("listAttempts", { params: { courseId } });
    expect(attempts).toEqual([
      expect.objectContaining({ id: taken.attemptId, state: "handed_in", percent: 50 }),
      { id: open.id, number: 2, state: "open", startedAt: open.startedAt, held: [] },
      { id: third.attemptId, number: 3, state: "reserved", expiresAt: third.expiresAt, held: [] },
    ]);
    expect(await takeTicket(anew, courseId)).toEqual(third);
    const items = third.items.map(({ id }) => ItemId.parse(id));
    expect(new Set(items).size).toBe(items.length);
  });
});

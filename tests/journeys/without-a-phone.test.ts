import { learners, staff } from "@twiza/content";
import { CohortId, type Problem } from "@twiza/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, requestOf, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { signUp } from "../house/sign-up.ts";
import { someCode, someTicket } from "../house/ways-in.ts";

let house: House;
let at: Landmarks;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());

/** A way in as a phone asks it, with the cookie that it was given. */
async function comeIn(
  name: "redeemTicket" | "redeemCard",
  body: object,
  { cookie, network }: { cookie?: string; network?: string } = {},
) {
  const request = requestOf(name, { body });
  const headers = new Headers(request.headers);
  if (cookie) headers.set("cookie", `twiza=${cookie}`);
  const path = name === "redeemTicket" ? "/auth/ticket" : "/auth/card";
  // The apps read the peer's address from the bindings of the socket, which a test stands in for.
  const env = { incoming: { socket: { remoteAddress: network ?? "10.0.0.1" } } };
  const response = await house.server.app.request(
    `${house.origin}${path}`,
    { ...request, headers },
    env,
  );
  const line = response.headers.getSetCookie().find((each) => each.startsWith("twiza="));
  const given = /^twiza=([^;]+)/.exec(line ?? "")?.[1];
  const answer = (await response.json()) as Partial<Problem> & { learnerId?: string };
  return { status: response.status, answer, cookie: given, line };
}

const vouchFor = async (who: { learnerId: string } | { name: string }, by = trainer) => {
  const ticket = someTicket();
  const params = { cohortId: at.open.id };
  const body = { intentId: newIntent(), ...ticket.hashes, ...who };
  return { ...ticket, reply: await by.do("createTicket", { params, body }) };
};
const entriesOf = async (action: string) => {
  const { entries } = await (
    await house.as(staff.administrator.contact)
  ).do("listAudit", {
    query: {},
  });
  return entries.filter((entry) => entry.action === action);
};
const learnerIn = async (name: string): Promise<string> => {
  const params = { cohortId: at.open.id };
  const { learners: lines } = await trainer.do("readProgress", { params });
  return lines.find((line) => line.name === name)?.learnerId ?? "";
};

describe("a trainer's ticket", () => {
  it("lets somebody in who has neither phone number nor e-mail, and says on whose word", async () => {
    const { secret, reply } = await vouchFor({ name: "ⵉⵟⵟⵓ ⵃⴷⴷⵓ" });
    const { status, cookie, line, answer } = await comeIn("redeemTicket", {
      intentId: newIntent(),
      secret,
    });
    expect(status).toBe(200);
    expect(line).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(answer).toEqual({ learnerId: reply.learnerId, name: "ⵉⵟⵟⵓ ⵃⴷⴷⵓ" });
    const visitor = house.withCookie(cookie);
    const me = await visitor.do("readMe", {});
    expect(me).toMatchObject({ roles: ["learner"], ownsAccount: false });
    expect(me.account).not.toHaveProperty("contact");
    const { enrolments } = await visitor.do("listEnrolments", {});
    expect(enrolments.map(({ cohortId }) => cohortId)).toEqual([at.open.id]);
    const [vouched] = await entriesOf("learner.vouched");
    expect(vouched).toMatchObject({
      actorName: staff.trainer.name,
      subjectId: reply.learnerId,
      note: at.open.name,
    });
    const text = JSON.stringify(await everyRow());
    expect(text).not.toContain(secret);
  });

  it("is spent by one phone, which may ask again; every other finds it used", async () => {
    const { secret, code } = await vouchFor({ learnerId: await learnerIn(learners.beginner.name) });
    const intentId = newIntent();
    const first = await comeIn("redeemTicket", { intentId, secret });
    const again = await comeIn("redeemTicket", { intentId, secret });
    expect(again).toEqual(first);
    const rivals = await Promise.all(
      [{ secret }, { code }].map((way) =>
        comeIn("redeemTicket", { intentId: newIntent(), ...way }),
      ),
    );
    for (const { status, answer, cookie } of rivals) {
      expect([status, answer.code, cookie]).toEqual([409, "entry.used", undefined]);
      expect(answer.detail).toMatch(/new one/);
    }
  });

  it("raced for by twenty phones, lets in one", async () => {
    const { secret } = await vouchFor({ learnerId: await learnerIn(learners.beginner.name) });
    const all = await Promise.all(
      Array.from({ length: 20 }, () => comeIn("redeemTicket", { intentId: newIntent(), secret })),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(all.filter(({ answer }) => answer.code === "entry.used")).toHaveLength(19);
  });

  it("is worth nothing after five minutes, nor when whoever vouched has left the organisation", async () => {
    const learnerId = await learnerIn(learners.beginner.name);
    const old = await vouchFor({ learnerId });
    await changeTicket(old.hashes.ticketHash, {
      expiresAt: new Date(Date.now() - 1).toISOString(),
    });
    const expired = await comeIn("redeemTicket", { intentId: newIntent(), secret: old.secret });
    expect([expired.status, expired.answer.code]).toEqual([401, "entry.expired"]);
    const other = await vouchFor({ learnerId });
    const elsewhere = house.server.deps.newId("organisation");
    await changeTicket(other.hashes.ticketHash, { organisationId: elsewhere });
    const withdrawn = await comeIn("redeemTicket", { intentId: newIntent(), secret: other.secret });
    expect([withdrawn.status, withdrawn.answer.code]).toEqual([403, "entry.withdrawn"]);
    for (const { answer } of [expired, withdrawn]) expect(answer.detail).toMatch(/\w/);
  });

  it("is made for learners of one's own cohort alone, and with a new name in it", async () => {
    const foreign = await (await house.as(learners.eligible.contact)).do("readMe", {});
    const ask = (cohortId: string, learnerId: string, by: Visitor) =>
      by.refused("createTicket", {
        params: { cohortId },
        body: { intentId: newIntent(), ...someTicket().hashes, learnerId },
      });
    const hers = foreign.learner?.id ?? "";
    expect(await ask(at.open.id, hers, trainer)).toBe("not_found");
    const other = await house.as(staff.secondTrainer.contact);
    expect(await ask(at.open.id, await learnerIn(learners.beginner.name), other)).toBe("not_found");
    expect(await ask(CohortId.parse(`coh_${"f".repeat(32)}`), hers, trainer)).toBe("not_found");
    const manager = await house.as(staff.manager.contact);
    expect(await ask(at.open.id, hers, manager)).toBe("role.missing");
  });

  it("gives no role to whoever comes in as a member of staff's learner", async () => {
    const salma = await signUp(house, { contact: staff.secondTrainer.contact, language: "fr" });
    await salma.do("createLearner", { body: { intentId: newIntent(), name: "Salma" } });
    await salma.do("enrol", {
      body: { intentId: newIntent(), courseId: at.course.courseId, cohortId: at.open.id },
    });
    const { secret } = await vouchFor({ learnerId: await learnerIn("Salma") });
    const { cookie } = await comeIn("redeemTicket", { intentId: newIntent(), secret });
    const visitor = house.withCookie(cookie);
    const me = await visitor.do("readMe", {});
    expect(me).toMatchObject({ roles: ["learner"], memberships: [], ownsAccount: false });
    expect(await visitor.refused("listCohorts", {})).toBe("role.missing");
    const organisationId = at.open.organisationId;
    expect(await visitor.refused("chooseOrganisation", { body: { organisationId } })).toBe(
      "not_found",
    );
    const { devices } = await visitor.do("listSessions", {});
    expect(devices.map(({ current }) => current)).toEqual([true]);
  });

  it("typed wrongly two hundred times at once from one network is refused each time, most of them unlooked at", async () => {
    const { code } = await vouchFor({ learnerId: await learnerIn(learners.beginner.name) });
    const guesses = await Promise.all(
      Array.from({ length: 200 }, () =>
        comeIn(
          "redeemTicket",
          { intentId: newIntent(), code: someCode("ticket").code },
          { network: "10.9.9.9" },
        ),
      ),
    );
    const codes = guesses.map(({ answer }) => answer.code);
    expect(guesses.every(({ cookie, status }) => cookie === undefined && status >= 400)).toBe(true);
    expect(codes.filter((each) => each === "entry.unknown")).toHaveLength(20);
    expect(guesses.every(({ answer }) => (answer.detail ?? "").length > 10)).toBe(true);
    const right = await comeIn(
      "redeemTicket",
      { intentId: newIntent(), code },
      { network: "10.9.9.9" },
    );
    expect([right.status, right.answer.code]).toEqual([429, "guess.too_many"]);
    const elsewhere = await comeIn(
      "redeemTicket",
      { intentId: newIntent(), code },
      { network: "10.8.8.8" },
    );
    expect(elsewhere.status).toBe(200);
  });

  it("lets a whole class in from one network: what was right does not count", async () => {
    for (let n = 0; n < 25; n++) {
      const { code } = await vouchFor({ learnerId: await learnerIn(learners.beginner.name) });
      const body = { intentId: newIntent(), code };
      expect((await comeIn("redeemTicket", body, { network: "10.7.7.7" })).status).toBe(200);
    }
  });
});

describe("a recovery card", () => {
  const makeCard = async (visitor: Visitor) => {
    const { code, codeHash } = someCode("card");
    await visitor.do("createCard", { body: { intentId: newIntent(), codeHash } });
    return code;
  };

  it("brings a learner back on any phone, as often as she needs it, and keeps who was there", async () => {
    const visitor = await house.as(learners.underWay.contact);
    const code = await makeCard(visitor);
    expect((await visitor.do("readCard", {})).card).not.toHaveProperty("madeBy");
    const first = await comeIn("redeemCard", { intentId: newIntent(), code });
    expect(first.answer).toMatchObject({ name: learners.underWay.name });
    const other = await vouchFor({ learnerId: await learnerIn(learners.beginner.name) });
    const shared = await comeIn(
      "redeemTicket",
      { intentId: newIntent(), secret: other.secret },
      { cookie: first.cookie ?? "" },
    );
    const second = await comeIn(
      "redeemCard",
      { intentId: newIntent(), code },
      { cookie: shared.cookie ?? "" },
    );
    const me = await house.withCookie(second.cookie).do("readMe", {});
    expect(me.learners.map(({ name }) => name).sort()).toEqual(
      [learners.underWay.name, learners.beginner.name].sort(),
    );
    expect(me.learner?.name).toBe(learners.underWay.name);
    expect(await house.withCookie(shared.cookie).refused("readMe", {})).toBe("session.required");
  });

  it("ends when a new one is made or it is given up, and is never kept as it is printed", async () => {
    const visitor = await house.as(learners.underWay.contact);
    const former = await makeCard(visitor);
    const code = await makeCard(visitor);
    const tried = await comeIn("redeemCard", { intentId: newIntent(), code: former });
    expect([tried.status, tried.answer.code]).toEqual([401, "card.unknown"]);
    expect((await comeIn("redeemCard", { intentId: newIntent(), code })).status).toBe(200);
    expect(JSON.stringify(await everyRow())).not.toContain(code);
    await visitor.do("endCard", {});
    expect(await visitor.do("readCard", {})).toEqual({});
    expect((await comeIn("redeemCard", { intentId: newIntent(), code })).answer.code).toBe(
      "card.unknown",
    );
    expect(await visitor.refused("endCard", {})).toBe("not_found");
  });

  it("is made by her trainer for a learner of the cohort, who sees by whom, and is written down", async () => {
    const learnerId = await learnerIn(learners.beginner.name);
    const { code, codeHash } = someCode("card");
    const params = { cohortId: at.open.id };
    await trainer.do("createCardFor", {
      params,
      body: { intentId: newIntent(), codeHash, learnerId },
    });
    const { cookie } = await comeIn("redeemCard", { intentId: newIntent(), code });
    const { card } = await house.withCookie(cookie).do("readCard", {});
    expect(card).toMatchObject({ madeBy: staff.trainer.name });
    expect((await entriesOf("card.made"))[0]).toMatchObject({ subjectId: learnerId });
    const other = await house.as(staff.secondTrainer.contact);
    const asked = { params: { ...params, learnerId } };
    expect(await other.refused("endCardOf", asked)).toBe("not_found");
    await trainer.do("endCardOf", asked);
    expect((await entriesOf("card.ended"))[0]).toMatchObject({ subjectId: learnerId });
  });

  it("guessed at two hundred times at once is refused each time, from the twenty-first on unlooked at", async () => {
    const guesses = await Promise.all(
      Array.from({ length: 200 }, () =>
        comeIn(
          "redeemCard",
          { intentId: newIntent(), code: someCode("card").code },
          { network: "10.6.6.6" },
        ),
      ),
    );
    const count = (code: string) => guesses.filter(({ answer }) => answer.code === code).length;
    expect(count("card.unknown")).toBe(20);
    expect(guesses.every(({ cookie, status }) => cookie === undefined && status >= 400)).toBe(true);
  });
});

/** All that the store of people holds, as the change feed saw it. */
async function everyRow(): Promise<unknown[]> {
  const rows: unknown[] = [];
  let after: string | undefined;
  for (;;) {
    const { records, next } = await house.server.engine.changes("people", after, 1000);
    if (records.length === 0) return rows;
    rows.push(...records);
    after = next;
  }
}

/** Lets time pass, or people leave, for one ticket alone. */
async function changeTicket(ticketHash: string, change: object): Promise<void> {
  const { store } = house.server.deps;
  const kept = await store.entryTickets.byTicketHash(ticketHash as never);
  if (!kept) throw new Error("there is no such ticket");
  const changed = { ...kept.value, ...change };
  expect(await store.commit([store.entryTickets.put(changed, kept.revision)])).toBe("done");
}

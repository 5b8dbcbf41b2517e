import { Account, Learner, Membership, Session, type StaffRole } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import type { Deps } from "../deps.ts";
import { idMaker } from "../id.ts";
import { digest } from "../intent.ts";
import type { Kept, Person, Store, Write } from "../store/index.ts";
import { openSession, principalOf, signOut } from "./session.ts";
import { principalFor } from "./standing.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGAN = Date.parse("2026-03-01T08:00:00.000Z");
const AT = new Date(BEGAN).toISOString();
const NOW = new Date(BEGAN);
const hex = (letter: string) => letter.repeat(32);

const ACCOUNT = Account.parse({
  id: `acc_${hex("a")}`,
  contact: "amina@example.org",
  language: "ar",
  createdAt: AT,
});
const member = (letter: string, ...roles: StaffRole[]): Membership =>
  Membership.parse({
    accountId: ACCOUNT.id,
    organisationId: `org_${hex(letter)}`,
    organisationName: { fr: letter },
    name: `Amina of ${letter}`,
    contact: ACCOUNT.contact,
    roles,
    grantedAt: AT,
  });
const learner = (letter: string): Learner =>
  Learner.parse({
    id: `lrn_${hex(letter)}`,
    accountId: ACCOUNT.id,
    name: letter,
    picture: "goat",
    colour: "nila",
    createdAt: AT,
  });

type Ties = { memberships?: readonly Membership[]; learners?: readonly Learner[] };
const personOf = ({ memberships = [], learners = [] }: Ties): Person => ({
  account: { value: ACCOUNT, revision: 1 },
  memberships,
  learners,
});

/** One person and her sessions by the hash of their cookie, at a clock that the test turns. */
function openHouse(ties: Ties) {
  const sessions = new Map<string, Kept<Session>>();
  const effects = new Map<Write, () => void>();
  const state = { now: BEGAN, commits: 0, person: personOf(ties), secrets: 0 };
  const write = (run: () => void): Write => {
    // The brand of a write belongs to the store, and here this is the store.
    const made = {} as Write;
    effects.set(made, run);
    return made;
  };
  const keep = (value: Session) =>
    write(() => {
      sessions.set(value.secretHash, { value: Session.parse(value), revision: state.commits });
    });
  const store = {
    commit: async (writes: readonly Write[]) => {
      state.commits++;
      writes.forEach((each) => effects.get(each)?.());
      return "done" as const;
    },
    people: { person: async () => state.person },
    sessions: {
      bySecretHash: async (hash: string) => sessions.get(hash),
      create: (value: Session) => keep(value),
      put: (value: Session) => keep(value),
      remove: ({ secretHash }: Session) => write(() => sessions.delete(secretHash)),
    },
  };
  const clock = { now: () => new Date(state.now) };
  // Only what sessions need: whatever else was asked for would fail loudly.
  const deps = {
    store: store as unknown as Store,
    clock,
    newId: idMaker(clock, () => new Uint8Array(16)),
    newSecret: () => `secret ${state.secrets++}`,
  } as Partial<Deps> as Deps;
  return { deps, state, sessions };
}

const STAFF: Ties = { memberships: [member("1", "trainer")] };
const LEARNER: Ties = { learners: [learner("1")] };
const BOTH: Ties = { ...STAFF, ...LEARNER };

/** A session opened at `BEGAN`, and whether it still holds at another moment when nothing came in between. */
async function opened(ties: Ties) {
  const house = openHouse(ties);
  const { cookie, maxAgeSeconds } = await openSession(house.deps, {
    accountId: ACCOUNT.id,
    device: "phone",
  });
  const holdsAt = async (now: number) => {
    house.state.now = now;
    return (await principalOf(house.deps, cookie)) !== undefined;
  };
  return { ...house, cookie, maxAgeSeconds, holdsAt };
}

describe("a session", () => {
  it.each([
    ["of staff ends after 12 idle hours", STAFF, 12 * HOUR],
    ["of staff who also learn ends after 12 idle hours", BOTH, 12 * HOUR],
    ["of a learner ends after 30 idle days", LEARNER, 30 * DAY],
    ["of somebody without profile or roles ends after 30 idle days", {}, 30 * DAY],
  ])("%s, to the millisecond", async (_, ties, idle) => {
    expect(await (await opened(ties)).holdsAt(BEGAN + idle)).toBe(true);
    expect(await (await opened(ties)).holdsAt(BEGAN + idle + 1)).toBe(false);
  });

  it.each([
    ["staff", STAFF, 6 * HOUR],
    ["learners", LEARNER, 10 * DAY],
  ])("of busy %s ends 90 days after signing in all the same", async (_, ties, step) => {
    const { holdsAt } = await opened(ties);
    for (let at = BEGAN; at <= BEGAN + 90 * DAY; at += step) expect(await holdsAt(at)).toBe(true);
    expect(await holdsAt(BEGAN + 90 * DAY)).toBe(true);
    expect(await holdsAt(BEGAN + 90 * DAY + 1)).toBe(false);
  });

  it("once idled away does not come back", async () => {
    const { holdsAt } = await opened(STAFF);
    expect(await holdsAt(BEGAN + 13 * HOUR)).toBe(false);
    expect(await holdsAt(BEGAN + 14 * HOUR)).toBe(false);
  });

  it("of a learner who becomes staff follows the stricter rule at once", async () => {
    const { holdsAt, state } = await opened(LEARNER);
    expect(await holdsAt(BEGAN + 13 * HOUR)).toBe(true);
    state.person = personOf(BOTH);
    expect(await holdsAt(BEGAN + 26 * HOUR)).toBe(false);
  });

  it("is written at most once an hour, however often it is used", async () => {
    const { holdsAt, state } = await opened(STAFF);
    const before = state.commits;
    for (let minute = 0; minute < 60; minute++) await holdsAt(BEGAN + minute * 60_000);
    expect(state.commits - before).toBe(0);
    await holdsAt(BEGAN + HOUR);
    await holdsAt(BEGAN + HOUR + 60_000);
    expect(state.commits - before).toBe(1);
  });

  it("gives the browser a secret and keeps only its hash", async () => {
    const { cookie, maxAgeSeconds, sessions } = await opened(STAFF);
    expect(maxAgeSeconds).toBe((90 * DAY) / 1000);
    expect([...sessions.keys()]).toEqual([await digest(cookie)]);
    expect(JSON.stringify([...sessions.values()])).not.toContain(cookie);
  });

  it("ends at once by signing out, once and for all", async () => {
    const { deps, cookie, holdsAt, sessions } = await opened(STAFF);
    await signOut(deps, cookie);
    expect(await holdsAt(BEGAN)).toBe(false);
    await signOut(deps, cookie);
    expect(sessions.size).toBe(0);
  });

  it("of nobody is none: a cookie not given, or a hash used as one", async () => {
    const { deps, sessions } = await opened(STAFF);
    const [hash = ""] = sessions.keys();
    expect(await principalOf(deps, "made up")).toBeUndefined();
    expect(await principalOf(deps, hash)).toBeUndefined();
    expect(await principalOf(deps, "")).toBeUndefined();
  });

  it("keeps a device's name in bounds", async () => {
    const { deps, sessions } = openHouse(STAFF);
    await openSession(deps, { accountId: ACCOUNT.id, device: "x".repeat(10_000) });
    expect([...sessions.values()].map(({ value }) => value.device.length)).toEqual([200]);
  });
});

describe("who a session is", () => {
  const session = (over: object = {}): Session =>
    Session.parse({
      id: `ses_${hex("0")}`,
      secretHash: "",
      accountId: ACCOUNT.id,
      scope: "account",
      profiles: [],
      leftOut: [],
      device: "",
      createdAt: AT,
      lastSeenAt: AT,
      expiresAt: AT,
      ...over,
    });
  const TWO: Ties = {
    memberships: [member("1", "trainer"), member("2", "administrator", "auditor")],
  };

  it("has the roles held in the organisation it acts for, and in no other", () => {
    const second = principalFor(session({ organisationId: `org_${hex("2")}` }), personOf(TWO), NOW);
    expect(second).toMatchObject({ roles: ["administrator", "auditor"], name: "Amina of 2" });
    expect(second.organisationId).toBe(`org_${hex("2")}`);
    const first = principalFor(session(), personOf(TWO), NOW);
    expect(first).toMatchObject({ organisationId: `org_${hex("1")}`, roles: ["trainer"] });
  });

  it("loses the roles with the membership, though the session still names the organisation", () => {
    const foreign = session({ organisationId: `org_${hex("9")}` });
    expect(principalFor(foreign, personOf({}), NOW)).not.toHaveProperty("organisationId");
    expect(principalFor(foreign, personOf({}), NOW).roles).toEqual([]);
    expect(principalFor(foreign, personOf(STAFF), NOW)).toMatchObject({
      organisationId: `org_${hex("1")}`,
      roles: ["trainer"],
    });
  });

  it("is a learner exactly when it acts for a learning profile", () => {
    expect(principalFor(session(), personOf(STAFF), NOW).roles).not.toContain("learner");
    const both = principalFor(session(), personOf(BOTH), NOW);
    expect(both).toMatchObject({ roles: ["trainer", "learner"], learnerId: `lrn_${hex("1")}` });
    const chosen = { learners: [learner("1"), learner("2")] };
    const second = principalFor(session({ learnerId: `lrn_${hex("2")}` }), personOf(chosen), NOW);
    expect(second).toMatchObject({ learnerId: `lrn_${hex("2")}`, name: "2" });
  });
});

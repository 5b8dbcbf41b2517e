import { Account, Learner, Membership, Session, type StaffRole } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { Refused } from "../refused.ts";
import type { Person } from "../store/index.ts";
import { actingFor, learnerOf } from "./acting.ts";
import { without } from "./profile.ts";
import { principalFor, standingOf, withoutAccount } from "./standing.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BEGAN = Date.parse("2026-03-01T08:00:00.000Z");
const at = (after: number): string => new Date(BEGAN + after).toISOString();
const hex = (letter: string) => letter.repeat(32);
const account = (letter: string) => `acc_${hex(letter)}`;
const learner = (letter: string) => `lrn_${hex(letter)}`;

const personOf = (learners: readonly string[], ...roles: StaffRole[]): Person => ({
  account: {
    value: Account.parse({
      id: account("a"),
      contact: "amina@example.org",
      language: "ar",
      createdAt: at(0),
    }),
    revision: 1,
  },
  memberships: roles.map((role, index) =>
    Membership.parse({
      accountId: account("a"),
      organisationId: `org_${hex(String(index + 1))}`,
      organisationName: { fr: "Org" },
      name: "Amina of the office",
      contact: "amina@example.org",
      roles: [role],
      grantedAt: at(0),
    }),
  ),
  learners: learners.map((letter) =>
    Learner.parse({
      id: learner(letter),
      accountId: account("a"),
      name: letter,
      picture: "sun",
      colour: "nila",
      createdAt: at(0),
    }),
  ),
});

/** A session of Amina's account that carries Btissam's learner `b` and Chadia's `c`. */
const session = (over: object = {}): Session =>
  Session.parse({
    id: `ses_${hex("0")}`,
    secretHash: "",
    accountId: account("a"),
    scope: "account",
    profiles: [
      { learnerId: learner("b"), accountId: account("b"), provenAt: at(0) },
      { learnerId: learner("c"), accountId: account("c"), provenAt: at(-80 * DAY) },
    ],
    leftOut: [],
    device: "",
    createdAt: at(0),
    lastSeenAt: at(0),
    expiresAt: at(90 * DAY),
    ...over,
  });
const now = (after = 0) => new Date(BEGAN + after);

describe("on a shared phone", () => {
  it("whoever proved her contact last has her roles; all on it may learn", () => {
    const asked = principalFor(session(), personOf(["1", "2"], "trainer"), now());
    expect(asked).toMatchObject({ roles: ["trainer", "learner"], ownsAccount: true });
    expect(asked.learnerIds).toEqual(["1", "2", "b", "c"].map(learner));
  });

  it("acting for a carried learner is being that learner, with no role of the one who signed in", () => {
    const chosen = session({ learnerId: learner("b"), organisationId: `org_${hex("1")}` });
    const asked = principalFor(chosen, personOf(["1"], "administrator"), now());
    expect(asked).toMatchObject({
      accountId: account("b"),
      learnerId: learner("b"),
      roles: ["learner"],
      ownsAccount: false,
      staff: { name: "Amina of the office" },
    });
    expect(asked).not.toHaveProperty("organisationId");
    expect(JSON.stringify(asked)).not.toContain("amina@example.org");
  });

  it("staff without a learner of their own act for nobody until they choose", () => {
    const asked = principalFor(session(), personOf([], "trainer"), now());
    expect(asked).toMatchObject({ roles: ["trainer"], accountId: account("a") });
    expect(asked).not.toHaveProperty("learnerId");
  });

  it("a carried learner must prove herself again after ninety days, and is never taken for one of the account", () => {
    const chosen = session({ learnerId: learner("c") });
    const person = personOf(["1"], "trainer");
    expect(principalFor(chosen, person, now(10 * DAY)).accountId).toBe(account("c"));
    const late = principalFor(chosen, person, now(10 * DAY + 1));
    expect(late.learnerIds).toEqual(["1", "b"].map(learner));
    expect(late).toMatchObject({ accountId: account("a"), learnerId: learner("1") });
  });

  it("when staff stay away, only their part ends: those carried go on as learners", () => {
    const person = personOf(["1"], "trainer");
    expect(standingOf(session(), person, now(12 * HOUR))).toEqual(session());
    const left = standingOf(session(), person, now(12 * HOUR + 1));
    expect(left).toMatchObject({ scope: "learner", accountId: account("b") });
    const asked = left && principalFor(left, person, now(12 * HOUR + 1));
    expect(asked).toMatchObject({ roles: ["learner"], ownsAccount: false });
    expect(asked?.learnerIds).toEqual(["b", "c"].map(learner));
    expect(asked).not.toHaveProperty("staff");
    expect(standingOf(session({ profiles: [] }), person, now(12 * HOUR + 1))).toBeUndefined();
  });

  it("a session of learners alone ends with the last proof, and after thirty idle days", () => {
    const alone = session({ scope: "learner", accountId: account("b"), expiresAt: at(200 * DAY) });
    const person = personOf([]);
    const seen = { ...alone, lastSeenAt: at(89 * DAY) };
    expect(standingOf(seen, person, now(90 * DAY))).toBe(seen);
    expect(standingOf(seen, person, now(90 * DAY + 1))).toBeUndefined();
    expect(standingOf(alone, person, now(30 * DAY + 1))).toBeUndefined();
  });
});

describe("taking a learner off", () => {
  const options = (letter: string, person: Person) => ({
    learnerId: learnerOf(principalFor(session(), person, now()), learnerIdOf(letter)),
    person,
    now: now(),
  });
  const learnerIdOf = (letter: string) => Learner.shape.id.parse(learner(letter));

  it("leaves the others, and gives the phone to the next when she was the one chosen", () => {
    const person = personOf(["1", "2"]);
    const left = without(session({ learnerId: learner("b") }), options("b", person));
    expect(left).not.toHaveProperty("learnerId");
    expect(left && principalFor(left, person, now()).learnerIds).toEqual(
      ["1", "2", "c"].map(learner),
    );
  });

  it("with the account's last learner the account itself leaves, unless it is staff's", () => {
    const learning = without(session(), options("1", personOf(["1"])));
    expect(learning).toMatchObject({ scope: "learner", accountId: account("b"), leftOut: [] });
    const staff = without(session(), options("1", personOf(["1"], "trainer")));
    expect(staff).toMatchObject({ scope: "account", leftOut: [learner("1")] });
  });

  it("ends the session when nobody is left", () => {
    const person = personOf(["1"]);
    expect(without(session({ profiles: [] }), options("1", person))).toBeUndefined();
    expect(withoutAccount(session({ profiles: [] }), now())).toBeUndefined();
  });
});

describe("whose learning a request is about", () => {
  const asked = principalFor(
    session({ learnerId: learner("1") }),
    personOf(["1"], "trainer"),
    now(),
  );
  const id = (letter: string) => Learner.shape.id.parse(learner(letter));

  it("is the chosen learner's, or that of the one it names", () => {
    expect(learnerOf(asked)).toBe(learner("1"));
    expect(learnerOf(asked, id("c"))).toBe(learner("c"));
  });

  it("is nobody's who is not on the phone, in the same words as for one who does not exist", () => {
    for (const stranger of ["9", "f"])
      expect(() => learnerOf(asked, id(stranger))).toThrow(new Refused("not_found"));
    const nobody = principalFor(session({ profiles: [] }), personOf([]), now());
    expect(() => learnerOf(nobody)).toThrow(new Refused("learner.required"));
    expect(() => learnerOf(nobody, id("9"))).toThrow(new Refused("not_found"));
  });

  it("narrows to her account and the learner's role, so that a repeat is known under whoever is chosen", () => {
    expect(actingFor(asked, id("b"))).toMatchObject({
      accountId: account("b"),
      learnerIds: [learner("b")],
      roles: ["learner"],
      ownsAccount: false,
    });
    expect(actingFor(asked)).toMatchObject({ accountId: account("a"), ownsAccount: true });
    expect(actingFor(asked)).not.toHaveProperty("organisationId");
  });
});

import { AccountId, Certificate, type Erasure, LearnerId, type Session } from "@twiza/contract";
import { describe, expect, it } from "vitest";
import { after } from "./go-on.ts";
import { huskOf } from "./husk.ts";
import { hashesIn, isAbout, lineWithout } from "./scrub.ts";
import { without } from "./sessions.ts";

const id = (kind: string, digit: string) => `${kind}_${digit.repeat(32)}`;
const AT = "2026-06-01T08:00:00.000Z";
const NOW = new Date(AT);
const her = LearnerId.parse(id("lrn", "a"));
const account = AccountId.parse(id("acc", "a"));

const certificate = (more: object = {}) =>
  Certificate.parse({
    ...{ id: id("crt", "c"), number: "TWZ-4f2a90-2026-000123", organisationId: id("org", "1") },
    ...{ organisationName: { fr: "Institut" }, learnerId: her, learnerName: "Fadma Aït Baha" },
    ...{ courseId: id("crs", "1"), courseTitle: { fr: "La laine" }, courseVersion: 2 },
    ...{
      cohortId: id("coh", "1"),
      minutes: 90,
      quizPercent: 87,
      issuedAt: "2026-05-01T08:00:00.000Z",
    },
    ...{ issuedBy: "system", language: "zgh", design: "d".repeat(64) },
    expiresAt: "2027-05-01T08:00:00.000Z",
    ...more,
  });

describe("what is left of a certificate", () => {
  it("names nobody: neither her, nor her result, nor her group, nor what was written about her", () => {
    const end = { at: AT, by: id("acc", "2"), reason: "inquiry", note: "Fadma asked" };
    const proposal = { ...end, act: "reissue", reason: "replaced", learnerName: "Fatma" };
    const husk = huskOf(certificate({ suspension: end, proposal }), { at: AT, revokes: false });
    const text = JSON.stringify(Certificate.parse(husk));
    for (const secret of ["Fadma", "Fatma", her, account, "87", "coh_", "zgh", "dddd", "asked"])
      expect(text).not.toContain(secret);
    expect(husk).toMatchObject({
      number: "TWZ-4f2a90-2026-000123",
      erasedAt: AT,
      courseVersion: 2,
    });
    expect(husk.suspension?.at).toBe(AT);
    expect(husk.revocation).toBeUndefined();
  });

  it("is revoked once, when she wants it, and its story says so", () => {
    const husk = huskOf(certificate(), { at: AT, revokes: true });
    expect(husk.revocation).toMatchObject({ at: AT, reason: "request" });
    expect(husk.acts?.map(({ act }) => act)).toEqual(["issued", "revoked"]);
    const ended = { at: "2026-05-02T08:00:00.000Z", by: id("acc", "2"), reason: "fraud" };
    const before = huskOf(certificate({ revocation: ended }), { at: AT, revokes: true });
    expect(before.revocation).toMatchObject({ at: ended.at, reason: "fraud" });
    expect(before.acts?.map(({ act }) => act)).toEqual(["issued", "revoked"]);
  });

  it("has nothing in common with another husk of hers", () => {
    const one = huskOf(certificate(), { at: AT, revokes: true });
    const other = huskOf(certificate({ id: id("crt", "e") }), { at: AT, revokes: true });
    expect(one.learnerId).not.toBe(other.learnerId);
    expect(one.revocation?.by).not.toBe(other.revocation?.by);
  });
});

describe("a line of the trail", () => {
  const line = { action: "grade.changed", at: AT, actorId: id("acc", "2"), actorName: "Nadia" };
  const hers = { subjects: new Set([her, id("crt", "c")]), account };

  it("keeps what was done, when and by whom, and no longer to whom or why", () => {
    const about = { learnerId: her, courseId: id("crs", "1") };
    const told = { ...line, subjectId: her, subjectName: "Fadma", note: "Fadma was ill", about };
    expect(lineWithout(told, hers)).toEqual({ ...line, subjectId: "—", subjectName: "—" });
  });

  it("keeps the number of a certificate, and is left alone once it was done", () => {
    const told = { ...line, subjectId: id("crt", "c"), subjectName: "TWZ-1-2026-000001 Fadma" };
    const once = lineWithout(told, hers);
    expect(once).toEqual({ ...told, subjectName: "TWZ-1-2026-000001 —" });
    expect(lineWithout(once, hers)).toBeUndefined();
  });

  it("of somebody else stays as it is; of what she did herself her name goes", () => {
    const other = { ...line, subjectId: id("lrn", "b"), subjectName: "Itto", note: "kept" };
    expect(lineWithout(other, hers)).toBeUndefined();
    const own = { ...other, actorId: account, actorName: "Fadma" };
    expect(lineWithout(own, hers)).toMatchObject({
      actorName: "—",
      subjectName: "Itto",
      note: "kept",
    });
    expect(JSON.stringify(lineWithout(own, hers))).not.toContain(account);
  });
});

it("a reply is about her when it holds an id of hers whole, and never by a part of one", () => {
  const subjects = new Set<string>([her]);
  expect(isAbout(JSON.stringify({ of: { learnerId: her } }), subjects)).toBe(true);
  expect(isAbout(JSON.stringify({ learnerId: `${her}a` }), subjects)).toBe(false);
  expect(isAbout("null", subjects)).toBe(false);
});

it("blobs are found however deep a row holds them", () => {
  const row = {
    proofs: [{ hash: "1" }],
    markings: [{ voice: { hash: "2" }, notes: [{ voice: { hash: "3" } }] }],
  };
  expect(hashesIn(row)).toEqual(["1", "2", "3"]);
});

describe("a round", () => {
  const running: Erasure = {
    ...{ id: id("ers", "1") as Erasure["id"], learnerId: her, accountId: account, at: AT },
    ...{ state: "running", round: 1, step: 0 },
    work: { subjects: [her], courses: [], organisations: [] },
  };
  const toEnd = (found: (round: number, step: number) => boolean): Erasure[] => {
    const way = [running];
    for (let at = running; at.state === "running" && way.length < 200; way.push(at))
      at = after(at, { found: found(at.round, at.step) }, NOW);
    return way;
  };

  it("that found anything is followed by another, and the one that found nothing is the last", () => {
    const way = toEnd((round, step) => round < 3 && step === 4);
    expect(way.at(-1)).toMatchObject({ state: "done", round: 3, doneAt: AT });
    expect(way.at(-1)).not.toHaveProperty("work");
    expect(toEnd(() => false).at(-1)).toMatchObject({ state: "done", round: 1 });
  });

  it("stays with a step that has a place to go on from", () => {
    const there = after(running, { found: true, place: "x" }, NOW);
    expect(there).toMatchObject({ step: 0, place: "x", found: true });
    expect(after(there, { found: false }, NOW)).toMatchObject({ step: 1, found: true });
  });
});

describe("a session", () => {
  const other = {
    learnerId: LearnerId.parse(id("lrn", "b")),
    accountId: AccountId.parse(id("acc", "b")),
    provenAt: AT,
  };
  const session = (more: object) =>
    ({
      ...{ id: id("ses", "1"), secretHash: "s", accountId: account, scope: "account", device: "d" },
      ...{ profiles: [], leftOut: [], createdAt: AT, lastSeenAt: AT, expiresAt: AT, ...more },
    }) as unknown as Session;
  const leaving = { learnerId: her, accountId: account };

  it("of an account that goes ends, unless somebody else is on that phone", () => {
    const gone = { ...leaving, account: true as const };
    expect(without(session({ learnerId: her }), gone, NOW)).toBeUndefined();
    const left = without(session({ learnerId: her, profiles: [other] }), gone, NOW);
    expect(left).toMatchObject({ scope: "learner", learnerId: other.learnerId, profiles: [other] });
    expect(JSON.stringify(left)).not.toContain(her);
  });

  it("of an account that stays goes on without her, and others' are not touched", () => {
    const left = without(session({ learnerId: her, leftOut: [her] }), leaving, NOW);
    expect(JSON.stringify(left)).not.toContain(her);
    const strange = session({ accountId: other.accountId, learnerId: other.learnerId });
    expect(without(strange, leaving, NOW)).toBe(strange);
  });
});

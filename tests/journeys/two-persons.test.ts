import { learners, staff } from "@twiza/content";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { done, secondAdministrator } from "../house/second-person.ts";

let house: House;
let at: Landmarks;
let admin: Visitor;
let second: Visitor;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  admin = await house.as(staff.administrator.contact);
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());

const params = () => ({ certificateId: at.valid.id });
const suspend = { act: "suspend", reason: "inquiry" } as const;
const propose = (by: Visitor) =>
  by.do("proposeAct", { params: params(), body: { ...suspend, intentId: newIntent() } });
type Wanted = { act: "revoke"; reason: "fraud" } | { act: "reinstate" | "renew" } | typeof suspend;
const refusedTo = (by: Visitor, wanted: Wanted | { act: "reissue"; learnerName: string }) =>
  by.refused("proposeAct", { params: params(), body: { ...wanted, intentId: newIntent() } });
const decision = (seenAt: string | undefined, what: "approve" | "turn_down") => ({
  params: params(),
  body: { intentId: newIntent(), decision: what, seenAt: seenAt ?? "" },
});
const page = async (id: string) => (await house.anyone.fetch(`/verify/${id}?lang=en`)).text();

it("with one administrator it stays proposed, changes nothing for whoever checks, and the list says that nobody can approve", async () => {
  const { proposal } = await propose(admin);
  const { proposals, approvers } = await admin.do("listProposals", {});
  expect(proposals).toMatchObject([{ isOwn: true, mayApprove: false }]);
  expect(approvers).toEqual([]);
  expect(await admin.refused("decideProposal", decision(proposal?.at, "approve"))).toBe(
    "certificate.same_person",
  );
  expect(await trainer.refused("decideProposal", decision(proposal?.at, "approve"))).toBe(
    "not_found",
  );
  expect(await page(at.valid.id)).toContain("This certificate is valid.");
});

it("something is proposed once at a time; a stale look and a second decision are refused by their codes", async () => {
  second = await secondAdministrator(house);
  expect(await refusedTo(second, suspend)).toBe("certificate.proposed");
  const { proposals, approvers } = await second.do("listProposals", {});
  expect(proposals).toMatchObject([{ isOwn: false, mayApprove: true }]);
  expect(approvers).toEqual([staff.administrator.name]);
  const [waiting] = proposals;
  const stale = decision("2026-01-01T00:00:00.000Z", "approve");
  expect(await second.refused("decideProposal", stale)).toBe("stale_write");
  const both = await Promise.allSettled(
    (["approve", "turn_down"] as const).map((what) =>
      second.do("decideProposal", decision(waiting?.certificate.proposal.at, what)),
    ),
  );
  expect(both.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  expect(await second.refused("decideProposal", decision(at.valid.issuedAt, "approve"))).toBe(
    "certificate.not_proposed",
  );
});

it("the same wish twice is done once, and the one who proposed may take it back", async () => {
  const two = { proposer: admin, approver: second, certificateId: at.valid.id };
  const { certificates } = await admin.do("listCertificates", {
    query: { search: at.valid.number },
  });
  if (certificates[0]?.suspension) await done(two, { act: "reinstate" });
  const body = { ...suspend, intentId: newIntent() };
  const first = await admin.do("proposeAct", { params: params(), body });
  expect(await admin.do("proposeAct", { params: params(), body })).toEqual(first);
  const back = decision(first.proposal?.at, "turn_down");
  const { certificate } = await admin.do("decideProposal", back);
  expect(certificate.proposal).toBeUndefined();
  expect(await admin.do("decideProposal", back)).toEqual({ certificate });
});

it("a suspended one says so and is neither suspended again nor given another name; lifted, it counts as before", async () => {
  const two = { proposer: trainer, approver: admin, certificateId: at.valid.id };
  const { certificate } = await done(two, suspend);
  expect(certificate.suspension).toMatchObject({ reason: "inquiry" });
  expect(certificate.suspension?.by).not.toBe(certificate.suspension?.approvedBy);
  expect(await page(at.valid.id)).toContain("This certificate is suspended");
  expect(await refusedTo(trainer, suspend)).toBe("certificate.already_suspended");
  const renamed = { act: "reissue", learnerName: "Zineb Amrani Idrissi" } as const;
  expect(await refusedTo(trainer, renamed)).toBe("certificate.already_suspended");
  await done(two, { act: "reinstate" });
  expect(await page(at.valid.id)).toContain("This certificate is valid.");
  expect(await refusedTo(trainer, { act: "reinstate" })).toBe("certificate.not_suspended");
});

it("who teaches another group proposes nothing here, and sees nothing of it", async () => {
  const other = await house.as(staff.secondTrainer.contact);
  expect(await refusedTo(other, suspend)).toBe("not_found");
  const { proposal } = await propose(trainer);
  expect((await other.do("listProposals", {})).proposals).toEqual([]);
  expect((await trainer.do("listProposals", {})).proposals).toMatchObject([
    { isOwn: true, mayApprove: false },
  ]);
  await trainer.do("decideProposal", decision(proposal?.at, "turn_down"));
});

it("a course that says nothing of renewal renews nothing, and a name is put right by another name only", async () => {
  expect(await refusedTo(admin, { act: "renew" })).toBe("certificate.not_renewable");
  const same = { act: "reissue", learnerName: at.valid.learnerName } as const;
  expect(await refusedTo(admin, same)).toBe("certificate.same_name");
});

describe("a name that was put right", () => {
  it("stands on another certificate with a number of its own, to which the old page leads", async () => {
    const two = { proposer: trainer, approver: admin, certificateId: at.valid.id };
    const learnerName = "Zineb Amrani Idrissi";
    const { certificate, issued } = await done(two, { act: "reissue", learnerName });
    expect(issued).toMatchObject({
      learnerName,
      reissueOf: at.valid.id,
      courseId: at.valid.courseId,
    });
    expect(issued?.number).not.toBe(at.valid.number);
    expect(certificate).toMatchObject({
      replacedBy: issued?.id,
      revocation: { reason: "replaced" },
    });
    const old = await page(at.valid.id);
    expect(old).toContain("was revoked");
    expect(old).toContain(`/verify/${issued?.id}`);
    expect(await page(issued?.id ?? "")).toContain("This certificate is valid.");
    const learner = await house.as(learners.certified.contact);
    const { certificates } = await learner.do("listWallet", {});
    expect(certificates.map(({ state }) => state)).toEqual(["valid", "revoked"]);
    expect(await refusedTo(admin, { act: "revoke", reason: "fraud" })).toBe(
      "certificate.already_revoked",
    );
  });

  it("is found by parts of it, by number, state and day, and nobody finds another's", async () => {
    const found = async (query: object) =>
      (await admin.do("listCertificates", { query })).certificates.map(
        ({ learnerName }) => learnerName,
      );
    expect(await found({ search: "idrissi zin" })).toEqual(["Zineb Amrani Idrissi"]);
    expect(await found({ search: "ابراهيم" })).toEqual([learners.revoked.name]);
    expect(await found({ search: "nobody" })).toEqual([]);
    const today = at.valid.issuedAt.slice(0, 10);
    expect(await found({ state: "valid", from: today })).toEqual(["Zineb Amrani Idrissi"]);
    expect(await found({ until: "2020-01-01" })).toEqual([]);
    expect(await found({ courseId: at.byHand.courseId })).toEqual([]);
    expect(await trainer.refused("listCertificates", {})).toBe("role.missing");
  });
});

it("nobody decides about her own certificate, whatever two roles she has, and the trail tells who proposed and who approved", async () => {
  const body = { name: "Zineb", contact: learners.certified.contact };
  await admin.do("grantMembership", {
    body: { ...body, intentId: newIntent(), roles: ["administrator", "trainer"] },
  });
  const holder = await house.as(learners.certified.contact);
  const { certificates } = await holder.do("listWallet", {});
  const own = { certificateId: certificates[0]?.id ?? "" };
  const wanted = { ...suspend, intentId: newIntent() };
  expect(await holder.refused("proposeAct", { params: own, body: wanted })).toBe("certificate.own");
  const { proposal } = await admin.do("proposeAct", { params: own, body: wanted });
  const approval = { ...decision(proposal?.at, "approve"), params: own };
  expect(await holder.refused("decideProposal", approval)).toBe("certificate.own");
  expect((await holder.do("listProposals", {})).proposals).toEqual([]);
  await second.do("decideProposal", approval);
  const { entries } = await admin.do("listAudit", {});
  const told = entries.filter(({ subjectId }) => subjectId === own.certificateId);
  expect(told.map(({ action, actorName }) => [action, actorName]).slice(0, 2)).toEqual([
    ["certificate.suspended", "Youssef Alaoui"],
    ["certificate.proposed", staff.administrator.name],
  ]);
});

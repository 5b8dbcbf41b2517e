import { learners } from "@twiza/content";
import { credentialWith, signedDocument } from "@twiza/credential/document";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checking } from "../house/checking.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { type Institution, newInstitution } from "../house/institution.ts";
import { ADMIN, findLandmarks, type Landmarks, TRAINER } from "../house/landmarks.ts";
import { done, secondAdministrator } from "../house/second-person.ts";

let house: House;
let at: Landmarks;
let admin: Visitor;
let partner: Institution;
let stranger: Institution;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  admin = await house.as(ADMIN);
  partner = await newInstitution(house, "Université des métiers");
  stranger = await newInstitution(house, "Autre institut");
});
afterAll(() => house.close());

const course = () => ({ courseId: at.byHand.courseId });
const ask = (partnerId: string, by = admin) =>
  by.do("askPartnership", { body: { intentId: newIntent(), ...course(), partnerId } });
const refusedToAsk = (partnerId: string, by = admin) =>
  by.refused("askPartnership", { body: { intentId: newIntent(), ...course(), partnerId } });
const answer = (seenAt: string, accepts = true) => ({
  params: course(),
  body: { intentId: newIntent(), accepts, seenAt },
});
const end = (organisationId = partner.id) => ({
  params: { ...course(), organisationId },
  body: { intentId: newIntent() },
});
const listed = async (by: Visitor) => (await by.do("listPartnerships", {})).partnerships;

describe("an agreement of two institutions", () => {
  it("is asked for by whoever has the course, of somebody else, and only for what is published", async () => {
    expect(
      (await admin.do("readInstitution", { params: { organisationId: partner.id } })).name,
    ).toEqual({ fr: "Université des métiers" });
    const own = (await admin.do("readMe", {})).organisationId ?? "";
    expect(await refusedToAsk(own)).toBe("partnership.own");
    expect(await refusedToAsk(`org_${"0".repeat(32)}`)).toBe("not_found");
    // A course of somebody else is not there, whoever asks for it.
    expect(await refusedToAsk(stranger.id, partner.admin)).toBe("not_found");
    expect(await refusedToAsk(partner.id, stranger.admin)).toBe("not_found");
    expect(await refusedToAsk(partner.id, await house.as(TRAINER))).toBe("role.missing");
    const asked = await ask(partner.id);
    expect(asked).toMatchObject({ state: "asked", partnerId: partner.id });
    expect(asked.course.minutes).toBeGreaterThan(0);
    expect(await refusedToAsk(partner.id)).toBe("partnership.exists");
  });

  it("is seen by both, each from its own side, and by nobody else", async () => {
    const [ours] = await listed(admin);
    expect(ours).toMatchObject({ state: "asked" });
    expect(await listed(partner.admin)).toEqual([ours]);
    expect(await listed(stranger.admin)).toEqual([]);
  });

  it("is answered by the one who was asked, once, as she saw it", async () => {
    const [asked] = await listed(partner.admin);
    const seen = asked?.askedAt ?? "";
    expect(await stranger.admin.refused("answerPartnership", answer(seen))).toBe("not_found");
    expect(await admin.refused("answerPartnership", answer(seen))).toBe("not_found");
    expect(await stranger.admin.refused("endPartnership", end())).toBe("not_found");
    expect(await partner.admin.refused("endPartnership", end())).toBe("stale_write");
    const stale = answer("2026-01-01T00:00:00.000Z");
    expect(await partner.admin.refused("answerPartnership", stale)).toBe("stale_write");

    // Withdrawn and asked anew: an answer to what was asked before is no answer to this.
    await admin.do("endPartnership", end());
    expect(await partner.admin.refused("answerPartnership", answer(seen))).toBe("stale_write");
    const again = await ask(partner.id);
    expect(await partner.admin.refused("answerPartnership", answer(seen))).toBe("stale_write");

    const accepting = answer(again.askedAt);
    const accepted = await partner.admin.do("answerPartnership", accepting);
    expect(accepted).toMatchObject({ state: "running" });
    expect(await partner.admin.do("answerPartnership", accepting)).toEqual(accepted);
    expect(await partner.admin.refused("answerPartnership", answer(again.askedAt))).toBe(
      "stale_write",
    );
    expect(await listed(admin)).toEqual([accepted]);
  });

  it("stands in the trail of both, on the other's side without the name of a person", async () => {
    const actions = async (by: Visitor) =>
      (await by.do("listAudit", {})).entries
        .filter(({ action }) => action.startsWith("partnership."))
        .map(({ action, actorId }) => [action.slice(12), actorId === "system"]);
    const own = [["accepted", true], ["asked", false], ["ended", false], ["asked", false]]; // prettier-ignore
    expect(await actions(admin)).toEqual(own);
    expect(await actions(partner.admin)).toEqual(own.map(([act, isOthers]) => [act, !isOthers]));
  });

  it("is of two others at most for a course, however many ask at once", async () => {
    const more = [await newInstitution(house, "Trois"), await newInstitution(house, "Quatre")];
    const asked = await Promise.allSettled(more.map(({ id }) => ask(id)));
    expect(asked.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await refusedToAsk(stranger.id)).toBe("partnership.too_many");
    const waiting = (await listed(admin)).find(({ state }) => state === "asked");
    const taken = more.find(({ id }) => id === waiting?.partnerId);
    await taken?.admin.do("answerPartnership", answer(waiting?.askedAt ?? "", false));
    // The place of one that declined is free again.
    expect((await ask(stranger.id)).state).toBe("asked");
    await admin.do("endPartnership", end(stranger.id));
  });
});

describe("a certificate of a course with a partner", () => {
  const issue = async () => {
    const body = {
      intentId: newIntent(),
      cohortId: at.byHand.id,
      learnerId: at.eligible.learnerId,
    };
    const certificate = await admin.do("issueCertificate", { body });
    await house.server.worker.settled();
    return certificate;
  };
  const signedOf = (certificateId: string) => admin.do("readSigned", { params: { certificateId } });
  let issued: Awaited<ReturnType<typeof issue>>;

  it("keeps who stood behind it, is signed by both, and the check tells of each", async () => {
    issued = await issue();
    expect(issued.partners).toMatchObject([
      { organisationId: partner.id, organisationName: { fr: "Université des métiers" } },
    ]);
    const signed = await signedOf(issued.id);
    expect(signed.endorsements).toHaveLength(1);
    const document = JSON.stringify(signedDocument(signed));
    for (const given of [document, signed.jwt]) {
      const outcome = await checking(house, given);
      expect(outcome).toMatchObject({
        verdict: "valid",
        partners: [
          {
            organisationId: partner.id,
            state: "passed",
            steps: [{ finding: "partner.signed" }, { finding: "issuer.known" }],
          },
        ],
      });
    }
    // Signed once, whatever comes again.
    await house.server.worker.settled();
    expect(await signedOf(issued.id)).toEqual(signed);
  });

  it("is the issuer's alone as long as the partner's signature is not to be had, or is another's", async () => {
    const signed = await signedOf(issued.id);
    const away = { endorsement: () => Promise.resolve(undefined) };
    expect(await checking(house, signed.jwt, away)).toMatchObject({
      verdict: "unknown",
      isGenuine: true,
      partners: [{ state: "unknown", steps: [{ finding: "partner.missing" }] }],
    });
    const other = { endorsement: () => Promise.resolve("{}") };
    expect(await checking(house, signed.jwt, other)).toMatchObject({
      verdict: "apart",
      isGenuine: true,
      partners: [{ state: "failed", steps: [{ finding: "partner.other" }] }],
    });
    const { proof } = signedDocument(signed);
    const stripped = { ...credentialWith(payloadOf(signed.jwt), undefined), proof };
    expect((await checking(house, JSON.stringify(stripped))).verdict).toBe("wrong");
  });

  it("shows what the partner has signed to anybody, under the partner's address alone", async () => {
    const signed = await signedOf(issued.id);
    const at = (organisationId: string, id: string = issued.id) =>
      house.anyone.fetch(`/o/${organisationId}/endorsements/${id}`);
    const response = await at(partner.id);
    expect(response.headers.get("content-type")).toBe("application/vc");
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    const text = await response.text();
    expect([text]).toEqual(signed.endorsements);
    // Nothing of her is in it.
    for (const secret of [issued.learnerName, issued.number, signed.salt])
      expect(text).not.toContain(secret);
    for (const path of [
      at(stranger.id),
      at(issued.organisationId),
      at(partner.id, "crt_1"),
      at("x"),
    ])
      expect((await path).status).toBe(404);
  });

  it("tells of both on its public page, in the register and in her wallet", async () => {
    const page = await (await house.anyone.fetch(`/verify/${issued.id}?lang=en`)).text();
    expect(page).toContain("In partnership with");
    expect(page).toContain("Université des métiers");
    expect(page).toContain(`/o/${partner.id}/endorsements/${issued.id}`);
    const told = await house.anyone.do("verifyCertificate", {
      params: { certificateId: issued.id },
    });
    expect(told).toMatchObject({ partners: issued.partners });
    const other = await house.as(learners.certified.contact);
    expect((await other.do("listWallet", {})).certificates[0]?.partners).toBeUndefined();
  });

  it("is the issuer's alone in another's place once the partner has ended it; what was issued keeps both signatures", async () => {
    expect((await partner.admin.do("endPartnership", end())).endedBy).toBe("partner");
    expect(await admin.refused("endPartnership", end())).toBe("stale_write");
    const signed = await signedOf(issued.id);
    expect((await checking(house, signed.jwt)).partners).toMatchObject([{ state: "passed" }]);

    const two = { proposer: admin, approver: await secondAdministrator(house) };
    const corrected = await done(
      { ...two, certificateId: issued.id },
      { act: "reissue", learnerName: "Aïcha El Fassi" },
    );
    await house.server.worker.settled();
    expect(corrected.issued?.partners).toBeUndefined();
    const next = await signedOf(corrected.issued?.id ?? "");
    expect(next.endorsements).toBeUndefined();
    const outcome = await checking(house, next.jwt);
    expect([outcome.verdict, outcome.partners]).toEqual(["valid", undefined]);
    // Revoking is the issuer's: what the partner has signed says nothing more than it did.
    expect(await checking(house, signed.jwt)).toMatchObject({
      verdict: "revoked",
      partners: [{ state: "passed" }],
    });
  });
});

function payloadOf(token: string): object {
  const [, payload = ""] = token.split(".");
  return JSON.parse(Buffer.from(payload, "base64url").toString()) as object;
}

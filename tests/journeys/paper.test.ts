import { learners, staff } from "@twiza/content";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { newDesignId, plainLook } from "../house/designs.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { ADMIN, findLandmarks, type Landmarks, TRAINER } from "../house/landmarks.ts";
import { bring, somePng } from "../house/pictures.ts";

let house: House;
let at: Landmarks;
let admin: Visitor;
let holder: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  admin = await house.as(ADMIN);
  holder = await house.as(learners.certified.contact);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const body = (changes: object = {}) => ({
  ...{ ...wish(), name: "Laine", look: plainLook(), everywhere: false, courses: [] },
  ...changes,
});
const save = (designId: string, changes: object = {}) =>
  admin.do("saveDesign", { params: { designId }, body: body(changes) });
const remove = (designId: string) =>
  admin.do("removeDesign", { params: { designId }, body: wish() });
const bytesOf = ({ base64 }: { base64: string }) => Buffer.from(base64, "base64");
const paperOf = (who: Visitor, certificateId: string) =>
  who.do("readPaper", { params: { certificateId }, query: {} });

describe("the paper of a certificate", () => {
  it("is hers to take and her organisation's, the same file for both, and nobody else's", async () => {
    const mine = await paperOf(holder, at.valid.id);
    expect(bytesOf(mine).subarray(0, 5).toString()).toBe("%PDF-");
    expect(mine.name).toBe(`${at.valid.number}-${learners.certified.language}.pdf`);
    expect(await paperOf(admin, at.valid.id)).toEqual(mine);
    const params = { certificateId: at.valid.id };
    for (const stranger of [await house.as(learners.eligible.contact), await house.as(TRAINER)]) {
      expect(await stranger.refused("readPaper", { params })).toBe("not_found");
      expect(await stranger.refused("readShareImage", { params })).toBe("not_found");
    }
  });

  it("comes in the languages that somebody asks for, and as a picture for messages", async () => {
    const params = { certificateId: at.valid.id };
    const both = await holder.do("readPaper", { params, query: { language: "zgh.fr" } });
    expect(both.name).toBe(`${at.valid.number}-zgh-fr.pdf`);
    expect(bytesOf(both).includes("<dc:language><rdf:Bag><rdf:li>zgh</rdf:li>")).toBe(true);
    const picture = await holder.do("readShareImage", { params, query: {} });
    expect(bytesOf(picture).subarray(1, 4).toString()).toBe("PNG");
    const asked = { params, query: { language: "ar.ar" } };
    expect(await holder.refused("readPaper", asked)).toBe("request.invalid");
  });

  it("is made no more once the certificate is revoked", async () => {
    const once = await house.as(learners.revoked.contact);
    const [gone] = (await once.do("listWallet", {})).certificates;
    const params = { certificateId: found(gone).id };
    expect(await once.refused("readPaper", { params })).toBe("paper.revoked");
  });
});

describe("a design of certificates", () => {
  it("reaches what is issued from then on, and nothing that was issued before; changed later, it changes neither", async () => {
    const before = bytesOf(await paperOf(admin, at.valid.id));
    const designId = newDesignId();
    const design = await save(designId, { everywhere: true });
    const issued = await admin.do("issueCertificate", {
      body: { ...wish(), cohortId: at.byHand.id, learnerId: at.eligible.learnerId },
    });
    expect(issued.design).toMatch(/^[0-9a-f]{64}$/);
    // Once it is signed its square holds the proof, and it stays as it is.
    await house.server.worker.settled();
    const framed = bytesOf(await paperOf(admin, issued.id));
    await save(designId, {
      seen: design.revision,
      everywhere: true,
      look: plainLook({ base: "open", palette: "henna" }),
    });
    expect(bytesOf(await paperOf(admin, issued.id)).equals(framed)).toBe(true);
    await remove(designId);
    expect(bytesOf(await paperOf(admin, issued.id)).equals(framed)).toBe(true);
    expect(bytesOf(await paperOf(admin, at.valid.id)).equals(before)).toBe(true);
  });

  it("is not overwritten unseen, and a course has one", async () => {
    const [one, other] = [newDesignId(), newDesignId()];
    const courses = [at.course.courseId];
    const first = await save(one, { courses });
    await save(one, { seen: first.revision, courses, name: "Laine et soie" });
    const stale = { params: { designId: one }, body: body({ seen: first.revision }) };
    expect(await admin.refused("saveDesign", stale)).toBe("stale_write");
    const taken = { params: { designId: other }, body: body({ courses }) };
    expect(await admin.refused("saveDesign", taken)).toBe("design.course_taken");
    await remove(one);
    await save(other, { courses });
    const back = await admin.do("restoreDesign", { params: { designId: one }, body: wish() });
    expect(back).toMatchObject({ name: "Laine et soie", courses: [] });
    const { entries } = await admin.do("listAudit", { query: {} });
    const lines = entries.filter(({ subjectId }) => subjectId === one).map(({ action }) => action);
    expect(lines.toSorted()).toEqual([
      "design.changed",
      "design.changed",
      "design.removed",
      "design.restored",
    ]);
    for (const designId of [one, other]) await remove(designId);
  });

  it("names a field that no certificate has as it is written", async () => {
    const look = plainLook({ texts: { fr: { body: "gagne {salary} par mois" } } });
    const response = await admin.fetch(`/api/designs/${newDesignId()}`, {
      method: "PUT",
      headers: { "content-type": "application/json", "x-twiza": "1" },
      body: JSON.stringify(body({ look })),
    });
    expect(await response.json()).toMatchObject({
      code: "request.invalid",
      issues: [{ path: "look.texts.fr.body", code: "unknown_field {salary}" }],
    });
  });

  it("holds pictures that were brought for it, and no other's by its hash", async () => {
    const intentId = newIntent();
    await bring(admin, { house, intentId, type: "image/png", bytes: somePng() });
    const picture = await admin.do("takeDesignPicture", { body: { intentId } });
    const look = plainLook({ logos: [{ name: "ODCO", picture }] });
    const preview = { look, language: "ar.fr" };
    const { svg } = await admin.do("previewDesign", { body: preview });
    expect(svg).toMatch(/^<svg .*<\/svg>\s*$/s);
    expect(svg).not.toMatch(/<script|foreignObject|javascript:/);
    const foreign = { ...picture, hash: at.valid.id.slice(4) + "0".repeat(32) } as never;
    const stolen = { ...preview, look: plainLook({ logos: [{ name: "ODCO", picture: foreign }] }) };
    expect(await admin.refused("previewDesign", { body: stolen })).toBe("design.picture_unknown");
  });

  it("is looked at with somebody of the register, or with nobody, and never with somebody of another organisation", async () => {
    const look = plainLook();
    const asked = { look, language: "fr" };
    const [nobody, somebody] = [
      await admin.do("previewDesign", { body: { ...asked, long: true } }),
      await admin.do("previewDesign", { body: { ...asked, certificateId: at.valid.id } }),
    ];
    expect(nobody.svg).not.toBe(somebody.svg);
    const trainer = await house.as(staff.trainer.contact);
    expect(await trainer.refused("previewDesign", { body: asked })).toBe("role.missing");
  });
});

it("a name with a sign that paper cannot show is refused by that sign, never printed with a hole", async () => {
  const { deps } = house.server;
  const kept = found(await deps.store.certificates.byId(at.valid.id as never));
  const renamed = { ...kept.value, learnerName: "Amina 王" };
  await deps.store.commit([deps.store.certificates.put(renamed, kept.revision)]);
  const response = await holder.fetch(`/api/certificates/${at.valid.id}/paper`);
  expect(response.status).toBe(409);
  expect(await response.json()).toMatchObject({
    code: "paper.undisplayable",
    issues: [{ path: "王", code: "U+738B" }],
  });
});

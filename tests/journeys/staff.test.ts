import { learners, staff } from "@twiza/content";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/samples.ts";
import { signUp } from "../house/sign-up.ts";

let house: House;
let at: Landmarks;
let admin: Visitor;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  admin = await house.as(staff.administrator.contact);
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());

it("an administrator opens an organisation, hires a trainer, opens a cohort, enrols people, and the trail tells all of it", async () => {
  const name = { fr: "Union des oasis", ar: "اتحاد الواحات" };
  const union = await admin.do("createOrganisation", {
    body: { intentId: newIntent(), name, kind: "union" },
  });
  const { organisations } = await admin.do("listOrganisations", {});
  expect(organisations.map(({ id }) => id)).toContain(union.id);

  const hired = { name: "Mounia Rami", contact: "mounia@example.org", roles: ["trainer" as const] };
  const member = await admin.do("grantMembership", { body: { intentId: newIntent(), ...hired } });
  const cohort = await admin.do("createCohort", {
    body: {
      intentId: newIntent(),
      courseId: at.course.courseId,
      name: "Zagora 2027",
      trainerIds: [member.accountId],
      startsOn: "2026-01-01",
      endsOn: "2099-12-31",
      places: 2,
      joining: "by_invitation",
      issuing: "by_hand",
    },
  });
  const enrolOne = (contact: string) =>
    admin.do("enrolPeople", {
      params: { cohortId: cohort.id },
      body: { intentId: newIntent(), people: [{ name: "Meryem", contact }] },
    });
  expect((await enrolOne("meryem@example.org")).people[0]?.result).toBe("enrolled");
  expect((await enrolOne("meryem@example.org")).people[0]?.result).toBe("already");
  await enrolOne("+212600000001");
  const third = {
    intentId: newIntent(),
    people: [{ name: "Third", contact: "third@example.org" }],
  };
  expect(await admin.refused("enrolPeople", { params: { cohortId: cohort.id }, body: third })).toBe(
    "cohort.full",
  );

  // Who was hired or enrolled before she ever came in finds it all waiting when she signs in.
  const mounia = await signUp(house, { contact: "mounia@example.org", language: "fr" });
  expect((await mounia.do("readMe", {})).roles).toEqual(["trainer"]);
  const { learners: lines } = await mounia.do("readProgress", { params: { cohortId: cohort.id } });
  expect(lines).toHaveLength(2);
  const meryem = await signUp(house, { contact: "meryem@example.org", language: "ar" });
  expect((await meryem.do("listEnrolments", {})).enrolments).toHaveLength(1);

  const { entries } = await admin.do("listAudit", {});
  const told = entries.map(({ action, actorName }) => `${actorName}: ${action}`);
  for (const action of [
    "organisation.created",
    "membership.granted",
    "cohort.created",
    "learner.enrolled",
  ]) {
    expect(told).toContain(`${staff.administrator.name}: ${action}`);
  }
});

it("a trainer publishes what changed with a note, and learners under way keep their version", async () => {
  const owner = await house.as(staff.secondTrainer.contact);
  const params = { courseId: at.changed.courseId };
  const before = await owner.do("readCourse", { params });
  expect(before).toMatchObject({
    version: 1,
    unpublishedChanges: true,
    difference: { settingsChanged: true, lessonsChanged: 0 },
  });
  const learner = await house.as(learners.beginner.contact);
  await learner.do("enrol", { body: { intentId: newIntent(), courseId: at.changed.courseId } });

  const live = await owner.do("publishCourse", {
    params,
    body: { intentId: newIntent(), note: "Seuil à 75 %." },
  });
  expect(live).toMatchObject({ version: 2, unpublishedChanges: false });
  expect(
    await owner.refused("publishCourse", {
      params,
      body: { intentId: newIntent(), note: "Encore." },
    }),
  ).toBe("course.unchanged");
  expect((await owner.do("readCourse", { params })).versions.map(({ version }) => version)).toEqual(
    [2, 1],
  );
  expect(await learner.do("readEnrolment", { params })).toMatchObject({ version: 1 });
  const { course } = await house.anyone.do("readOutline", { params });
  expect(course).toMatchObject({ version: 2 });
});

it("a trainer edits and publishes only her own courses, and follows only her own cohorts", async () => {
  const params = { courseId: at.changed.courseId };
  expect(await trainer.do("readCourse", { params })).toMatchObject({
    version: expect.any(Number) as number,
  });
  expect(
    await trainer.refused("publishCourse", {
      params,
      body: { intentId: newIntent(), note: "Mine?" },
    }),
  ).toBe("not_found");
  const second = await house.as(staff.secondTrainer.contact);
  expect(await second.refused("readProgress", { params: { cohortId: at.open.id } })).toBe(
    "not_found",
  );
  expect((await second.do("listCohorts", {})).cohorts).toEqual([]);
  expect(
    (await trainer.do("readProgress", { params: { cohortId: at.open.id } })).learners.length,
  ).toBeGreaterThanOrEqual(5);
});

it("a certificate is issued by hand only to who has earned it, once, and never to oneself", async () => {
  const { learners: lines } = await admin.do("listEligible", {
    params: { cohortId: at.byHand.id },
  });
  const notYet = lines.find(({ state }) => state === "not_yet");
  expect(notYet?.blockers.length).toBeGreaterThan(0);
  const issue = (learnerId: string) => ({
    body: { intentId: newIntent(), cohortId: at.byHand.id, learnerId },
  });
  expect(await admin.refused("issueCertificate", issue(notYet?.learnerId ?? ""))).toBe(
    "certificate.not_earned",
  );
  const certificate = await admin.do("issueCertificate", issue(at.eligible.learnerId));
  expect(certificate).toMatchObject({
    learnerName: learners.eligible.name,
    organisationId: at.byHand.organisationId,
  });
  expect(await admin.refused("issueCertificate", issue(at.eligible.learnerId))).toBe(
    "certificate.already_issued",
  );

  const revocation = {
    params: { certificateId: certificate.id },
    body: { intentId: newIntent(), reason: "error" as const },
  };
  await admin.do("revokeCertificate", revocation);
  const again = { ...revocation, body: { ...revocation.body, intentId: newIntent() } };
  expect(await admin.refused("revokeCertificate", again)).toBe("certificate.already_revoked");
});

it("nobody gives herself a role, and a role takes effect at the next request", async () => {
  const own = {
    intentId: newIntent(),
    name: "Me",
    contact: staff.administrator.contact,
    roles: ["auditor" as const],
  };
  expect(await admin.refused("grantMembership", { body: own })).toBe("membership.own");
  const auditor = await house.as(staff.auditor.contact);
  expect(await auditor.refused("listMembers", {})).toBe("role.missing");
  const grant = {
    name: staff.auditor.name,
    contact: staff.auditor.contact,
    roles: ["auditor" as const, "manager" as const],
  };
  await admin.do("grantMembership", { body: { intentId: newIntent(), ...grant } });
  expect((await auditor.do("listMembers", {})).members.length).toBeGreaterThanOrEqual(6);
});

it("numbers of certificates have no gap and no double, however many are issued at once", async () => {
  const before = (await admin.do("listCertificates", {})).certificates;
  const serials = before.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b);
  expect(serials).toEqual(serials.map((_, index) => index + 1));
});

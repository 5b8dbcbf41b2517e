import { learners, staff } from "@twiza/content";
import type { CohortDesk, OperationName } from "@twiza/contract";
import { afterAll, beforeAll, expect, it } from "vitest";
import {
  type House,
  newIntent,
  openHouse,
  pathOf,
  requestOf,
  type Visitor,
} from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { done } from "../house/second-person.ts";
import { signUp } from "../house/sign-up.ts";
import { someTicket } from "../house/ways-in.ts";

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

const cohortOf = (name: string, over: { places?: number; startsOn?: string; endsOn?: string }) => ({
  intentId: newIntent(),
  courseId: at.course.courseId,
  name,
  trainerIds: [at.trainer.accountId],
  startsOn: "2026-01-01",
  endsOn: "2099-12-31",
  places: 20,
  joining: "by_invitation" as const,
  issuing: "by_hand" as const,
  ...over,
});

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

it("a list longer than the places left says of each person whether she is in, and leaves nothing half done", async () => {
  const cohort = await admin.do("createCohort", { body: cohortOf("Zagora", { places: 2 }) });
  const params = { cohortId: cohort.id };
  const named = (...names: string[]) =>
    names.map((name) => ({ name, contact: `${name.toLowerCase()}@zagora.example` }));
  const ask = (names: string[], intentId = newIntent()) =>
    admin.do("enrolPeople", { params, body: { intentId, people: named(...names) } });
  const results = ({ people }: Awaited<ReturnType<typeof ask>>) =>
    people.map((person) => (person.result === "refused" ? person.code : person.result));
  const store = house.server.deps.store;

  const intentId = newIntent();
  const first = await ask(["Aicha", "Badia", "Chama", "Dounia"], intentId);
  expect(results(first)).toEqual(["enrolled", "enrolled", "cohort.full", "cohort.full"]);
  expect(first.people.map(({ contact }) => contact)).toEqual(
    named("Aicha", "Badia", "Chama", "Dounia").map(({ contact }) => contact),
  );
  // The same wish again, its answer lost: the same answer.
  expect(await ask(["Aicha", "Badia", "Chama", "Dounia"], intentId)).toEqual(first);
  expect(results(await ask(["Dounia", "Badia", "Aicha"]))).toEqual([
    "cohort.full",
    "already",
    "already",
  ]);

  const { taken, places } = await admin.do("readCohort", { params });
  expect([taken, places]).toEqual([2, 2]);
  const { learners: lines } = await admin.do("listEligible", { params });
  expect(lines.map(({ name }) => name).sort()).toEqual(["Aicha", "Badia"]);
  // Whoever found no place has no account that waits for her either.
  expect(await store.people.byContact("chama@zagora.example")).toBeUndefined();
});

it("a group that is over takes nobody, and says so of each", async () => {
  const over = cohortOf("Zagora 2020", { startsOn: "2020-01-01", endsOn: "2020-12-31" });
  const { id: cohortId } = await admin.do("createCohort", { body: over });
  const people = [{ name: "Late", contact: "late@example.org" }];
  const body = { intentId: newIntent(), people };
  expect(await admin.do("enrolPeople", { params: { cohortId }, body })).toEqual({
    people: [{ contact: "late@example.org", result: "refused", code: "cohort.closed" }],
  });
});

it("what a group says that she may do is what she may do, also for who has several roles", async () => {
  const { cohorts } = await admin.do("listCohorts", {});
  const both = await house.as(staff.secondTrainer.contact);
  const roles = { name: staff.secondTrainer.name, contact: staff.secondTrainer.contact };
  const give = (given: ("administrator" | "trainer")[]) =>
    admin.do("grantMembership", { body: { intentId: newIntent(), ...roles, roles: given } });
  await give(["administrator", "trainer"]);
  const manager = await house.as(staff.manager.contact);
  for (const visitor of [trainer, both, manager, admin]) {
    for (const { id: cohortId } of cohorts) {
      const params = { cohortId };
      const answer = await visitor.fetch(
        pathOf("readCohort", { params }),
        requestOf("readCohort", { params }),
      );
      // Everybody of this list takes the courses already, so that asking changes nothing.
      const { name, contact } = learners.underWay;
      const body = { intentId: newIntent(), people: [{ name, contact }] };
      const { learners: lines } = await admin.do("listEligible", { params });
      const vouch = {
        ...{ intentId: newIntent(), ...someTicket().hashes },
        learnerId: lines[0]?.learnerId,
      };
      const bodies: Partial<Record<OperationName, object>> = {
        enrolPeople: body,
        createTicket: vouch,
      };
      const allowed = async (name: OperationName) => {
        const asked = { params, body: bodies[name] };
        return (await visitor.fetch(pathOf(name, asked), requestOf(name, asked))).ok;
      };
      const desk = (await answer.json()) as Partial<CohortDesk>;
      const { mayFollow, mayIssue, mayEnrol, mayVouch } = desk;
      // A group without people has nobody to vouch for.
      const vouches = lines.length > 0 ? await allowed("createTicket") : mayVouch;
      expect([mayFollow, mayIssue, mayEnrol, mayVouch].map((right) => right ?? false)).toEqual([
        await allowed("readProgress"),
        await allowed("listEligible"),
        await allowed("enrolPeople"),
        vouches ?? false,
      ]);
    }
  }
  // An administrator who is a trainer too follows her own groups only, and is offered no more than that.
  const { mayFollow, mayIssue } = await both.do("readCohort", { params: { cohortId: at.open.id } });
  expect([mayFollow, mayIssue]).toEqual([false, true]);
  await give(["trainer"]);
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

it("what a course says that she may do is what she may do, in the list and at the desk", async () => {
  const askers = [staff.trainer, staff.secondTrainer, staff.manager, staff.administrator];
  for (const { contact } of askers) {
    const visitor = await house.as(contact);
    const { courses } = await visitor.do("listCourses", {});
    expect(courses.length).toBeGreaterThanOrEqual(3);
    for (const { id: courseId, mayEdit, mayPublish } of courses) {
      const params = { courseId };
      const { revision, draft, ...desk } = await visitor.do("readCourse", { params });
      expect(desk).toMatchObject({ mayEdit, mayPublish });
      const { title, summary, passMarkPercent, triesAllowed } = draft;
      const settings = { title, summary, passMarkPercent, triesAllowed };
      const edit = {
        params,
        body: { intentId: newIntent(), revision: revision + 99, ...settings },
      };
      const publish = { params, body: { intentId: newIntent(), note: "Mine?" } };
      // Who may is stopped by what is wrong with the wish itself: nothing is written.
      const refusals = [
        await visitor.refused("editCourse", edit),
        await visitor.refused("publishCourse", publish),
      ];
      expect(
        [refusals[0] === "stale_write", refusals[1] === "course.unchanged"],
        `${contact} ${refusals.join()}`,
      ).toEqual([mayEdit, mayPublish]);
    }
  }
  const own = (await trainer.do("listCourses", {})).courses.map(({ mayEdit }) => mayEdit);
  expect(new Set(own)).toEqual(new Set([true, false]));
  const { mayEdit, mayPublish } = await (
    await house.as(staff.manager.contact)
  ).do("readCourse", { params: { courseId: at.changed.courseId } });
  expect([mayEdit, mayPublish]).toEqual([false, true]);
});

it("of two who edit one course at once the second is told, and nothing of the first is lost", async () => {
  const params = { courseId: at.course.courseId };
  const [hers, theirs] = [
    await trainer.do("readCourse", { params }),
    await admin.do("readCourse", { params }),
  ];
  expect(hers.revision).toBe(theirs.revision);
  const { title, summary, triesAllowed } = hers.draft;
  const edit = (revision: number, passMarkPercent: number, intentId = newIntent()) => ({
    params,
    body: { intentId, revision, title, summary, triesAllowed, passMarkPercent },
  });
  const first = edit(theirs.revision, 61);
  await admin.do("editCourse", first);
  expect(await trainer.refused("editCourse", edit(hers.revision, 62))).toBe("stale_write");
  const now = await trainer.do("readCourse", { params });
  expect(now.draft.passMarkPercent).toBe(61);
  // The answer of the first was lost on the way: the same wish again is no second writer.
  await admin.do("editCourse", first);
  await trainer.do("editCourse", edit(now.revision, 62));
  expect((await admin.do("readCourse", { params })).draft.passMarkPercent).toBe(62);

  const both = await Promise.all(
    [63, 64].map(async (mark) => {
      const { revision } = await admin.do("readCourse", { params });
      return admin.fetch(
        pathOf("editCourse", { params }),
        requestOf("editCourse", edit(revision, mark)),
      );
    }),
  );
  expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
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

  const two = { proposer: trainer, approver: admin, certificateId: certificate.id };
  await done(two, { act: "revoke", reason: "error" });
  const params = { certificateId: certificate.id };
  const body = { intentId: newIntent(), act: "revoke" as const, reason: "error" as const };
  expect(await admin.refused("proposeAct", { params, body })).toBe("certificate.already_revoked");
});

it("a trainer who learns in her own group is offered no certificate for herself, and gets none", async () => {
  const { name, contact } = staff.trainer;
  const cohort = await admin.do("createCohort", { body: cohortOf("Hers", {}) });
  const params = { cohortId: cohort.id };
  const people = [
    { name, contact },
    { name: "Another", contact: "another@example.org" },
  ];
  await admin.do("enrolPeople", { params, body: { intentId: newIntent(), people } });
  const { learners: lines } = await trainer.do("listEligible", { params });
  expect(lines.find((line) => line.name === name)?.mayIssue).toBe(false);
  expect(lines.find((line) => line.name === "Another")?.mayIssue).toBe(true);
  const learnerId = lines.find((line) => line.name === name)?.learnerId ?? "";
  const body = { intentId: newIntent(), cohortId: cohort.id, learnerId };
  expect(await trainer.refused("issueCertificate", { body })).toBe("certificate.own");
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

it("a group says whom its learners may call, with that person's consent, until it says so no longer", async () => {
  const learner = await house.as(learners.underWay.contact);
  const told = async () => (await learner.do("listEnrolments", {})).contacts;
  const { open } = at;
  expect(await told()).toMatchObject([{ cohortId: open.id, name: staff.trainer.name }]);
  const params = { cohortId: open.id };
  const change = (contact: object | undefined) => ({
    params,
    body: { intentId: newIntent(), ...(contact ? { contact: contact as never } : {}) },
  });
  const number = { name: "Mounia", phone: "+212611223344" };
  expect(await trainer.refused("changeContact", change(number))).toBe("request.invalid");
  const other = await house.as(staff.secondTrainer.contact);
  const agreed = { ...number, consent: true };
  expect(await other.refused("changeContact", change(agreed))).toBe("not_found");
  const changed = await trainer.do("changeContact", change(agreed));
  expect(changed.contact).toMatchObject({ consentedAt: expect.any(String) as string });
  expect(await told()).toEqual([{ cohortId: open.id, ...number }]);
  await trainer.do("changeContact", change(undefined));
  expect(await told()).toEqual([]);
  const { entries } = await admin.do("listAudit", {});
  expect(entries.filter(({ action }) => action === "cohort.changed")).toHaveLength(2);
});

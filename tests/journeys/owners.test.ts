import { staff } from "@twiza/content";
import { found } from "@twiza/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";

let house: House;
let at: Landmarks;
let trainer: Visitor;
let second: Visitor;
let admin: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  trainer = await house.as(staff.trainer.contact);
  second = await house.as(staff.secondTrainer.contact);
  admin = await house.as(staff.administrator.contact);
});
afterAll(() => house.close());

type Wish = { readonly accountId: string; readonly leaving?: boolean };
const asked = (wish: Wish) => ({
  params: { courseId: at.course.courseId },
  body: { intentId: newIntent(), ...wish },
});
const candidates = async (who: Visitor) =>
  (await who.do("listOwnerCandidates", { params: { courseId: at.course.courseId } })).candidates;
const desk = (who: Visitor) => who.do("readCourse", { params: { courseId: at.course.courseId } });
const add = (who: Visitor, accountId: string) => who.do("addOwner", asked({ accountId }));

it("an owner shares her course with another trainer, who writes in it from then on and may be left alone with it", async () => {
  const { accountId: mine } = at.trainer;
  const { accountId: other } = at.second;
  expect(await desk(second)).toMatchObject({ mayEdit: false, mayOwn: false });
  expect(await candidates(trainer)).toContainEqual({
    accountId: other,
    name: staff.secondTrainer.name,
  });
  expect(JSON.stringify(await candidates(trainer))).not.toContain("@");

  const { owners } = await add(trainer, other);
  expect(owners).toEqual([
    { accountId: mine, name: staff.trainer.name },
    { accountId: other, name: staff.secondTrainer.name },
  ]);
  expect(await desk(second)).toMatchObject({ mayEdit: true, mayOwn: true, owners });
  expect((await candidates(second)).map(({ accountId }) => accountId)).not.toContain(other);
  // Once more, by another wish: she owns it already.
  expect(await add(admin, other)).toEqual({ owners });

  expect(await trainer.refused("removeOwner", asked({ accountId: mine }))).toBe("owner.oneself");
  await trainer.do("removeOwner", asked({ accountId: mine, leaving: true }));
  expect(await desk(trainer)).toMatchObject({ mayEdit: false, mayOwn: false });
  expect(await second.refused("removeOwner", asked({ accountId: other, leaving: true }))).toBe(
    "owner.last",
  );
  expect(await admin.refused("removeOwner", asked({ accountId: other }))).toBe("owner.last");
  await add(second, mine);
  await second.do("removeOwner", asked({ accountId: other, leaving: true }));
  expect((await desk(admin)).owners).toEqual([{ accountId: mine, name: staff.trainer.name }]);

  const told = async (action: "course.owner_added" | "course.owner_removed") =>
    (await admin.do("listAudit", { query: { action } })).entries.map((entry) => [
      entry.subjectId,
      entry.actorName,
      entry.note,
    ]);
  const { courseId } = at.course;
  expect(await told("course.owner_added")).toEqual([
    [courseId, staff.secondTrainer.name, staff.trainer.name],
    [courseId, staff.trainer.name, staff.secondTrainer.name],
  ]);
  expect(await told("course.owner_removed")).toEqual([
    [courseId, staff.secondTrainer.name, staff.secondTrainer.name],
    [courseId, staff.trainer.name, staff.trainer.name],
  ]);
});

it("nobody owns a course who is no trainer of its organisation, and nobody else says who does", async () => {
  const { members } = await admin.do("listMembers", { query: {} });
  const auditor = found(members.find(({ contact }) => contact === staff.auditor.contact));
  expect(await trainer.refused("addOwner", asked(auditor))).toBe("request.invalid");
  for (const accountId of [auditor.accountId, `acc_${"f".repeat(32)}`])
    expect(await trainer.refused("addOwner", asked({ accountId }))).toBe("owner.not_trainer");
  const { accountId } = at.second;
  expect(await second.refused("addOwner", asked({ accountId }))).toBe("not_found");
  expect(await second.refused("removeOwner", asked({ accountId: at.trainer.accountId }))).toBe("not_found"); // prettier-ignore
  const params = { courseId: at.course.courseId };
  expect(await second.refused("listOwnerCandidates", { params })).toBe("not_found");
  expect((await desk(admin)).owners).toHaveLength(1);
});

it("two who remove each other at the same moment leave the course one owner", async () => {
  const { accountId: mine } = at.trainer;
  const { accountId: other } = at.second;
  await add(trainer, other);
  const remove = (who: Visitor, accountId: string) =>
    who.do("removeOwner", asked({ accountId })).catch((cause: unknown) => cause);
  await Promise.all([remove(trainer, other), remove(second, mine)]);
  const { owners } = await desk(admin);
  expect(owners).toHaveLength(1);
  const [left] = owners;
  if (left?.accountId === mine) return;
  await add(admin, mine);
  await admin.do("removeOwner", asked({ accountId: other }));
});

it("an owner who is no longer a member has no name and can be removed by those who stay", async () => {
  const { deps } = house.server;
  const { accountId } = at.second;
  const { organisationId } = at.open;
  await add(trainer, accountId);
  const kept = found(await deps.store.people.membership(accountId, organisationId));
  const gone = { ...kept.value, organisationId: `org_${"e".repeat(32)}` as never };
  expect(await deps.store.commit([deps.store.people.putMembership(gone, "absent")])).toBe("done");
  expect((await desk(admin)).owners).toHaveLength(2);
  await trainer.do("removeOwner", asked({ accountId }));
  expect((await desk(admin)).owners).toHaveLength(1);
});

it("a course has twenty owners and not one more", async () => {
  const organisationId = at.open.organisationId;
  const { deps } = house.server;
  const hire = async (index: number): Promise<string> => {
    const contact = `trainer-${String(index)}@example.org`;
    const body = { intentId: newIntent(), name: `T${String(index)}`, contact, roles: ["trainer" as const] }; // prettier-ignore
    return (await admin.do("grantMembership", { body })).accountId;
  };
  for (let index = 0; index < 19; index++) await add(trainer, await hire(index));
  const accountId = await hire(19);
  expect(await trainer.refused("addOwner", asked({ accountId }))).toBe("owner.too_many");
  const kept = await deps.store.courses.byId(organisationId, at.course.courseId);
  expect(found(kept).value.ownerIds).toHaveLength(20);
});

import { staff } from "@twiza/content";
import { found } from "@twiza/core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let at: Landmarks;
let author: Visitor;
let other: Visitor;
let admin: Visitor;
let courseId: string;

beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  author = await house.as(staff.secondTrainer.contact);
  other = await house.as(staff.trainer.contact);
  admin = await house.as(staff.administrator.contact);
  ({ courseId } = at.changed);
  await author.do("addOwner", {
    params: { courseId },
    body: { ...wish(), accountId: at.trainer.accountId },
  });
});
afterAll(() => house.close());
beforeEach(async () => {
  await require_(true);
  await write();
});

const wish = () => ({ intentId: newIntent() });
const require_ = (isRequired: boolean) =>
  admin.do("changeApproval", { body: { ...wish(), isRequired } });
const desk = (who: Visitor) => who.do("readCourse", { params: { courseId } });
const approvalOf = async (who: Visitor) => found((await desk(who)).approval);
const printNow = async () => found((await approvalOf(admin)).review).print;

/** A draft that says something that it has not said before. */
let minutes = 1;
async function write(): Promise<void> {
  const [line] = (await author.do("readDraft", { params: { courseId } })).lessons;
  minutes = (minutes % 100) + 1;
  await author.do("saveDraftLesson", {
    params: { courseId, lessonId: line?.id ?? "" },
    body: { ...wish(), language: "fr", commands: [{ do: "minutes", minutes }], texts: [] },
  });
  await author.do("composeDraft", { params: { courseId }, body: wish() });
}
const asking = (over: { reviewerIds?: string[]; note?: string } = {}) => ({
  params: { courseId },
  body: { ...wish(), reviewerIds: [], ...over },
});
const ask = (who: Visitor, over = {}) => who.do("askReview", asking(over));
type Decision = { verdict?: "approved" | "changes"; note?: string; print?: string };
const deciding = async ({ verdict = "approved", ...over }: Decision = {}) => ({
  params: { courseId },
  body: { ...wish(), print: await printNow(), verdict, ...over },
});
const decide = async (who: Visitor, over: Decision = {}) =>
  who.do("decideReview", await deciding(over));
const publishing = (note = "Plus clair.") => ({ params: { courseId }, body: { ...wish(), note } });
const acts = async (action: "course.review_asked" | "course.approved" | "course.changes_asked") =>
  (await admin.do("listAudit", { query: { action } })).entries.map((entry) => entry.actorName);

it("where an organisation asks for it a course is published only once a second person has approved exactly that draft", async () => {
  expect(await author.refused("publishCourse", publishing())).toBe("review.required");
  expect(await approvalOf(author)).toEqual({ mayAsk: true });

  const asked = await ask(author, { note: "Les prix sont nouveaux." });
  expect(asked.review).toMatchObject({
    state: "waiting",
    askedBy: { name: staff.secondTrainer.name },
    note: "Les prix sont nouveaux.",
    mayDecide: false,
  });
  expect(await author.refused("publishCourse", publishing())).toBe("review.required");
  for (const who of [other, admin]) {
    const { courses } = await who.do("listCourses", {});
    const waiting = courses.filter(({ review }) => review?.mayDecide);
    expect(waiting.map(({ id }) => id)).toEqual([courseId]);
  }
  expect((await desk(other)).difference).toMatchObject({ lessonsChanged: 1 });

  const approved = await decide(other, { note: "Bien." });
  expect(approved.review).toMatchObject({
    state: "approved",
    decision: { by: { name: staff.trainer.name }, note: "Bien." },
  });
  const { version } = await author.do("publishCourse", publishing());
  expect(version).toBeGreaterThan(1);
  expect(await acts("course.review_asked")).toContain(staff.secondTrainer.name);
  expect(await acts("course.approved")).toContain(staff.trainer.name);
});

it("any change after the approval makes it void, says so, and taking the change back makes it count again", async () => {
  await ask(author);
  await decide(admin);
  const before = minutes;
  await write();
  expect((await approvalOf(author)).review?.state).toBe("void");
  expect(await author.refused("publishCourse", publishing())).toBe("review.required");
  minutes = before - 1;
  await write();
  expect((await approvalOf(author)).review?.state).toBe("approved");
  await author.do("publishCourse", publishing());
});

it("settings are part of the draft that is approved", async () => {
  await ask(author);
  await decide(admin);
  const { revision, draft } = await desk(author);
  const { title, summary, passMarkPercent, triesAllowed } = draft;
  const settings = { title, summary, passMarkPercent: passMarkPercent - 1, triesAllowed };
  await author.do("editCourse", {
    params: { courseId },
    body: { ...wish(), revision, ...settings },
  });
  expect(await author.refused("publishCourse", publishing())).toBe("review.required");
});

it("the one who asked cannot approve, not even as an administrator; asked by another she can", async () => {
  await ask(author);
  expect(await author.refused("decideReview", await deciding())).toBe("review.own");
  await write();
  await ask(admin);
  expect((await approvalOf(admin)).review).toMatchObject({ mayDecide: false });
  expect(await admin.refused("decideReview", await deciding())).toBe("review.own");
  expect((await approvalOf(author)).review).toMatchObject({ mayDecide: true });
  await decide(author);
});

it("only those named may decide, where some are named; and only who may approve can be named", async () => {
  const { reviewers } = await author.do("listReviewers", { params: { courseId } });
  const names = reviewers.map(({ name }) => name);
  expect(names).toEqual(expect.arrayContaining([staff.trainer.name, staff.administrator.name]));
  expect(names).not.toContain(staff.secondTrainer.name);
  expect(names).not.toContain(staff.manager.name);
  expect(JSON.stringify(reviewers)).not.toContain("@");

  const { members } = await admin.do("listMembers", { query: {} });
  const idOf = (contact: string) => found(members.find((one) => one.contact === contact)).accountId;
  for (const contact of [staff.manager.contact, staff.secondTrainer.contact])
    expect(await author.refused("askReview", asking({ reviewerIds: [idOf(contact)] }))).toBe(
      "review.reviewer",
    );
  await ask(author, { reviewerIds: [idOf(staff.trainer.contact)] });
  expect((await approvalOf(admin)).review).toMatchObject({ mayDecide: false });
  expect(await admin.refused("decideReview", await deciding())).toBe("not_found");
  await decide(other);
});

it("a reviewer asks for changes with a note, which stays in sight until the draft is laid before somebody again", async () => {
  await ask(author);
  const without = await deciding({ verdict: "changes" });
  expect(await other.refused("decideReview", without)).toBe("request.invalid");
  await decide(other, { verdict: "changes", note: "Le sel manque." });
  await write();
  expect((await approvalOf(author)).review).toMatchObject({
    state: "changes",
    decision: { note: "Le sel manque." },
  });
  expect(await author.refused("publishCourse", publishing())).toBe("review.required");
  expect((await ask(author)).review).toMatchObject({ state: "waiting" });
  expect(await acts("course.changes_asked")).toContain(staff.trainer.name);
});

it("two reviewers at once make one decision: the same verdict is no second act, the other is told", async () => {
  await ask(author);
  const [one, two] = [await deciding(), await deciding()];
  const before = (await acts("course.approved")).length;
  const replies = await Promise.all([other.do("decideReview", one), admin.do("decideReview", two)]);
  expect(replies.map(({ review }) => review?.state)).toEqual(["approved", "approved"]);
  expect(await acts("course.approved")).toHaveLength(before + 1);
  const against = await deciding({ verdict: "changes", note: "Non." });
  expect(await admin.refused("decideReview", against)).toBe("review.decided");
});

it("nobody approves what she has not seen: a draft that changed or was laid before her anew is refused", async () => {
  await ask(author);
  const seen = await deciding();
  await write();
  expect(await other.refused("decideReview", seen)).toBe("review.void");
  await ask(author);
  expect(await other.refused("decideReview", { ...seen, body: { ...seen.body, ...wish() } })).toBe(
    "review.void",
  );
  await decide(other);
});

it("asking twice is asking once; what is approved stays approved", async () => {
  const first = asking();
  const reply = await author.do("askReview", first);
  const after = await countWritten(house);
  expect(await author.do("askReview", first)).toEqual(reply);
  expect(await countWritten(house)).toEqual(after);
  const before = (await acts("course.review_asked")).length;
  await ask(author);
  await decide(other);
  expect((await ask(author)).review).toMatchObject({ state: "approved" });
  expect(await acts("course.review_asked")).toHaveLength(before);
});

it("what could not be published is laid before nobody, and nothing where nobody has to approve", async () => {
  await ask(author);
  await decide(other);
  await author.do("publishCourse", publishing());
  expect(await author.refused("askReview", asking())).toBe("course.unchanged");
  await require_(false);
  await write();
  expect(await author.refused("askReview", asking())).toBe("review.off");
  expect((await desk(author)).approval).toBeUndefined();
  await author.do("publishCourse", publishing("Sans approbation."));
});

it("only an administrator says whether courses need approval, for her own organisation alone, and the trail tells it", async () => {
  const asked = { body: { ...wish(), isRequired: false } };
  expect(await author.refused("changeApproval", asked)).toBe("role.missing");
  const below = await admin.do("createOrganisation", {
    body: { ...wish(), name: { fr: "Coopérative du sel" }, kind: "cooperative" },
  });
  expect((await require_(true)).approval).toBe(true);
  const { organisations } = await admin.do("listOrganisations", {});
  expect(organisations[0]?.approval).toBe(true);
  expect(organisations.find(({ id }) => id === below.id)?.approval).toBeUndefined();
  const told = async (action: "organisation.approval_required" | "organisation.approval_dropped") =>
    (await admin.do("listAudit", { query: { action } })).entries;
  const before = await told("organisation.approval_required");
  expect(before[0]).toMatchObject({ actorName: staff.administrator.name });
  await require_(true);
  expect(await told("organisation.approval_required")).toHaveLength(before.length);
  const dropped = await told("organisation.approval_dropped");
  await require_(false);
  expect(await told("organisation.approval_dropped")).toHaveLength(dropped.length + 1);
});

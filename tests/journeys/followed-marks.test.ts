import { staff } from "@twiza/content";
import type { AuditEntry, GradeLine } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { ADMIN, AUDITOR, findLandmarks, type Landmarks, TRAINER } from "../house/landmarks.ts";

let house: House;
let at: Landmarks;
let auditor: Visitor;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  [auditor, trainer] = [await house.as(AUDITOR), await house.as(TRAINER)];
});
afterAll(() => house.close());

const lineOf = async (action: AuditEntry["action"]): Promise<AuditEntry> =>
  found((await auditor.do("listAudit", { query: { action } })).entries[0]);
const book = async (): Promise<GradeLine[]> => {
  const params = { cohortId: at.open.id };
  return (await trainer.do("readGradebook", { params, query: {} })).learners;
};

it("an auditor finds every learner of a course, and reads of each what her trainer reads, and how each test came about", async () => {
  const { courses } = await auditor.do("listMarkedCourses", { query: {} });
  const { courseId } = found(courses.find((each) => each.courseId === at.course.courseId));
  const learners = [];
  for (let after: string | undefined; ;) {
    const query = after ? { after } : {};
    const page = await auditor.do("listMarkedLearners", { params: { courseId }, query });
    learners.push(...page.learners);
    after = page.next;
    if (after === undefined) break;
  }
  const lines = await book();
  expect(learners.map(({ name }) => name).sort()).toEqual(lines.map(({ name }) => name).sort());
  for (const line of lines) {
    const { learnerId } = line;
    const marks = await auditor.do("readMarks", { params: { learnerId }, query: {} });
    const here = found(marks.courses.find((each) => each.courseId === courseId));
    expect(here).toMatchObject({ cohortName: at.open.name, line: { ...line, mayChange: false } });
    const { sittings } = await auditor.do("listSittings", { params: { courseId, learnerId } });
    for (const { id: attemptId } of sittings.filter(({ submittedAt }) => submittedAt)) {
      const params = { courseId, learnerId, attemptId };
      const { items, sitting, reckoned } = await auditor.do("readSitting", { params });
      expect(reckoned).toBe(sitting.percent);
      expect(items.every(({ key }) => key !== undefined)).toBe(true);
    }
  }
  for (const person of [staff.trainer, staff.manager, staff.mentor])
    expect(await (await house.as(person.contact)).refused("listMarkedCourses", { query: {} })).toBe("role.missing"); // prettier-ignore
});

it("a line of the trail about a grade, a hand-in or a correction names whose results of which course it touches", async () => {
  const { courseId } = at.course;
  const [{ learnerId }] = [found((await book())[0])];
  const said = { as: "percent", percent: 90, reason: "Answered aloud" } as const;
  const params = { cohortId: at.open.id, learnerId };
  await trainer.do("changeGrade", { params, body: { intentId: newIntent(), part: "quiz", said } });
  expect((await lineOf("grade.changed")).about).toEqual({ learnerId, courseId });
  const given = found(
    (await auditor.do("readMarks", { params: { learnerId }, query: {} })).courses[0],
  ).line.grade.parts.find(({ part }) => part === "quiz")?.given;
  expect(given).toMatchObject({ reason: said.reason, byName: staff.trainer.name });

  const { id: flagId } = at.flag;
  const verdict = { intentId: newIntent(), verdict: "accepted" as const, note: "Her network" };
  await trainer.do("decideFlag", { params: { flagId }, body: verdict });
  const flagged = { learnerId: at.flag.learnerId, courseId };
  expect((await lineOf("flag.decided")).about).toEqual(flagged);

  const itemId = found((await trainer.do("readItems", { params: { courseId } })).items[0]).id;
  const { forms, last } = await trainer.do("readCorrectable", { params: { courseId, itemId } });
  const { print } = found(forms[0]);
  const wrong = { print, change: { kind: "void" as const }, reason: "Unclear", last };
  await trainer.do("correctItem", { params: { courseId, itemId }, body: { intentId: newIntent(), ...wrong } }); // prettier-ignore
  expect((await lineOf("item.corrected")).subjectId).toBe(courseId);
  const { regrades } = await auditor.do("listRegrades", { params: { courseId } });
  expect(regrades.map(({ correction }) => correction.reason)).toEqual(["Unclear"]);
  await house.server.worker.settled();
  const number = String(found(regrades[0]).number);
  await auditor.do("listRegraded", { params: { courseId, number }, query: {} });
  const steer = {
    params: { courseId, number },
    body: { intentId: newIntent(), do: "stop" as const },
  };
  expect(await auditor.refused("steerRegrade", steer)).toBe("role.missing");
  // An administrator finds the same; a learner whom nobody here teaches is nobody.
  const admin = await house.as(ADMIN);
  await admin.do("readMarks", { params: { learnerId }, query: {} });
  const stranger = {
    params: { learnerId: `lrn_${"0".repeat(32)}` as typeof learnerId },
    query: {},
  };
  expect(await auditor.refused("readMarks", stranger)).toBe("not_found");
});

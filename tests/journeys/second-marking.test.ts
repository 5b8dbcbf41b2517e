import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { somePdf } from "../house/documents.ts";
import {
  assignmentOf,
  type Handing,
  learnerIn,
  markOf,
  openHanding,
  proofBy,
  workFor,
} from "../house/handing.ts";
import { type House, openHouse, type Visitor } from "../house/house.ts";

const TWICE = assignmentOf("À deux", { second: { apart: 10 }, triesAllowed: 5 });
const NAMELESS = assignmentOf("Sans nom", { anonymous: true, second: { apart: 10 }, triesAllowed: 5 }); // prettier-ignore
const WHO = ["Fadma", "hadda"].map((it) => `${it}@example.org`.toLowerCase());

let house: House;
let at: Handing;
beforeAll(async () => {
  house = await openHouse();
  at = await openHanding(house, WHO, [TWICE, NAMELESS]);
});
afterAll(() => house.close());

const of = (submissionId: string) => ({ params: { cohortId: at.cohortId, submissionId } });
const handIn = async (assignmentId: string, more: Parameters<typeof workFor>[1] = {}) => {
  const body = workFor(assignmentId, more);
  const learner = await house.as("fadma@example.org");
  await learner.do("submitWork", { params: { courseId: at.courseId }, body });
  return body.id;
};
const mark = (id: string, by: Visitor, body: ReturnType<typeof markOf>) =>
  by.do("markSubmission", { ...of(id), body });
const settle = (seen: number, reason = "Les heures manquent.") => ({ ...markOf(1, 1, { seen }), reason }); // prettier-ignore
const read = (id: string, by: Visitor) => by.do("readSubmission", of(id));
const own = async (id: string) => {
  const learner = await house.as("fadma@example.org");
  const asked = { params: { courseId: at.courseId }, query: {} };
  const { submissions } = await learner.do("listOwnSubmissions", asked);
  return found(submissions.find((it) => it.id === id));
};

describe("work that two mark", () => {
  it("has the mean of both where they agree; the second sees nothing of the first before, and the learner of neither", async () => {
    const id = await handIn(TWICE.id);
    const { submission } = await mark(id, at.trainer, markOf(1, 1, { words: "Bien." }));
    expect(submission).toMatchObject({ state: "second", markings: [{ words: "Bien." }] });
    expect(submission.outcome).toBeUndefined();
    for (const by of [at.second, at.administrator]) {
      const blind = await read(id, by);
      expect(blind).toMatchObject({ markings: 1, mayMark: true, submission: { markings: [] } });
      expect(JSON.stringify(blind)).not.toContain("Bien.");
    }
    expect((await own(id)).markings).toEqual([]);
    expect(await at.trainer.refused("markSubmission", { ...of(id), body: markOf(2, 1, { seen: 1 }) })).toBe("submission.twice"); // prettier-ignore
    // Who began before the first mark was there marks apart as well as anybody.
    const { submission: both } = await mark(id, at.second, markOf(1, 1, { seen: 0 }));
    expect(both.outcome).toMatchObject({ by: "two", percent: 70, passed: true });
    expect((await own(id)).markings).toHaveLength(2);
    const asked = { ...of(id), body: settle(2) };
    expect(await at.administrator.refused("settleSubmission", asked)).toBe("submission.marked");
  });

  it("waits for a third where they differ, who decides with a reason; neither of the two may", async () => {
    const id = await handIn(TWICE.id);
    await mark(id, at.trainer, markOf(2, 1));
    expect(await at.administrator.refused("settleSubmission", { ...of(id), body: settle(1) })).toBe("not_found"); // prettier-ignore
    const { submission } = await mark(id, at.second, markOf(0, 1, { seen: 1 }));
    expect(submission).toMatchObject({ state: "differs", markings: [{ percent: 100 }, { percent: 25 }] }); // prettier-ignore
    expect((await own(id)).markings).toEqual([]);
    for (const by of [at.trainer, at.second])
      expect(await by.refused("settleSubmission", { ...of(id), body: settle(2) })).toBe("submission.twice"); // prettier-ignore
    const body = markOf(1, 1, { seen: 2 });
    expect(await at.administrator.refused("markSubmission", { ...of(id), body })).toBe("submission.marked"); // prettier-ignore
    const asked = { ...of(id), body: settle(2) };
    const settled = await at.administrator.do("settleSubmission", asked);
    expect(settled.submission.outcome).toMatchObject({ by: "third", percent: 70, reason: "Les heures manquent." }); // prettier-ignore
    expect(await at.administrator.do("settleSubmission", asked)).toEqual(settled);
    expect((await own(id)).markings).toHaveLength(3);
  });

  it("counts as one try however many mark it, and handed in anew meanwhile it is another", async () => {
    const standing = async () => {
      const asked = { params: { courseId: at.courseId }, query: {} };
      const { handed } = await (await house.as("fadma@example.org")).do("readEnrolment", asked);
      return (handed as Record<string, object>)[TWICE.id];
    };
    const id = await handIn(TWICE.id);
    await mark(id, at.trainer, markOf(2, 1));
    const next = await handIn(TWICE.id);
    expect(await standing()).toMatchObject({ tries: 3, waiting: 2, untouchedId: next });
    await mark(id, at.second, markOf(2, 1, { seen: 1 }));
    expect(await standing()).toMatchObject({
      tries: 3,
      waiting: 1,
      submissionId: id,
      percent: 100,
    });
  });
});

describe("work without a name", () => {
  it("reaches nobody who could mark it with anything that tells whose it is, before its mark stands", async () => {
    const learnerId = learnerIn(at, "fadma@example.org");
    const learner = await house.as("fadma@example.org");
    const bytes = somePdf();
    const piece = await proofBy(house, learner, { type: "application/pdf", bytes, name: "Fadma.pdf", learnerId }); // prettier-ignore
    const id = await handIn(NAMELESS.id, { text: "Prix juste", learnerId, proofs: [piece.intentId] }); // prettier-ignore
    const ofLearner = { params: { cohortId: at.cohortId, learnerId } };
    const ofCohort = { params: { cohortId: at.cohortId }, query: {} };
    const { learners } = await at.trainer.do("readProgress", ofCohort);
    const { name: learnerName } = found(learners.find((each) => each.learnerId === learnerId));
    const secrets = [learnerId, learnerName, "fadma", "phone-of-a-learner"];
    const told = async (by: Visitor) => {
      const { submissions } = await by.do("listLearnerSubmissions", ofLearner);
      const lines = (await by.do("listSubmissions", ofCohort)).submissions;
      return {
        ...{
          hers: submissions.map((line) => line.id),
          queue: lines.find((line) => line.id === id),
        },
        whole: await read(id, by),
      };
    };
    const manager = await house.as("manager@example.org");
    const mentor = await house.as("mentor@example.org");
    const all = [at.trainer, at.second, at.administrator, manager, mentor];
    for (const by of all) {
      const { hers, ...rest } = await told(by);
      expect(hers).not.toContain(id);
      expect(rest.queue).toBeDefined();
      for (const secret of secrets)
        expect(JSON.stringify(rest).toLowerCase()).not.toContain(secret.toLowerCase());
      expect(rest.whole.submission.receivedAt.slice(11)).toBe("00:00:00.000Z");
    }
    await mark(id, at.trainer, markOf(2, 1));
    const { entries } = await at.administrator.do("listAudit", { query: {} });
    const line = found(entries.find(({ action }) => action === "work.marked"));
    expect(line).toMatchObject({ subjectId: id });
    for (const secret of secrets)
      expect(JSON.stringify(line).toLowerCase()).not.toContain(secret.toLowerCase());
    expect((await told(at.second)).hers).not.toContain(id);
    const { submission } = await mark(id, at.second, markOf(2, 1, { seen: 1 }));
    expect(submission).toMatchObject({ learnerId, learnerName, proofs: [{ name: "Fadma.pdf" }] }); // prettier-ignore
    expect((await told(mentor)).hers).toContain(id);
  });
});

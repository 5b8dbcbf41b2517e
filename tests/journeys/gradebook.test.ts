import { staff } from "@twiza/content";
import type { CohortId, CourseId, GradeLine, Grading, LearnerId, SaidGrade } from "@twiza/contract";
import { found } from "@twiza/core";
import type { Engine } from "@twiza/storage";
import { metered } from "@twiza/storage/metered";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  type House,
  newIntent,
  openHouse,
  pathOf,
  requestOf,
  type Visitor,
} from "../house/house.ts";
import { ADMIN, findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { finishLessons, largeCohort, newcomer, someRight } from "../house/offline.ts";
import { signUp } from "../house/sign-up.ts";

let house: House;
let meter: ReturnType<typeof metered<Engine>>;
let at: Landmarks;
let trainer: Visitor;
let courseId: CourseId;
beforeAll(async () => {
  house = await openHouse({ observe: (engine) => (meter = metered(engine)) });
  at = await findLandmarks(house);
  ({ courseId } = at.course);
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const HALVES: Grading = {
  categories: [
    { id: "work", title: { fr: "Leçons" }, weightPercent: 50, parts: ["lessons"] },
    { id: "test", title: { fr: "Test" }, weightPercent: 50, parts: ["quiz"] },
  ],
};

/** The course in its next version, by these rules; and a cohort of it with somebody new. */
async function under(grading: Grading | undefined) {
  const params = { courseId };
  const { grading: seen } = await trainer.do("readGrading", { params });
  await trainer.do("saveGrading", { params, body: { ...wish(), grading, seen } });
  const title = { fr: `Test ${newIntent()}` };
  await trainer.do("arrangeItems", { params, body: { ...wish(), commands: [{ do: "rename", title }] } }); // prettier-ignore
  await trainer.do("publishCourse", { params, body: { ...wish(), note: "Ce qui compte" } });
  const { id: cohortId } = await largeCohort(house, at);
  const { contact } = await newcomer(house, cohortId);
  return { cohortId, contact, learner: await house.as(contact) };
}
async function sit(learner: Visitor, share: number) {
  const { id, items } = await learner.do("startAttempt", { params: { courseId }, body: wish() });
  const answers = await someRight(house, { courseId, items }, share);
  await learner.do("submitAttempt", { params: { courseId, attemptId: id }, body: { ...wish(), answers } }); // prettier-ignore
}
const lineIn = async (cohortId: CohortId): Promise<GradeLine> =>
  found((await trainer.do("readGradebook", { params: { cohortId }, query: {} })).learners[0]);
const partIn = ({ grade }: GradeLine, part: string) =>
  found(grade.parts.find((each) => each.part === part));
type Change = { part?: string; said: SaidGrade; seenAt?: string | undefined };
const changing = (cohortId: CohortId, learnerId: LearnerId, { part = "quiz", ...change }: Change) => ({ params: { cohortId, learnerId }, body: { ...wish(), part, ...change } }); // prettier-ignore
const ownView = (learner: Visitor) => learner.do("readEnrolment", { params: { courseId } });

describe("a course with rules of its own", () => {
  it("is earned by a total and a least of each part, where lessons make up for a weaker test", async () => {
    const rules = { ...HALVES, least: { quiz: 30 }, passPercent: 60 };
    const { cohortId, learner } = await under(rules);
    await sit(learner, 0.34);
    const before = await lineIn(cohortId);
    expect(partIn(before, "quiz")).toMatchObject({ state: "not_passed", meets: true });
    expect(before.completion).toMatchObject({
      blockers: expect.arrayContaining([
        expect.objectContaining({ code: "grade.too_low", leastPercent: 60 }),
      ]) as unknown,
    });
    await finishLessons(house, learner, courseId);
    const after = await lineIn(cohortId);
    const percent = found(partIn(after, "quiz").percent);
    expect(after.grade.percent).toBe(Math.floor((100 + percent) / 2));
    expect([after.grade.passed, after.earned]).toEqual([true, true]);
    expect((await ownView(learner)).completion.state).toBe("earned");
  });

  it("asks for no more lessons than its least, by name", async () => {
    const { learner } = await under({ ...HALVES, least: { lessons: 50 } });
    const { completion, lessonCount } = await ownView(learner);
    const missing = completion.state === "under_way" ? completion.blockers : [];
    expect(missing.filter(({ code }) => code === "lesson.unfinished")).toHaveLength(Math.ceil(lessonCount / 2)); // prettier-ignore
  });

  it.each<[string, Grading]>([
    ["weights that are not a hundred", { categories: HALVES.categories.slice(0, 1) }],
    ["nothing at all", { ...HALVES, least: { lessons: 0, quiz: 0 } }],
    ["a part that it does not have", { categories: [], least: { [`chk_${"1".repeat(32)}`]: 10 } }],
  ])("refuses rules of %s", async (_, grading) => {
    const params = { courseId };
    const { grading: seen } = await trainer.do("readGrading", { params });
    expect(await trainer.refused("saveGrading", { params, body: { ...wish(), grading, seen } })).toBe("request.invalid"); // prettier-ignore
  });

  it("refuses rules over others that their author has not seen, from strangers too", async () => {
    const params = { courseId };
    await under(HALVES);
    const asked = { params, body: { ...wish(), grading: { ...HALVES, passPercent: 10 } } };
    expect(await trainer.refused("saveGrading", asked)).toBe("stale_write");
    const stranger = await house.as(staff.secondTrainer.contact);
    expect(await stranger.refused("readGrading", { params })).toBe("not_found");
    expect(await stranger.refused("saveGrading", asked)).toBe("not_found");
  });
});

describe("what a person says of a part", () => {
  it("wins, stands beside what was worked out, and is the learner's to read; the trail has both figures", async () => {
    const { cohortId, learner } = await under(undefined);
    await sit(learner, 0);
    const { learnerId } = await lineIn(cohortId);
    const said = { as: "percent", percent: 80, reason: "Répondu à voix haute" } as const;
    const line = await trainer.do("changeGrade", changing(cohortId, learnerId, { said }));
    expect(partIn(line, "quiz")).toMatchObject({ state: "overridden", percent: 80, meets: true, worked: { percent: 0, state: "not_passed" } }); // prettier-ignore
    expect((await ownView(learner)).grades?.["quiz"]).toMatchObject({ percent: 80, reason: said.reason, byName: staff.trainer.name }); // prettier-ignore
    const admin = await house.as(ADMIN);
    const { entries } = await admin.do("listAudit", { query: {} });
    expect(entries.find(({ action }) => action === "grade.changed")?.note).toBe("quiz: not_passed 0 % → overridden 80 % · Répondu à voix haute"); // prettier-ignore
  });

  it("may be all that was missing: she has earned her certificate", async () => {
    const { cohortId, learner } = await under(undefined);
    await finishLessons(house, learner, courseId);
    const { learnerId } = await lineIn(cohortId);
    const said = { as: "exempt", reason: "Diplôme d’un autre centre" } as const;
    const asked = changing(cohortId, learnerId, { said });
    const first = await trainer.do("changeGrade", asked);
    expect([first.earned, first.completion.state]).toEqual([true, "earned"]);
    expect(await trainer.do("changeGrade", asked)).toEqual(first);
    expect((await ownView(learner)).completion.state).toBe("earned");
  });

  it("is taken back with a reason, and what was worked out counts again", async () => {
    const { cohortId } = await under(undefined);
    const { learnerId } = await lineIn(cohortId);
    const exempt = { as: "exempt", reason: "Malade" } as const;
    const line = await trainer.do("changeGrade", changing(cohortId, learnerId, { said: exempt }));
    const seenAt = partIn(line, "quiz").given?.at;
    const back = { as: "as_worked", reason: "Guérie" } as const;
    const after = await trainer.do("changeGrade", changing(cohortId, learnerId, { said: back, seenAt })); // prettier-ignore
    expect(partIn(after, "quiz")).toMatchObject({ state: "missing", meets: false });
    expect(partIn(after, "quiz").given).toBeUndefined();
  });

  it("of two at once is said by one, and the other is told to look first", async () => {
    const { cohortId } = await under(undefined);
    const { learnerId } = await lineIn(cohortId);
    const admin = await house.as(ADMIN);
    const asks = [trainer, admin].map((who, n) => {
      const said = { as: "percent", percent: 60 + n, reason: "Oral" } as const;
      const asked = changing(cohortId, learnerId, { said });
      return who.fetch(pathOf("changeGrade", asked), requestOf("changeGrade", asked));
    });
    const statuses = (await Promise.all(asks)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([200, 409]);
  });

  it("is nobody's to say but her trainer's or an administrator's, of no other cohort and of no part that is none", async () => {
    const { cohortId } = await under(undefined);
    const { learnerId } = await lineIn(cohortId);
    const said = { as: "exempt", reason: "Pourquoi pas" } as const;
    const other = await largeCohort(house, at);
    const second = await house.as(staff.secondTrainer.contact);
    expect(await second.refused("changeGrade", changing(cohortId, learnerId, { said }))).toBe("not_found"); // prettier-ignore
    expect(await trainer.refused("changeGrade", changing(other.id, learnerId, { said }))).toBe("not_found"); // prettier-ignore
    const nowhere = changing(cohortId, learnerId, { said, part: `chk_${"1".repeat(32)}` });
    expect(await trainer.refused("changeGrade", nowhere)).toBe("not_found");
    expect(await second.refused("readGradebook", { params: { cohortId }, query: {} })).toBe("not_found"); // prettier-ignore
  });

  it("is never of oneself", async () => {
    const { cohortId } = await under(undefined);
    const admin = await house.as(ADMIN);
    const people = [{ name: "Formatrice", contact: staff.trainer.contact }];
    await admin.do("enrolPeople", { params: { cohortId }, body: { ...wish(), people } });
    const { learners } = await trainer.do("readGradebook", { params: { cohortId }, query: {} });
    const own = found(learners.find(({ mayChange }) => !mayChange));
    const said = { as: "exempt", reason: "C’est moi" } as const;
    expect(await trainer.refused("changeGrade", changing(cohortId, own.learnerId, { said }))).toBe("not_found"); // prettier-ignore
  });
});

describe("how to write to a learner", () => {
  it("is told of whom staff enrolled by her address, to her trainer, and to nobody who merely follows", async () => {
    const { cohortId, contact } = await under(undefined);
    const { learnerId } = await lineIn(cohortId);
    const params = { cohortId, learnerId };
    expect(await trainer.do("readReach", { params })).toMatchObject({ contact, language: "ar" });
    const manager = await house.as(staff.manager.contact);
    expect(await manager.refused("readReach", { params })).toBe("role.missing");
    const second = await house.as(staff.secondTrainer.contact);
    expect(await second.refused("readReach", { params })).toBe("not_found");
    const other = await largeCohort(house, at);
    expect(await trainer.refused("readReach", { params: { ...params, cohortId: other.id } })).toBe("not_found"); // prettier-ignore
  });

  it("is not told of who enrolled herself: she gave it to nobody but us", async () => {
    const { cohortId } = await under(undefined);
    const herself = await signUp(house, { contact: "by-herself@example.org", language: "fr" });
    const { learnerId } = await herself.do("createLearner", { body: { ...wish(), name: "Tuda" } });
    await herself.do("enrol", { body: { ...wish(), courseId, cohortId } });
    const params = { cohortId, learnerId };
    const reach = await trainer.do("readReach", { params });
    expect(reach).toMatchObject({ name: "Tuda", language: "fr" });
    expect(reach.contact).toBeUndefined();
  });
});

it("the grades of 2,000 learners are pages of one query each, and nothing is scanned", async () => {
  const { cohortId } = await under(HALVES);
  const { store } = house.server.deps;
  const { learnerId } = await lineIn(cohortId);
  const { value } = found(await store.enrolments.byCourse(learnerId, courseId));
  for (let from = 0; from < 2000; from += 50) {
    const many = Array.from({ length: 50 }, (_, n) => {
      const id = `lrn_${String(from + n).padStart(32, "0")}` as LearnerId;
      return store.enrolments.put({ ...value, learnerId: id }, "absent");
    });
    expect(await store.commit(many)).toBe("done");
  }
  meter.calls.length = 0;
  let after: string | undefined;
  let seen = 0;
  let pages = 0;
  do {
    const page = await trainer.do("readGradebook", {
      params: { cohortId },
      query: after ? { after } : {},
    });
    seen += page.learners.length;
    pages += 1;
    after = page.next;
  } while (after !== undefined);
  const ofLearners = meter.calls.filter(({ tables }) => tables.includes("learners"));
  expect([seen, pages]).toEqual([2001, 11]);
  expect(ofLearners.map(({ method }) => method)).toEqual(Array.from({ length: 11 }, () => "query"));
  const units = meter.calls.reduce((total, { capacity }) => total + capacity.read, 0);
  // An enrolment in which nothing is done yet is some 1.3 KB.
  expect(units / pages).toBeLessThanOrEqual(40);
});

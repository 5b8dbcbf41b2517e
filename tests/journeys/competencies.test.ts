import { competencyId, learners, readSkills, staff } from "@twiza/content";
import { type AttemptId, CompetencyId, FrameworkId, Manifest } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rightAnswers } from "../house/answers.ts";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";

let house: House;
let at: Landmarks;
let trainer: Visitor;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
  trainer = await house.as(staff.trainer.contact);
});
afterAll(() => house.close());

const wish = () => ({ intentId: newIntent() });
const uuid = () => crypto.randomUUID().replaceAll("-", "");
const newCompetency = (fr: string) => ({
  id: CompetencyId.parse(`cmp_${uuid()}`),
  statement: { fr },
});
async function begin(): Promise<FrameworkId> {
  const frameworkId = FrameworkId.parse(`frw_${uuid()}`);
  const body = { ...wish(), about: { title: { fr: "Laine" } } };
  await trainer.do("saveFramework", { params: { frameworkId }, body });
  return frameworkId;
}

describe("a framework of competencies", () => {
  it("is written, put in order and taken away again by trainers, and read by who reads courses", async () => {
    const frameworkId = await begin();
    const params = { frameworkId };
    const [wash, sort] = [newCompetency("Laver"), newCompetency("Trier")];
    const write = [wash, sort].map((competency) => ({ do: "write" as const, competency }));
    await trainer.do("changeFramework", { params, body: { ...wish(), commands: write } });
    const under = { do: "move" as const, id: sort.id, parent: wash.id };
    await trainer.do("changeFramework", { params, body: { ...wish(), commands: [under] } });
    const auditor = await house.as(staff.auditor.contact);
    const { competencies, mayChange } = await auditor.do("readFramework", { params });
    expect(competencies).toEqual([wash, { ...sort, parent: wash.id }]);
    expect(mayChange).toBe(false);
    expect(await trainer.do("removeFramework", { params })).toEqual({ removed: true });
    expect(await auditor.refused("readFramework", { params })).toBe("not_found");
    // Who takes it away twice finds it gone.
    expect(await trainer.do("removeFramework", { params })).toEqual({ removed: true });
  });

  it("lets nobody overwrite what she has not seen", async () => {
    const params = { frameworkId: await begin() };
    const wool = newCompetency("Laver la laine");
    const commands = [{ do: "write" as const, competency: wool }];
    await trainer.do("changeFramework", { params, body: { ...wish(), commands } });
    const admin = await house.as(staff.administrator.contact);
    const theirs = { ...wool, statement: { fr: "Laver la laine à l’eau tiède" } };
    const first = [{ do: "write" as const, competency: theirs, seen: wool }];
    await admin.do("changeFramework", { params, body: { ...wish(), commands: first } });
    const late = { ...wool, statement: { fr: "Laver" } };
    const second = [{ do: "write" as const, competency: late, seen: wool }];
    const body = { ...wish(), commands: second };
    expect(await trainer.refused("changeFramework", { params, body })).toBe("stale_write");
  });

  it("says where a competency is named before it goes, and goes only when that is known", async () => {
    const { id: frameworkId } = readSkills();
    const params = { frameworkId };
    const id = competencyId("GES-2");
    const { uses } = await trainer.do("readFrameworkUses", { params, query: {} });
    const own = uses.filter(({ competencyId: each }) => each === id);
    expect(own.map(({ items }) => items)).toEqual([7]);
    const take = (known?: true) => [{ do: "remove" as const, id, ...(known && { known }) }];
    const silent = { ...wish(), commands: take() };
    expect(await trainer.refused("changeFramework", { params, body: silent })).toBe("competency.used"); // prettier-ignore
    expect(await trainer.refused("removeFramework", { params })).toBe("competency.used");
    await trainer.do("changeFramework", { params, body: { ...wish(), commands: take(true) } });
    // Its course says so to its authors, and may be published all the same.
    const second = await house.as(staff.secondTrainer.contact);
    const { courseId } = at.changed;
    const { test } = await second.do("reviewDraft", { params: { courseId }, query: {} });
    const gone = test.filter(({ code }) => code === "competency_gone");
    expect(gone.map(({ blocks }) => blocks)).toEqual(Array(7).fill(false));
    await second.do("publishCourse", { params: { courseId }, body: { ...wish(), note: "75 %" } });
    // What it was called when it was published last is not lost.
    const { course } = await house.anyone.do("readOutline", { params: { courseId } });
    const manifest = Manifest.parse(await (await house.anyone.fetch(`/content/${course.manifest}`)).json()); // prettier-ignore
    expect(manifest.competencies?.find((each) => each.id === id)?.code).toBe("GES-2");
  });
});

describe("a passport", () => {
  it("follows from what a learner answered, by the names that her version gives, and opens its evidence", async () => {
    const learner = await house.as(learners.certified.contact);
    const passport = await learner.do("readPassport", { query: {} });
    expect(passport.lines.length).toBeGreaterThan(3);
    for (const { state, answered, evidence } of passport.lines) {
      const isEnough = answered.of >= 3 && answered.right * 5 >= answered.of * 4;
      expect(state).toBe(isEnough ? "shown" : "begun");
      expect(evidence[0]).toMatchObject({ kind: "sitting", courseId: at.course.courseId });
    }
    const whole = await trainer.do("readLearnerPassport", {
      params: { cohortId: at.open.id, learnerId: passport.learnerId },
    });
    expect(whole.lines).toEqual(passport.lines);
  });

  it("grows with each item of a second try, and counts each item once", async () => {
    const learner = await house.as(learners.failedOnce.contact);
    const { courseId } = at.course;
    const before = await learner.do("readPassport", { query: {} });
    const { id, items } = await learner.do("startAttempt", { params: { courseId }, body: wish() });
    const right = await rightAnswers(house, courseId);
    const answers = right.filter(({ itemId }) => items.some((item) => item.id === itemId));
    await learner.do("submitAttempt", { params: { courseId, attemptId: id }, body: { ...wish(), answers } }); // prettier-ignore
    const after = await learner.do("readPassport", { query: {} });
    for (const line of before.lines) {
      const now = found(after.lines.find(({ competency }) => competency.id === line.competency.id));
      expect(now.answered.right).toBeGreaterThanOrEqual(line.answered.right);
    }
    const answered = (lines: typeof after.lines) => lines.reduce((sum, line) => sum + line.answered.right, 0); // prettier-ignore
    expect(answered(after.lines)).toBeGreaterThan(answered(before.lines));
  });

  it("is read by who may read her progress, of a learner of her cohort, and by nobody else", async () => {
    const { learnerId } = at.valid;
    const params = { cohortId: at.open.id, learnerId };
    const second = await house.as(staff.secondTrainer.contact);
    expect(await second.refused("readLearnerPassport", { params })).toBe("not_found");
    const other = { cohortId: at.byHand.id, learnerId };
    expect(await trainer.refused("readLearnerPassport", { params: other })).toBe("not_found");
    const beginner = await house.as(learners.beginner.contact);
    expect(await beginner.refused("readLearnerPassport", { params })).toBe("role.missing");
    expect(await beginner.refused("readPassport", { query: { learnerId } })).toBe("not_found");
    expect((await beginner.do("readPassport", { query: {} })).lines).toEqual([]);
  });

  it("follows a correction: what counts as right for everybody is evidence of nobody's, and a turned key is marked as it is now", async () => {
    const learner = await house.as(learners.certified.contact);
    const { courseId } = at.course;
    const lines = async () => (await learner.do("readPassport", { query: {} })).lines;
    const before = await lines();
    const { items } = await trainer.do("readItems", { params: { courseId } });
    const { attemptId } = found(before[0]?.evidence[0]) as unknown as { attemptId: AttemptId };
    const { learnerId } = at.valid;
    const sat = await trainer.do("readSitting", { params: { courseId, learnerId, attemptId } });
    const answered = items.filter(
      ({ id, competencies }) => competencies && sat.items.some(({ itemId }) => itemId === id),
    );
    // A sitting is drawn: it may hold a single question of this kind.
    const second = found(answered.find((item) => item.question === "choice"));
    const first = found(answered.find((item) => item !== second));
    const correct = async (itemId: typeof first.id, change: object) => {
      const params = { courseId, itemId };
      const { forms, last } = await trainer.do("readCorrectable", { params });
      const body = { ...wish(), print: found(forms[0]).print, last, reason: "Unclear", change };
      await trainer.do("correctItem", { params, body: body as never });
      // Of a course one correction is followed at a time; a passport does not wait for it.
      await house.server.worker.settled();
    };
    const of = (told: typeof before, id: string) =>
      told.find(({ competency }) => competency.id === id)?.answered ?? { right: 0, of: 0 };
    await correct(first.id, { kind: "void" });
    for (const id of first.competencies ?? []) {
      const was = of(before, id);
      expect(of(await lines(), id)).toEqual({ right: was.right - 1, of: was.of - 1 });
    }
    const between = await lines();
    const { voices: _, ...rest } = second;
    const turned = rest.options.map((option, place) => ({
      ...option,
      right: rest.options[(place + 1) % rest.options.length]?.right ?? false,
    }));
    await correct(second.id, { kind: "mended", item: { ...rest, options: turned } });
    for (const id of second.competencies ?? []) {
      const was = of(between, id);
      expect(of(await lines(), id)).toEqual({ right: was.right - 1, of: was.of });
    }
  });
});

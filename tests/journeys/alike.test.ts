import { staff } from "@twiza/content";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { alikeAt, groupThatSat, QUESTIONS } from "../house/alike.ts";
import { type House, openHouse, type Visitor } from "../house/house.ts";
import { newcomer } from "../house/offline.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let trainer: Visitor;
let group: Awaited<ReturnType<typeof groupThatSat>>;
beforeAll(async () => {
  house = await openHouse();
  trainer = await house.as(staff.trainer.contact);
  group = await groupThatSat(house);
});
afterAll(() => house.close());
const look = (by: Visitor) => by.do("readAlike", { params: { cohortId: group.cohortId } });

describe("answers that are alike in a cohort", () => {
  it("are not told of people who answered for themselves", async () => {
    expect(await look(trainer)).toEqual({ sittings: 8, more: false, pairs: [] });
  });

  it("are shown to who follows the cohort, question by question with both sittings, and looking keeps nothing", async () => {
    const { courseId, items, sit } = group;
    const [one, other] = [await sit(alikeAt), await sit(alikeAt)];
    const before = await countWritten(house);
    const { sittings, pairs } = await look(trainer);
    expect(sittings).toBe(10);
    expect(pairs).toHaveLength(1);
    const [pair] = pairs;
    expect([pair?.one.learnerId, pair?.other.learnerId].sort()).toEqual([one.learnerId, other.learnerId].sort()); // prettier-ignore
    expect(pair).toMatchObject({ common: QUESTIONS });
    expect(pair?.expected).toBeLessThan(5);
    expect(pair?.shared).toHaveLength(QUESTIONS - 5);
    expect(pair?.shared.find(({ itemId }) => itemId === items[5]?.id)).toEqual({
      itemId: items[5]?.id,
      prompt: { fr: "Question 6 ?" },
      given: { texts: [{ fr: `${alikeAt(5)} 5` }] },
    });
    for (const { learnerId, attemptId } of pair ? [pair.one, pair.other] : [])
      await trainer.do("readSitting", { params: { courseId, learnerId, attemptId } });
    const percents = await Promise.all([one, other].map(async ({ contact }) => (await (await house.as(contact)).do("readEnrolment", { params: { courseId } })).quiz.bestPercent)); // prettier-ignore
    expect(new Set(percents).size).toBe(1);
    expect(await countWritten(house)).toEqual(before);
  });

  it("are nobody else’s to see: neither a learner’s nor that of staff of another cohort", async () => {
    const { contact } = await newcomer(house, group.cohortId);
    const params = { cohortId: group.cohortId };
    expect(await (await house.as(contact)).refused("readAlike", { params })).toBe("role.missing");
    const second = await house.as(staff.secondTrainer.contact);
    expect(await second.refused("readAlike", { params })).toBe("not_found");
  });
});

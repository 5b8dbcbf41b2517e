import { learners, staff } from "@twiza/content";
import type { CohortId } from "@twiza/contract";
import { isStuck, needOf } from "@twiza/contract/need";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, type Visitor } from "../house/house.ts";
import { ADMIN, findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { newTrainer } from "../house/new-trainer.ts";

let house: House;
let at: Landmarks;
beforeAll(async () => {
  house = await openHouse();
  at = await findLandmarks(house);
});
afterAll(() => house.close());

/** How many of a group her list names as stuck. */
async function stuckIn(trainer: Visitor, cohortId: CohortId): Promise<number> {
  const lines = await trainer.do("readProgress", { params: { cohortId }, query: {} });
  return lines.learners.filter((line) => isStuck(needOf(line, Date.now()))).length;
}

/** A group of a trainer's, with so many who have not begun. */
async function groupWith(accountId: string, many: number, dates: object = {}) {
  const admin = await house.as(ADMIN);
  const { id } = await admin.do("createCohort", {
    body: {
      ...{ intentId: newIntent(), courseId: at.course.courseId, name: `Group of ${many}` },
      ...{ trainerIds: [accountId], startsOn: "2026-01-01", endsOn: "2099-12-31", places: 100 },
      ...{ joining: "by_invitation", issuing: "automatic", ...dates },
    },
  });
  for (let from = 0; from < many; from += 20) {
    const people = Array.from({ length: Math.min(20, many - from) }, (_, n) => ({
      ...{ name: `Learner ${from + n}`, contact: `${id}-${from + n}@example.org` },
    }));
    await admin.do("enrolPeople", { params: { cohortId: id }, body: { intentId: newIntent(), people } }); // prettier-ignore
  }
  return id;
}

describe("how many learners need whoever teaches them", () => {
  it("is what the lists of her running groups say, and of nobody else's", async () => {
    const trainer = await house.as(staff.trainer.contact);
    const { running, cohorts, more } = await trainer.do("countStuck", {});
    const groups = (await trainer.do("listCohorts", { query: {} })).cohorts;
    expect(running).toBe(groups.length);
    const listed = await Promise.all(groups.map(({ id }) => stuckIn(trainer, id)));
    const told = groups.map(({ id }) => cohorts.find((each) => each.id === id)?.stuck ?? 0);
    expect(told).toEqual(listed);
    expect(Math.max(...told)).toBeGreaterThan(0);
    expect(more).toBe(false);
    const mentor = await house.as(staff.mentor.contact);
    expect(await mentor.do("countStuck", {})).toEqual({ running: 0, cohorts: [], more: false });
    for (const person of [staff.manager, staff.auditor, learners.beginner])
      expect(await (await house.as(person.contact)).refused("countStuck", {})).toBe("role.missing");
  });

  it("leaves out groups that have not begun or are over, and ends where nobody is told of more", async () => {
    const contact = await newTrainer(house, { name: "Lahcen", contact: "lahcen@example.org" });
    const trainer = await house.as(contact);
    const { accountId } = found(
      (await (await house.as(ADMIN)).do("listMembers", { query: {} })).members.find(
        (member) => member.contact === contact,
      ),
    );
    await groupWith(accountId, 2, { startsOn: "2098-01-01" });
    await groupWith(accountId, 2, { startsOn: "2025-01-01", endsOn: "2025-12-31" });
    expect(await trainer.do("countStuck", {})).toEqual({ running: 0, cohorts: [], more: false });
    const first = await groupWith(accountId, 33);
    await groupWith(accountId, 3);
    const { cohorts, ...told } = await trainer.do("countStuck", {});
    expect(told).toEqual({ running: 2, more: true });
    expect(cohorts.map(({ id, stuck }) => [id, stuck])).toEqual([[first, 33]]);
  });
});

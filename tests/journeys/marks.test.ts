import { learners } from "@twiza/content";
import { type Certificate, type Enrolment, LearnerId, OrganisationId } from "@twiza/contract";
import { found, issueEarned, numberOf } from "@twiza/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse } from "../house/house.ts";

let house: House;
let earned: Enrolment;
beforeAll(async () => {
  house = await openHouse();
  const { store } = house.server.deps;
  const accountId = found(await store.people.byContact(learners.certified.contact));
  const learner = found((await store.people.person(accountId))?.learners[0]);
  const { values } = await store.enrolments.ofLearner(learner.id, undefined);
  earned = found(values.find(({ value }) => value.earnedAt !== undefined)).value;
});
afterAll(() => house.close());

/** An organisation whose id ends as it is told to. */
async function organisation(ending: string): Promise<OrganisationId> {
  const { store, newId, clock } = house.server.deps;
  const id = OrganisationId.parse(newId("organisation").slice(0, -6) + ending);
  const createdAt = clock.now().toISOString();
  const writes = store.organisations.create({ id, kind: "union", name: { fr: id }, createdAt });
  expect(await store.commit(writes)).toBe("done");
  return id;
}

/** What the worker does for each of so many people who finished a course of this organisation, all at once. */
const issueFor = (organisationId: OrganisationId, people: number): Promise<Certificate[]> => {
  const { deps } = house.server;
  const each = async (): Promise<Certificate> => {
    const learnerId = LearnerId.parse(deps.newId("learner"));
    const enrolment = { ...earned, organisationId, learnerId };
    expect(await deps.store.commit([deps.store.enrolments.put(enrolment, "absent")])).toBe("done");
    return found(await issueEarned(deps, enrolment));
  };
  return Promise.all(Array.from({ length: people }, each));
};

const marksOf = (certificates: readonly Certificate[]): string[] => [
  ...new Set(certificates.map(({ number }) => number.slice(4, 10))),
];
const serialsOf = (certificates: readonly Certificate[]): number[] =>
  certificates.map(({ number }) => Number(number.slice(-6))).sort((a, b) => a - b);

it("no two organisations give the same number, though their ids end alike and they issue at the same moment", async () => {
  const [one, two] = [await organisation("abcdef"), await organisation("abcdef")];
  const [ofOne, ofTwo] = await Promise.all([issueFor(one, 4), issueFor(two, 4)]);
  expect(new Set([...ofOne, ...ofTwo].map(({ number }) => number)).size).toBe(8);
  expect(serialsOf(ofOne)).toEqual([1, 2, 3, 4]);
  expect(serialsOf(ofTwo)).toEqual([1, 2, 3, 4]);
  const marks = [...marksOf(ofOne), ...marksOf(ofTwo)];
  expect(marks).toHaveLength(2);
  expect(marks).toContain("abcdef");
  const later = [...(await issueFor(one, 1)), ...(await issueFor(two, 1))];
  expect(marksOf(later)).toEqual(marks);
});

it("the mark of an organisation whose id ends like no other's is the end of its id", async () => {
  expect(marksOf(await issueFor(await organisation("0badcf"), 2))).toEqual(["0badcf"]);
});

it("numbers given before marks were reserved stay, and the series goes on", async () => {
  const { store, newId } = house.server.deps;
  const old = await organisation("c0ffee");
  const year = new Date().getUTCFullYear();
  const [template] = (await store.certificates.ofLearner(earned.learnerId, undefined)).values;
  const before: Certificate = {
    ...found(template).value,
    id: newId("certificate"),
    organisationId: old,
    learnerId: newId("learner"),
    number: numberOf("c0ffee", year, 1),
  };
  const writes = store.certificates.issue(before, year, 1, "absent");
  expect(await store.commit(writes)).toBe("done");
  const [next] = await issueFor(old, 1);
  expect(next?.number).toBe(numberOf("c0ffee", year, 2));
  const stranger = await organisation("c0ffee");
  expect(marksOf(await issueFor(stranger, 1))).not.toContain("c0ffee");
  expect((await store.certificates.byId(before.id))?.value.number).toBe(before.number);
});

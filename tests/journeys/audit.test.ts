import { staff } from "@twiza/content";
import type { AuditEntry, OrganisationId } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Asked, type House, openHouse, type Visitor } from "../house/house.ts";

let house: House;
let auditor: Visitor;
let organisationId: OrganisationId;
let trainerId: AuditEntry["actorId"];
/** Seven hundred acts of one long day before the seed, one a minute; every hundredth by the trainer. */
const ACTS = 700;
const at = (minute: number): string => new Date(Date.UTC(2025, 2, 1, 0, minute)).toISOString();

beforeAll(async () => {
  house = await openHouse();
  auditor = await house.as(staff.auditor.contact);
  organisationId = found((await auditor.do("readMe", {})).organisationId);
  const { store, newId } = house.server.deps;
  trainerId = found(await store.people.byContact(staff.trainer.contact));
  const lines = Array.from({ length: ACTS }, (_, minute) =>
    store.audit.put({
      id: newId("entry"),
      organisationId,
      at: at(minute),
      actorId: minute % 100 === 0 ? trainerId : "system",
      actorName: minute % 100 === 0 ? staff.trainer.name : "Twiza",
      action: minute % 2 === 0 ? "course.edited" : "learner.enrolled",
      subjectId: String(minute),
      subjectName: `act ${minute}`,
    }),
  );
  for (let from = 0; from < ACTS; from += 100)
    expect(await store.commit(lines.slice(from, from + 100))).toBe("done");
});
afterAll(() => house.close());

type Query = NonNullable<Asked<"listAudit">["query"]>;
/** Every page of a question, and how far each had looked. */
async function all(
  query: Query,
): Promise<{ entries: AuditEntry[]; pages: (string | undefined)[] }> {
  const entries: AuditEntry[] = [];
  const pages: (string | undefined)[] = [];
  for (let after: string | undefined; ;) {
    const page = await auditor.do("listAudit", {
      query: { ...query, ...(after ? { after } : {}) },
    });
    entries.push(...page.entries);
    pages.push(page.searchedBackTo);
    after = page.next;
    if (after === undefined) return { entries, pages };
  }
}

it("two moments cut the trail: what happened at the first is in it, at the second is not", async () => {
  const { entries } = await all({ since: at(100), until: at(350) });
  expect(entries.map(({ at: moment }) => moment)).toEqual(
    Array.from({ length: 250 }, (_, index) => at(349 - index)),
  );
  expect((await all({ until: at(1) })).entries.map(({ subjectId }) => subjectId)).toEqual(["0"]);
  const recent = await all({ since: at(ACTS) });
  expect(recent.entries.length).toBeGreaterThan(5);
  expect(recent.entries.some(({ subjectName }) => subjectName.startsWith("act "))).toBe(false);
});

it("one person's acts are found however far back, and the answer says how far it has looked", async () => {
  const { entries, pages } = await all({ actorId: trainerId, until: at(ACTS) });
  expect(entries.map(({ subjectId }) => Number(subjectId))).toEqual([
    600, 500, 400, 300, 200, 100, 0,
  ]);
  // Five hundred lines a request: the first stops on its way and says so, the last has seen everything.
  expect(pages).toEqual([at(ACTS - 500), undefined]);
});

it("one kind of act, alone and with a person and a time", async () => {
  const enrolled = await all({ action: "learner.enrolled", until: at(ACTS) });
  expect(enrolled.entries).toHaveLength(ACTS / 2);
  expect(new Set(enrolled.entries.map(({ action }) => action))).toEqual(
    new Set(["learner.enrolled"]),
  );
  const both = {
    action: "course.edited",
    actorId: trainerId,
    since: at(150),
    until: at(450),
  } as const;
  expect((await all(both)).entries.map(({ subjectId }) => subjectId)).toEqual([
    "400",
    "300",
    "200",
  ]);
  expect((await all({ ...both, action: "learner.enrolled" })).entries).toEqual([]);
});

it("a question that cannot be meant is refused by the field that is wrong", async () => {
  for (const [search, field] of [
    [`since=${at(5)}&until=${at(5)}`, "until"],
    ["since=2025-03-01", "since"],
    ["action=course.deleted", "action"],
    ["actorId=crs_1", "actorId"],
  ] as const) {
    const answer = await auditor.fetch(`/api/audit?${search}`);
    const { code, issues } = (await answer.json()) as { code: string; issues: { path: string }[] };
    expect([answer.status, code, issues.map(({ path }) => path)]).toEqual([
      400,
      "request.invalid",
      [field],
    ]);
  }
});

it("a page of one question leads on in no other", async () => {
  const { next } = await auditor.do("listAudit", { query: { until: at(ACTS) } });
  const query = { since: at(650), until: at(ACTS), after: next ?? "" };
  expect(await auditor.refused("listAudit", { query })).toBe("request.invalid");
});

import { AccountId, CourseId, LearnerId, lookOf, OrganisationId } from "@twiza/contract";
import { expect, test } from "vitest";
import { openSqlite } from "../engine/sqlite/index.ts";
import { openStore } from "../index.ts";
import { tableList, tables } from "../tables.ts";

const hex = (letter: string) => letter.repeat(32);
const AT = "2026-01-05T08:00:00.000Z";
const accountId = AccountId.parse(`acc_${hex("a")}`);
const id = LearnerId.parse(`lrn_${hex("b")}`);

/** Items as they were written before learners had a look and phones several of them. */
test("what the former release stored is read as it would be written today", async () => {
  const engine = openSqlite({ file: ":memory:", tables: tableList });
  const store = openStore(engine);
  const learner = { id, accountId, name: "Fatima", createdAt: AT };
  await engine.put(tables.learners.name, {
    ...{ pk: `LEARNER#${id}`, sk: "LEARNER", entity: "learner", format: 1, revision: 3 },
    data: learner,
  });
  expect(await store.people.learner(id)).toEqual({
    value: { ...learner, ...lookOf(id) },
    revision: 3,
  });
  const session = {
    ...{ id: `ses_${hex("c")}`, secretHash: "hash", accountId, device: "phone" },
    ...{ createdAt: AT, lastSeenAt: AT, expiresAt: "2026-04-05T08:00:00.000Z" },
  };
  await engine.put(tables.people.name, {
    ...{ pk: "SESSION#hash", sk: "SESSION", entity: "session", format: 1, revision: 1 },
    data: session,
  });
  const kept = await store.sessions.bySecretHash("hash");
  expect(kept?.value).toEqual({ ...session, scope: "account", profiles: [], leftOut: [] });
  await engine.close();
});

/** Items as they were written before a second person could approve and learners could be moved. */
test("what nobody reviewed and nobody was moved from is read as it was", async () => {
  const engine = openSqlite({ file: ":memory:", tables: tableList });
  const store = openStore(engine);
  const organisationId = OrganisationId.parse(`org_${hex("d")}`);
  const courseId = CourseId.parse(`crs_${hex("e")}`);
  const content = { manifest: "1".repeat(64), quiz: "2".repeat(64) };
  const put = (table: string, at: { pk: string; sk: string }, rest: object) =>
    engine.put(table, { ...at, revision: 1, ...rest });
  const organisation = { id: organisationId, kind: "union", name: { fr: "Union" }, createdAt: AT };
  await put(
    tables.people.name,
    { pk: `ORG#${organisationId}`, sk: "ORGANISATION" },
    { entity: "organisation", format: 1, data: organisation },
  );
  const course = {
    ...{ id: courseId, organisationId, ownerIds: [accountId], title: { fr: "Gérer" } },
    ...{ visibility: "public", draft: { content, changedAt: AT } },
  };
  await put(
    tables.courses.name,
    { pk: `ORG#${organisationId}`, sk: `COURSE#${courseId}` },
    { entity: "course", format: 1, data: course },
  );
  const enrolment = {
    ...{ learnerId: id, learnerName: "Fatima", courseId, courseTitle: { fr: "Gérer" }, version: 1 },
    ...{ content, organisationId, issuing: "automatic", enrolledAt: AT, lessonCount: 3 },
    ...{ progress: { lessons: {} }, quiz: { tries: 1, bestPercent: 80 } },
  };
  await put(
    tables.learners.name,
    { pk: `LEARNER#${id}`, sk: `ENROLMENT#${courseId}` },
    { entity: "enrolment", format: 2, data: enrolment },
  );
  expect((await store.organisations.byId(organisationId))?.value).toEqual(organisation);
  expect((await store.courses.byId(organisationId, courseId))?.value).toEqual(course);
  const kept = await store.enrolments.byCourse(id, courseId);
  expect(kept?.value).toEqual(enrolment);
  // Who takes it alone is found from her next write on.
  expect((await store.enrolments.alone(courseId, undefined)).values).toEqual([]);
  if (kept) await store.commit([store.enrolments.put(kept.value, kept.revision)]);
  expect((await store.enrolments.alone(courseId, undefined)).values).toHaveLength(1);
  await engine.close();
});

import { AccountId, LearnerId, lookOf } from "@twiza/contract";
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

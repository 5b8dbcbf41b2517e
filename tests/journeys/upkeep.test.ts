import { cpSync } from "node:fs";
import { learners, seed } from "@twiza/content";
import { found } from "@twiza/core";
import { openServer } from "@twiza/functions/server";
import { afterEach, beforeEach, expect, it } from "vitest";
import { newFolder, removeFolder } from "../house/folder.ts";
import { seededFolder } from "../house/seeded.ts";

let folder = "";
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => {
  removeFolder(folder);
});

const lines: string[] = [];
/** The same machine, switched on again. Nobody knocks at its port. */
const start = () =>
  openServer({ folder, site: "web/build", port: 4641, write: (line) => lines.push(line) });

it("a session that has expired is gone for good after the next start, and one that holds stays", async () => {
  cpSync((await seededFolder()).folder, folder, { recursive: true });
  const first = await start();
  const { store, newId } = first.deps;
  const accountId = found(await store.people.byContact(learners.beginner.contact));
  const session = (secretHash: string, expiresAt: string) =>
    store.sessions.create({
      id: newId("session"),
      secretHash,
      accountId,
      scope: "account",
      profiles: [],
      leftOut: [],
      device: "phone",
      createdAt: "2020-01-01T00:00:00.000Z",
      lastSeenAt: "2020-01-01T00:00:00.000Z",
      expiresAt,
    });
  await store.commit([
    session("old", "2020-03-31T00:00:00.000Z"),
    session("new", "2999-01-01T00:00:00.000Z"),
  ]);
  await first.close();

  const second = await start();
  const kept = async (secretHash: string) => {
    const key = { pk: `SESSION#${secretHash}`, sk: "SESSION" };
    return (await second.engine.get("people", key)).item !== undefined;
  };
  expect([await kept("old"), await kept("new")]).toEqual([false, true]);
  expect((await second.deps.store.sessions.ofAccount(accountId)).length).toBe(1);
  expect(lines.some((line) => line.includes(`"event":"upkeep","expired":1`))).toBe(true);
  await second.close();
});

it("a certificate that was earned while its worker stood still comes after upkeep and a restart", async () => {
  const first = await start();
  await first.worker.stop();
  await seed(first.deps);
  await first.upkeep.once();
  await first.close();

  const second = await start();
  const { store } = second.deps;
  const accountId = found(await store.people.byContact(learners.certified.contact));
  const learner = found((await store.people.person(accountId))?.learners[0]);
  const wallet = async () => (await store.certificates.ofLearner(learner.id, undefined)).values;
  await second.worker.settled();
  expect(await wallet()).toHaveLength(1);
  await second.upkeep.once();
  expect((await second.engine.changes("learners")).records).toEqual([]);
  await second.close();

  const third = await start();
  await third.worker.settled();
  expect(
    (await third.deps.store.certificates.ofLearner(learner.id, undefined)).values,
  ).toHaveLength(1);
  await third.close();
});

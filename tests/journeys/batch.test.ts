import { IntentId } from "@twiza/contract";
import {
  issueByHand,
  listBatches,
  listCandidates,
  readBatch,
  startBatch,
  steerBatch,
} from "@twiza/core";
import { expect, it } from "vitest";
import { newIntent } from "../house/house.ts";
import {
  accountAt,
  cohortId,
  courseId,
  learnerAt,
  nadia,
  openIssuing,
  rachid,
} from "../house/issuing.ts";

const intentId = () => IntentId.parse(newIntent());
type Desk = Awaited<ReturnType<typeof openIssuing>>;
const start = ({ deps }: Desk) =>
  startBatch(deps, rachid, { intentId: intentId(), courseId, cohortId });
const read = ({ deps }: Desk, id: Parameters<typeof readBatch>[2]["id"]) =>
  readBatch(deps, rachid, { id, after: undefined });

it("a batch goes on after it was killed at any point, issues to each who has earned it once, and a second issues none", async () => {
  const desk = await openIssuing(130, { has: (n) => n % 10 !== 0 });
  await issueByHand(desk.deps, nadia, { intentId: intentId(), cohortId, learnerId: learnerAt(1) });
  const { id } = await start(desk);
  for (const transactions of [1.5, 7, 30.5, 44]) {
    desk.killAfter(transactions);
    await desk.follow(1);
  }
  await desk.follow();
  const { batch, refused } = await read(desk, id);
  expect(batch).toMatchObject({ state: "done", figures: { learners: 130, notYet: 13 } });
  expect([batch.figures.issued, batch.figures.already, refused]).toEqual([116, 1, []]);
  const serials = (await desk.all()).map(({ number }) => Number(number.slice(-6)));
  expect(serials.sort((a, b) => a - b)).toEqual(Array.from({ length: 117 }, (_, at) => at + 1));
  const again = await start(desk);
  await desk.follow();
  expect((await read(desk, again.id)).batch.figures).toMatchObject({ issued: 0, already: 117 });
  await desk.close();
});

it("one who cannot be issued to keeps nobody else waiting, and is named with the reason", async () => {
  // Who begins it learns in the group herself.
  const accountOf = (n: number) => (n === 2 ? rachid.accountId : accountAt(n));
  const desk = await openIssuing(4, { accountOf });
  const { id } = await start(desk);
  await desk.follow();
  const { batch, refused } = await read(desk, id);
  expect(batch.figures).toMatchObject({ issued: 3, refused: 1 });
  expect(refused).toMatchObject([{ learnerId: learnerAt(2), code: "certificate.own" }]);
  const { learners } = await listCandidates(desk.deps, rachid, {
    ...{ courseId, cohortId, after: undefined },
  });
  expect(learners.map(({ state, certificate }) => [state, certificate?.state])).toEqual([
    ["issued", "valid"],
    ["issued", "valid"],
    ["eligible", undefined],
    ["issued", "valid"],
  ]);
  await desk.close();
});

it("a batch that was stopped keeps what it issued, issues no more, and goes on from there; two of one group do not run at once", async () => {
  const desk = await openIssuing(120);
  const { id } = await start(desk);
  await expect(start(desk)).rejects.toThrow("batch.running");
  await desk.follow(1);
  const steer = (wish: "stop" | "go_on") =>
    steerBatch(desk.deps, nadia, { id, body: { intentId: intentId(), do: wish } });
  expect(await steer("stop")).toMatchObject({ state: "stopped", figures: { issued: 50 } });
  await desk.follow();
  expect(await desk.all()).toHaveLength(50);
  await steer("go_on");
  await desk.follow();
  expect((await read(desk, id)).batch).toMatchObject({ state: "done", figures: { issued: 120 } });
  const { batches } = await listBatches(desk.deps, nadia, { after: undefined });
  expect(batches.map((each) => each.id)).toEqual([id]);
  await desk.close();
});

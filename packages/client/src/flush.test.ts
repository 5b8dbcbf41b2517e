import { describe, expect, it } from "vitest";
import type { Entry } from "./entry.ts";
import { flusher } from "./flush.ts";
import { adopt } from "./adopt.ts";
import { append } from "./outbox.ts";
import { waiting } from "./waiting.ts";
import type { Batch, Post } from "./post.ts";
import { giveUp, receipts, retry } from "./receipts.ts";
import { standingOf } from "./standing.ts";
import { batchServer, OUTCOME } from "./testing/batch-server.ts";
import { answered, finished, handedIn, reached } from "./testing/happenings.ts";
import { stateOf } from "./testing/state-of.ts";
import { testPhone } from "./testing/phone.ts";

const LEARNER = "lrn_a";
const whose = { learnerId: LEARNER, courseId: "crs_a" };

const failing = (code: string, more = {}) => {
  // As the web's own `Problem` is thrown: an error with a code.
  throw Object.assign(new Error(code), { code, ...more });
};
async function filled(count: number, phone = testPhone().open()) {
  const entries: Entry[] = [];
  for (let n = 0; n < count; n++) entries.push(await append(phone, answered(n)));
  return { phone, entries };
}
const left = async (phone: Awaited<ReturnType<typeof filled>>["phone"]) =>
  (await standingOf(phone, LEARNER)).waiting;

it("sixty events go in batches of at most 25, oldest first, and a receipt is kept for each", async () => {
  const { phone, entries } = await filled(60);
  const { post, batches } = batchServer();
  expect(await flusher(phone, post)(LEARNER)).toEqual({ state: "sent" });
  expect(batches.map(({ events }) => events.length)).toEqual([25, 25, 10]);
  expect(batches.flatMap(({ events }) => events.map(({ id }) => id))).toEqual(
    entries.map(({ id }) => id),
  );
  expect(await left(phone)).toBe(0);
  const kept = await receipts(phone, LEARNER, "sent");
  expect(kept.map(({ entry }) => entry.seq)).toEqual(Array.from({ length: 60 }, (_, n) => 60 - n));
  expect(kept[0]).toMatchObject({ result: "ok", at: "2026-03-01T08:00:00.000Z" });
});

it("a batch stays well under what the server reads", async () => {
  const phone = testPhone().open();
  const long = "les_" + "x".repeat(4000);
  for (let n = 0; n < 20; n++) await append(phone, answered(n, long));
  const { post, batches } = batchServer();
  await flusher(phone, post)(LEARNER);
  const sizes = batches.map(({ events }) => JSON.stringify(events).length);
  expect(Math.max(...sizes)).toBeLessThan(48 * 1024);
  expect(batches.length).toBe(2);
});

it("an event leaves only with a receipt of its own", async () => {
  const { phone, entries } = await filled(3);
  const { post } = batchServer();
  const half: Post = {
    ...post,
    record: async (batch) => {
      const { receipts: all, progress } = await post.record(batch);
      return { receipts: [...all.slice(0, 1), { id: "another", result: "ok" }], progress };
    },
  };
  await flusher(phone, half)(LEARNER);
  expect((await waiting(phone, LEARNER)).map(({ id }) => id)).toEqual(
    entries.slice(1).map(({ id }) => id),
  );
});

it("an answer that was lost on its way is a duplicate the next time, and counts as sent", async () => {
  const { phone } = await filled(3);
  const { post, events } = batchServer();
  const lost: Post = { ...post, record: async (b) => (await post.record(b), failing("offline")) };
  expect(await flusher(phone, lost)(LEARNER)).toMatchObject({ state: "later" });
  expect(await left(phone)).toBe(3);
  await flusher(phone, post)(LEARNER);
  expect(events.size).toBe(3);
  const results = (await receipts(phone, LEARNER, "sent")).map(({ result }) => result);
  expect(results).toEqual(["duplicate", "duplicate", "duplicate"]);
});

it.each(["offline", "busy", "internal", "unreadable", "stale_write"])(
  "%s keeps every event for later, and asks no more of the server now",
  async (code) => {
    const { phone } = await filled(60);
    const { post, batches } = batchServer(() => failing(code, { retryAfterSeconds: 7 }));
    expect(await flusher(phone, post)(LEARNER)).toEqual({ state: "later", afterSeconds: 7 });
    expect(batches.length).toBe(1);
    expect(await left(phone)).toBe(60);
  },
);

it("signed out, her queue is parked untouched, and goes on when she is back", async () => {
  const { phone } = await filled(30);
  const away = batchServer(() => failing("session.required"));
  expect(await flusher(phone, away.post)(LEARNER)).toEqual({ state: "parked" });
  expect(await standingOf(phone, LEARNER)).toMatchObject({
    waiting: 30,
    refused: 0,
    parkedSince: "2026-03-01T08:00:00.000Z",
  });
  await flusher(phone, batchServer().post)(LEARNER);
  expect(await standingOf(phone, LEARNER)).toEqual({ waiting: 0, refused: 0, others: 0 });
});

const missing = async ({ events }: Batch) => ({
  receipts: events.map(({ id }) => ({ id, result: "refused" as const, code: "enrolment.missing" })),
});
it.each<[string, Post["record"]]>([
  ["with a refusal", async () => failing("not_found")],
  ["for each event", missing],
])(
  "a course that she is not in yet, said %s, holds no other back; said five times, it is a refusal that she sees",
  async (_how, judge) => {
    const { phone } = await filled(2);
    await append(phone, reached(1, "les_9", { courseId: "crs_b" }));
    const { post } = batchServer();
    const record: Post["record"] = (batch) =>
      batch.courseId === "crs_a" ? judge(batch) : post.record(batch);
    const flush = flusher(phone, { ...post, record });
    for (let n = 0; n < 4; n++) expect(await flush(LEARNER)).toEqual({ state: "later" });
    expect((await waiting(phone, LEARNER)).map(({ courseId }) => courseId)).toEqual([
      "crs_a",
      "crs_a",
    ]);
    expect(await flush(LEARNER)).toEqual({ state: "sent" });
    expect(await receipts(phone, LEARNER, "refused")).toHaveLength(2);
  },
);

describe("one bad event", () => {
  it("that the server cannot read keeps no other back", async () => {
    const { phone, entries } = await filled(4);
    const bad = entries[2]?.id;
    const { post, events } = batchServer(
      (batch) => batch.events.some(({ id }) => id === bad) && failing("request.invalid"),
    );
    expect(await flusher(phone, post)(LEARNER)).toEqual({ state: "sent" });
    expect(events.size).toBe(3);
    expect(await receipts(phone, LEARNER, "refused")).toMatchObject([
      { entry: { id: bad }, code: "request.invalid" },
    ]);
  });

  it("that breaks the server waits, while the others pass it by", async () => {
    const { phone, entries } = await filled(30);
    const bad = entries[2]?.id;
    const { post, events } = batchServer(
      (batch) => batch.events.some(({ id }) => id === bad) && failing("internal"),
    );
    const flush = flusher(phone, post);
    for (let n = 0; n < 6; n++) expect((await flush(LEARNER)).state).toBe("later");
    expect(events.size).toBe(29);
    expect((await waiting(phone, LEARNER)).map(({ id }) => id)).toEqual([bad]);
  });
});

describe("a refused event", () => {
  async function refused() {
    const phone = testPhone().open();
    await append(phone, finished(9, "les_2"));
    await append(phone, finished(9, "les_1"));
    const { post } = batchServer();
    const refusing: Post = {
      ...post,
      record: async ({ events, ...batch }) => {
        const [good, bad] = events;
        const answer = await post.record({ ...batch, events: good ? [good] : [] });
        const no = { id: bad?.id ?? "", result: "refused" as const, code: "lesson.unknown" };
        return { ...answer, receipts: [...answer.receipts, no] };
      },
    };
    await flusher(phone, refusing)(LEARNER);
    const [receipt] = await receipts(phone, LEARNER, "refused");
    if (!receipt) throw new Error("nothing was refused");
    return { phone, receipt, post };
  }

  it("is kept with the reason, and no longer counts as done here either", async () => {
    const { phone, receipt } = await refused();
    expect(receipt).toMatchObject({ result: "refused", code: "lesson.unknown" });
    expect(await standingOf(phone, LEARNER)).toMatchObject({ waiting: 0, refused: 1 });
    const { progress } = await stateOf(phone, whose);
    expect(progress).toEqual({ les_2: { reached: 9, done: true } });
    expect((await stateOf(phone, whose)).progress).toEqual(progress);
  });

  it("stays uncounted when the visitor's part is adopted before anybody looked", async () => {
    const { phone } = await refused();
    await adopt(phone, whose);
    expect((await stateOf(phone, whose)).progress).toEqual({
      les_2: { reached: 9, done: true },
    });
  });

  it("can be sent again, unchanged, and only once", async () => {
    const { phone, receipt, post } = await refused();
    await Promise.all([retry(phone, receipt), retry(phone, receipt)]);
    expect(await waiting(phone, LEARNER)).toEqual([receipt.entry]);
    expect((await stateOf(phone, whose)).progress["les_1"]?.done).toBe(true);
    await flusher(phone, post)(LEARNER);
    expect(await standingOf(phone, LEARNER)).toMatchObject({ waiting: 0, refused: 0 });
  });

  it("goes only when she lets it go, and can be looked up even then", async () => {
    const { phone, receipt } = await refused();
    await giveUp(phone, receipt);
    await retry(phone, receipt);
    expect(await standingOf(phone, LEARNER)).toMatchObject({ waiting: 0, refused: 0 });
    expect((await receipts(phone, LEARNER, "sent"))[0]).toMatchObject({
      entry: receipt.entry,
      result: "given_up",
    });
  });
});

it("a handing in goes alone, in its place, and its outcome is kept with the receipt", async () => {
  const phone = testPhone().open();
  await append(phone, answered(1));
  const { id } = await append(phone, handedIn());
  await append(phone, answered(2));
  const { post, batches, handIns } = batchServer();
  await flusher(phone, post)(LEARNER);
  expect(handIns).toEqual([id]);
  expect(batches.map(({ events }) => events.length)).toEqual([1, 1]);
  expect((await receipts(phone, LEARNER, "sent"))[1]).toMatchObject({
    result: "ok",
    outcome: OUTCOME,
  });
});

it("two tabs that send the same at once file one receipt for each entry", async () => {
  const phone = testPhone();
  const { entries } = await filled(30, phone.open());
  const { post, events } = batchServer();
  await Promise.all([phone.open(), phone.open()].map((tab) => flusher(tab, post)(LEARNER)));
  expect(events.size).toBe(30);
  expect(await receipts(phone.open(), LEARNER, "sent")).toHaveLength(entries.length);
});

it("an event that was replaced while it travelled leaves its successor waiting", async () => {
  const phone = testPhone().open();
  await append(phone, reached(1));
  const { post } = batchServer();
  const slow: Post = {
    ...post,
    record: async (batch) => {
      if (batch.events[0]?.block === 1) await append(phone, reached(2));
      return post.record(batch);
    },
  };
  await flusher(phone, slow)(LEARNER);
  expect((await receipts(phone, LEARNER, "sent")).map(({ entry }) => entry.seq)).toEqual([2]);
  expect(await left(phone)).toBe(0);
});

it("the newest hundred receipts or so can be looked up, and refused ones always", async () => {
  const { phone, entries } = await filled(200);
  const { post } = batchServer();
  const first = entries[0]?.id;
  const refusing: Post = {
    ...post,
    record: async (batch) => {
      const answer = await post.record(batch);
      const judge = (receipt: (typeof answer.receipts)[number]) =>
        receipt.id === first ? { ...receipt, result: "refused" as const } : receipt;
      return { ...answer, receipts: answer.receipts.map(judge) };
    },
  };
  await flusher(phone, refusing)(LEARNER);
  const sent = await receipts(phone, LEARNER, "sent");
  expect(sent.length).toBeGreaterThanOrEqual(100);
  expect(sent.length).toBeLessThanOrEqual(150);
  expect(sent[0]?.entry.seq).toBe(200);
  expect(await receipts(phone, LEARNER, "refused")).toHaveLength(1);
});

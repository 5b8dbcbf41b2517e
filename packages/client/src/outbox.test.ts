import { expect, it } from "vitest";
import { GUEST } from "./entry.ts";
import { adopt } from "./adopt.ts";
import { append, keepPlace } from "./outbox.ts";
import { waiting } from "./waiting.ts";
import { standingOf } from "./standing.ts";
import { answered, finished, reached } from "./testing/happenings.ts";
import { stateOf } from "./testing/state-of.ts";
import { testPhone } from "./testing/phone.ts";

const whose = { learnerId: "lrn_a", courseId: "crs_a" };

it("what happened, progress and place are on the phone when the answer comes, and after a restart", async () => {
  const phone = testPhone();
  const entry = await append(phone.open(), reached(4), { lessonId: "les_1", block: 3 });
  const again = phone.open();
  expect(await waiting(again, "lrn_a")).toEqual([entry]);
  expect(entry).toMatchObject({ seq: 1, at: "2026-03-01T08:00:00.000Z", type: "lesson.reached" });
  expect(await stateOf(again, whose)).toMatchObject({
    progress: { les_1: { reached: 4, done: false } },
    place: { lessonId: "les_1", block: 3, seq: 1, deviceId: entry.deviceId },
  });
});

it("two tabs at once give no number twice, and lose none of each other's progress", async () => {
  const phone = testPhone();
  const tabs = [phone.open(), phone.open()];
  const entries = await Promise.all(
    Array.from({ length: 30 }, (_, n) =>
      tabs.map((tab, at) => append(tab, answered(n, `les_${at}`))),
    ).flat(),
  );
  expect(entries.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 60 }, (_, n) => n + 1),
  );
  expect(new Set(entries.map(({ deviceId }) => deviceId)).size).toBe(1);
  const { progress } = await stateOf(phone.open(), whose);
  expect(progress).toEqual({
    les_0: { reached: 29, done: false },
    les_1: { reached: 29, done: false },
  });
});

it("reading on takes the place of what it says more of, and of nothing else", async () => {
  const phone = testPhone().open();
  await append(phone, reached(1));
  await append(phone, reached(2));
  await append(phone, reached(5, "les_2"));
  await append(phone, finished(1));
  await append(phone, answered(8));
  await append(phone, reached(4));
  await append(phone, reached(3));
  await append(phone, finished(3));
  const kept = (await waiting(phone, "lrn_a")).map(({ type, payload }) => [
    type,
    "block" in payload && payload.block,
  ]);
  expect(kept).toEqual([
    ["lesson.reached", 5],
    ["lesson.finished", 1],
    ["practice.answered", 8],
    ["lesson.reached", 4],
    ["lesson.finished", 3],
  ]);
});

it("what was read on another day, or by the blocks of another version, waits for itself", async () => {
  const phone = testPhone();
  const page = phone.open();
  await append(page, reached(1));
  phone.clock = Date.parse("2026-03-02T08:00:00Z");
  await append(page, reached(2));
  const ofAnother = { payload: { lessonId: "les_1", block: 3, version: 2 } };
  await append(page, reached(3, "les_1", ofAnother));
  expect((await waiting(page, "lrn_a")).map(({ seq }) => seq)).toEqual([1, 2, 3]);
});

it("what one learner does is never another's", async () => {
  const phone = testPhone().open();
  await append(phone, reached(1));
  await append(phone, reached(2, "les_1", { learnerId: "lrn_ab" }));
  expect(await standingOf(phone, "lrn_a")).toMatchObject({ waiting: 1 });
  expect(await standingOf(phone, "lrn_ab")).toMatchObject({ waiting: 1 });
  expect(await standingOf(phone, GUEST)).toMatchObject({ others: 2 });
  expect((await stateOf(phone, whose)).progress).toEqual({
    les_1: { reached: 1, done: false },
  });
});

it("what a visitor did is hers once she enrols, in that course only, and twice changes nothing", async () => {
  const phone = testPhone().open();
  await append(phone, finished(9, "les_1", { learnerId: GUEST }));
  await append(phone, reached(3, "les_2", { learnerId: GUEST }));
  await append(phone, reached(1, "les_9", { learnerId: GUEST, courseId: "crs_b" }));
  await append(phone, reached(2, "les_2"));
  await adopt(phone, whose);
  await adopt(phone, whose);
  const hers = await waiting(phone, "lrn_a");
  expect(hers.map(({ seq, learnerId }) => [seq, learnerId])).toEqual([
    [1, "lrn_a"],
    [2, "lrn_a"],
    [4, "lrn_a"],
  ]);
  expect((await waiting(phone, GUEST)).map(({ courseId }) => courseId)).toEqual(["crs_b"]);
  expect((await stateOf(phone, whose)).progress).toEqual({
    les_1: { reached: 9, done: true },
    les_2: { reached: 3, done: false },
  });
  await append(phone, reached(5, "les_2"));
  expect((await waiting(phone, "lrn_a")).map(({ seq }) => seq)).not.toContain(2);
});

it("a place is kept at every block without anything to send, and the last one holds whatever the clock does", async () => {
  const phone = testPhone();
  const page = phone.open();
  await append(page, reached(4));
  phone.clock = 0;
  await keepPlace(page, whose, { lessonId: "les_1", block: 2 });
  await append(page, answered(1));
  await keepPlace(page, whose, { lessonId: "les_1", block: 3 });
  expect((await stateOf(page, whose)).place).toMatchObject({ block: 3, seq: 4 });
  expect(await standingOf(page, "lrn_a")).toMatchObject({ waiting: 2, refused: 0 });
});

it.each([0, Date.parse("2024-03-01"), Date.parse("2028-03-01"), -5e12, 9e15])(
  "a clock that shows %d loses nothing and orders by count",
  async (clock) => {
    const phone = testPhone();
    const page = phone.open();
    await append(page, answered(1));
    phone.clock = clock;
    await append(page, answered(2));
    phone.clock = Date.parse("2026-03-02");
    await append(page, answered(3));
    const entries = await waiting(page, "lrn_a");
    expect(entries.map(({ payload }) => "block" in payload && payload.block)).toEqual([1, 2, 3]);
    const moments = entries.map(({ at }) => at);
    expect([...moments].sort()).toEqual(moments);
    for (const { at, id } of entries) {
      expect(at).toMatch(/^\d{4}-.*\.\d{3}Z$/);
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
    }
  },
);

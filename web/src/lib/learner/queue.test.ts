import { expect, it } from "vitest";
import { newIntent } from "../intent.ts";
import { Problem, type ProblemCode } from "../problem.ts";
import { delayAfter, flush, type Send } from "./flush.ts";
import { type DeviceEvent, GUEST, openQueue } from "./queue.ts";
import { memoryShelf } from "./shelf.ts";

const LESSON = `les_${"1".repeat(32)}`;
let clock = 1_790_000_000_000;
const eventOf = (change: Partial<DeviceEvent> = {}): DeviceEvent => ({
  id: newIntent((clock += 1)),
  type: "practice.answered",
  lessonId: LESSON,
  block: 1,
  deviceId: "device-one",
  seq: clock % 1e9,
  at: new Date(clock).toISOString(),
  ...change,
});
const problem = (code: ProblemCode) => new Problem({ code, title: code });
const accepts: Send = async (_course, events) => events.map(({ id }) => ({ id, result: "ok" }));

function filled(count: number, owner = "lrn_a", courseId = "crs_a") {
  const shelf = memoryShelf();
  const queue = openQueue(shelf);
  const events = Array.from({ length: count }, () => eventOf());
  for (const event of events) queue.add({ owner, courseId, event });
  return { shelf, queue, events };
}

it("an event survives a restart of the phone and leaves only with a receipt", async () => {
  const { shelf, queue, events } = filled(3);
  expect(openQueue(shelf).of("lrn_a")).toHaveLength(3);
  const half: Send = async () => [{ id: events[0]?.id ?? "", result: "ok" }];
  await flush(queue, "lrn_a", half);
  expect(queue.of("lrn_a").map(({ event }) => event.id)).toEqual(events.slice(1).map((e) => e.id));
});

it("sixty events go in batches of at most 25, oldest first, and a replay's duplicates count as sent", async () => {
  const { queue, events } = filled(60);
  const batches: string[][] = [];
  const outcome = await flush(queue, "lrn_a", async (_course, batch) => {
    batches.push(batch.map(({ id }) => id));
    return batch.map(({ id }) => ({ id, result: "duplicate" }));
  });
  expect(outcome).toBe("sent");
  expect(batches.map((batch) => batch.length)).toEqual([25, 25, 10]);
  expect(batches.flat()).toEqual(events.map(({ id }) => id));
  expect(queue.of("lrn_a")).toEqual([]);
});

it.each([
  ["offline", "later"],
  ["busy", "later"],
  ["internal", "later"],
  ["session.required", "stopped"],
] as const)("%s keeps every event (%s)", async (code, outcome) => {
  const { queue } = filled(30);
  expect(await flush(queue, "lrn_a", () => Promise.reject(problem(code)))).toBe(outcome);
  expect(queue.of("lrn_a")).toHaveLength(30);
});

it("a course the learner is not enrolled in holds no other course back, and keeps its events", async () => {
  const { queue } = filled(2, "lrn_a", "crs_a");
  queue.add({ owner: "lrn_a", courseId: "crs_b", event: eventOf() });
  const send: Send = async (course, batch) => {
    if (course === "crs_a") throw problem("not_found");
    return accepts(course, batch);
  };
  expect(await flush(queue, "lrn_a", send)).toBe("sent");
  expect(queue.of("lrn_a").map(({ courseId }) => courseId)).toEqual(["crs_a", "crs_a"]);
});

it("one event that the server cannot read keeps no other back", async () => {
  const { queue, events } = filled(4);
  const bad = events[2]?.id;
  const send: Send = async (course, batch) => {
    if (batch.some(({ id }) => id === bad)) throw problem("request.invalid");
    return accepts(course, batch);
  };
  expect(await flush(queue, "lrn_a", send)).toBe("sent");
  expect(queue.of("lrn_a")).toEqual([]);
});

it("what one person did on a shared phone is never sent in another's name", async () => {
  const { queue } = filled(2, "lrn_a");
  const sent: string[] = [];
  await flush(queue, "lrn_b", async (course, batch) => {
    sent.push(course);
    return accepts(course, batch);
  });
  expect(sent).toEqual([]);
  expect(queue.of("lrn_a")).toHaveLength(2);
});

it("what a visitor did is hers once she enrols, in that course only", () => {
  const { queue } = filled(2, GUEST, "crs_a");
  queue.add({ owner: GUEST, courseId: "crs_b", event: eventOf() });
  queue.adopt("crs_a", "lrn_a");
  expect(queue.of("lrn_a")).toHaveLength(2);
  expect(queue.of(GUEST).map(({ courseId }) => courseId)).toEqual(["crs_b"]);
});

it("reading on replaces what it says more of, and nothing else", () => {
  const { queue } = filled(0);
  const reach = (block: number, lessonId = LESSON) => {
    const event = eventOf({ type: "lesson.reached", block, lessonId });
    queue.add({ owner: "lrn_a", courseId: "crs_a", event });
  };
  const other = `les_${"2".repeat(32)}`;
  reach(1);
  reach(2);
  reach(5, other);
  queue.add({ owner: "lrn_a", courseId: "crs_a", event: eventOf({ type: "lesson.finished" }) });
  reach(4);
  const kept = queue.of("lrn_a").map(({ event }) => [event.type, event.block]);
  expect(kept).toEqual([
    ["lesson.reached", 5],
    ["lesson.finished", 1],
    ["lesson.reached", 4],
  ]);
});

it("the wait grows with each failure and ends at five minutes", () => {
  expect(delayAfter(0, 1)).toBe(3000);
  expect(delayAfter(3, 1)).toBe(17_000);
  expect(delayAfter(50, 1)).toBe(301_000);
  expect(delayAfter(50, 0)).toBe(1000);
});

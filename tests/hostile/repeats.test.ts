import { LessonId, type OperationName, operations } from "@twiza/contract";
import { found } from "@twiza/core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { isWhole } from "../house/depth.ts";
import { type House, newIntent, openHouse, pathOf, requestOf } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { NAMES, sampleOf, visitorFor } from "../house/samples.ts";
import { countSessions, countWritten } from "../house/written.ts";

/** Two houses alike: in one a wish arrives once and then again, in the other ten times at the same moment. */
let house: House;
let twin: House;
const landmarks = new Map<House, Landmarks>();
beforeAll(async () => {
  [house, twin] = await Promise.all([openHouse(), openHouse()]);
  for (const each of [house, twin]) landmarks.set(each, await findLandmarks(each));
});
afterAll(() => Promise.all([house.close(), twin.close()]));

const CHANGING = NAMES.filter((name) => operations[name].method !== "GET");
const isRemoval = (name: OperationName): boolean => operations[name].method === "DELETE";

/** Of the ten at the same moment, where not everything is tried: what makes something new and what takes something away. */
const AT_DESK: readonly OperationName[] = [
  "createCohort",
  "createOrganisation",
  "grantMembership",
  "createLearner",
  "enrolPeople",
  "editCourse",
  "arrangeDraft",
  "saveDraftLesson",
  "createCourse",
  "bringCourse",
  "copyCourse",
  "copyIntoDraft",
  ...CHANGING.filter(isRemoval),
];

/** A wish of an operation in a house, and how it is made known there. */
async function wishIn(where: House, name: OperationName) {
  const { attemptId: _, ...fresh } = found(landmarks.get(where));
  const sample = await sampleOf(where, name, { ...fresh, attemptId: undefined });
  const visitor = await visitorFor(where, sample);
  const ask = async (asked = sample.asked) => {
    const response = await visitor.fetch(pathOf(name, asked), requestOf(name, asked));
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  };
  return { sample, ask };
}

/** Writes into the session each time what it was told, and then again what is there already. */
const SAYS_IT_AGAIN: OperationName = "chooseOrganisation";

/** How many changes every table has seen, and then those of its sessions alone. */
async function everythingWritten(where: House, name: OperationName): Promise<readonly number[]> {
  const sums = [await countWritten(where)];
  if (name !== SAYS_IT_AGAIN) sums.push(await countSessions(where));
  return sums.flatMap((each) => Object.values(each));
}

/** Asks, and tells beside the replies how many changes that made. */
async function writing<R>(where: House, name: OperationName, act: () => Promise<R>) {
  const before = await everythingWritten(where, name);
  const reply = await act();
  const after = await everythingWritten(where, name);
  return { reply, wrote: after.map((sum, at) => sum - (before[at] ?? 0)) };
}

/** The first time of each wish: what it wrote is what ten of it may write in the other house. */
const firsts = new Map<OperationName, ReturnType<typeof makeFirst>>();
function firstOf(name: OperationName) {
  const first = firsts.get(name) ?? makeFirst(name);
  firsts.set(name, first);
  return first;
}
async function makeFirst(name: OperationName) {
  const { sample, ask } = await wishIn(house, name);
  return { sample, ask, ...(await writing(house, name, () => ask())) };
}

describe.each(CHANGING)("%s", (name) => {
  it("does once what arrives twice, answers alike, and refuses its intent for anything else", async () => {
    const { sample, ask, reply: first, wrote } = await firstOf(name);
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
    const after = await everythingWritten(house, name);
    const second = await ask();
    expect(await everythingWritten(house, name)).toEqual(after);
    if (isRemoval(name)) {
      expect(wrote).not.toEqual(wrote.map(() => 0));
      expectGone(second);
      return;
    }
    // Receipts tell that an event was there already; everything else of the reply is the same.
    expect(withoutReceipts(second.body)).toEqual(withoutReceipts(first.body));
    expect(second.status).toBe(first.status);

    const body = { ...sample.asked.body };
    if (!("intentId" in body)) return;
    const others = [...(OTHERS_OF[name] ?? []), ...OTHERS];
    const other = others
      .map(([field, value]) => (field in body ? { ...body, [field]: value } : undefined))
      .find(Boolean);
    if (!other) return;
    const reused = await ask({ ...sample.asked, body: other });
    expect([reused.status, reused.body["code"]]).toEqual([409, "intent.reused"]);
    expect(await everythingWritten(house, name)).toEqual(after);
  });
});

describe.each(isWhole ? CHANGING : AT_DESK)("%s", (name) => {
  it("does once what arrives ten times at the same moment, and writes as much as for one", async () => {
    const first = await firstOf(name);
    const { ask } = await wishIn(twin, name);
    const { reply: replies, wrote } = await writing(twin, name, () =>
      Promise.all(Array.from({ length: 10 }, () => ask())),
    );
    expect(wrote).toEqual(first.wrote);
    if (isRemoval(name)) {
      replies.forEach(expectGone);
      return;
    }
    const told = new Set(replies.map(({ body }) => JSON.stringify(withoutReceipts(body))));
    expect(told.size).toBe(1);
  });
});

/** What was to be taken away is gone: that is all that was wished for, or it is no longer found. */
const expectGone = ({ status, body }: { status: number; body: Record<string, unknown> }): void =>
  expect([undefined, "not_found"], String(status)).toContain(body["code"]);

/** Another wish under the same intent: the first field that the body has is changed. */
const OTHERS: readonly (readonly [string, unknown])[] = [
  ["kind", "institution"],
  ["name", "Somebody else"],
  ["note", "Another note."],
  ["passMarkPercent", 10],
  ["answers", [{ itemId: `itm_${"0".repeat(32)}`, options: [] }]],
  ["courseId", `crs_${"0".repeat(32)}`],
  ["people", [{ name: "Else", contact: "else@example.org" }]],
  ["learnerId", `lrn_${"0".repeat(32)}`],
  ["tags", ["another"]],
  ["itemIds", [`itm_${"0".repeat(32)}`]],
  ["courseIds", [`crs_${"0".repeat(32)}`]],
  ["language", "en"],
  ["commands", [{ do: "removeModule", id: `mod_${"0".repeat(32)}` }]],
];

/** Where the same field is of another shape. */
const OTHERS_OF: Readonly<Record<string, typeof OTHERS>> = {
  arrangeAssignments: [["commands", [{ do: "remove", id: `asg_${"0".repeat(32)}` }]]],
  saveAssignment: [["after", `asg_${"0".repeat(32)}`]],
  submitWork: [["text", "Autre chose."]],
  markSubmission: [["words", "Autre chose."]],
  settleSubmission: [["reason", "Autre chose."]],
  arrangeChecklists: [["commands", [{ do: "remove", id: `chk_${"0".repeat(32)}` }]]],
  arrangeItems: [["commands", [{ do: "remove", id: `itm_${"0".repeat(32)}` }]]],
  setPin: [["pin", "8264"]],
  eraseLearner: [["revokes", true]],
  changeGrade: [["part", "lessons"]],
  saveGrading: [["grading", { categories: [], least: { lessons: 80 } }]],
  changeFramework: [["commands", [{ do: "remove", id: `cmp_${"0".repeat(32)}` }]]],
  saveFramework: [["about", { title: { en: "Something else" } }]],
  saveChecklist: [["after", `chk_${"0".repeat(32)}`]],
  saveItem: [["after", `itm_${"0".repeat(32)}`]],
};

const withoutReceipts = ({ receipts: _, receipt: __, ...rest }: Record<string, unknown>) => rest;

it("keeps every event once, from two devices, doubled, out of order and with clocks two years off", async () => {
  const { course, lessonId } = found(landmarks.get(house));
  const visitor = await house.as("fatima@example.org");
  const params = { courseId: course.courseId };
  const year = 365 * 86_400_000;
  const device = (deviceId: string, skew: number) => (block: number, seq: number) => ({
    id: newIntent(),
    type: "lesson.reached" as const,
    lessonId,
    block,
    at: new Date(Date.now() + skew + seq * 1000 - 100_000).toISOString(),
    deviceId,
    seq,
  });
  const slow = device("slow-phone", -2 * year);
  const fast = device("fast-phone", 2 * year);
  const [a, b, c, d] = [slow(2, 1), slow(5, 2), fast(3, 1), fast(1, 9)];
  const send = (skew: number, events: (typeof a)[]) =>
    visitor.do("recordEvents", {
      params,
      body: { sentAt: new Date(Date.now() + skew).toISOString(), events },
    });
  await send(-2 * year, [b, a]);
  await send(2 * year, [c, c]);
  const { receipts } = await send(-2 * year, [a, b]);
  expect(receipts.map(({ result }) => result)).toEqual(["duplicate", "duplicate"]);
  const { enrolment } = await send(2 * year, [d]);
  expect(enrolment?.progress.lessons[LessonId.parse(lessonId)]).toEqual({
    reached: 5,
    done: false,
  });
  // Moved by how wrong each clock was when it sent, the fast phone's last event is the latest of all.
  expect(enrolment?.progress.resume).toMatchObject({ deviceId: "fast-phone", block: 1 });
});

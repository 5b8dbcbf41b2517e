import { LessonId, operations } from "@twiza/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, pathOf, requestOf } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { NAMES, sampleOf, visitorFor } from "../house/samples.ts";
import { countWritten } from "../house/written.ts";

let house: House;
let landmarks: Landmarks;
beforeAll(async () => {
  house = await openHouse();
  landmarks = await findLandmarks(house);
});
afterAll(() => house.close());

const WRITES = NAMES.filter((name) => ["POST", "PUT"].includes(operations[name].method));

describe.each(WRITES)("%s", (name) => {
  it("does once what arrives twice, answers alike, and refuses its intent for anything else", async () => {
    const { attemptId: _, ...fresh } = landmarks;
    const sample = await sampleOf(house, name, { ...fresh, attemptId: undefined });
    const visitor = await visitorFor(house, sample);
    const ask = async (asked = sample.asked) => {
      const response = await visitor.fetch(pathOf(name, asked), requestOf(name, asked));
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const first = await ask();
    expect(first.status, JSON.stringify(first.body)).toBeLessThan(300);
    const after = await countWritten(house);
    const second = await ask();
    // Receipts tell that an event was there already; everything else of the reply is the same.
    expect(withoutReceipts(second.body)).toEqual(withoutReceipts(first.body));
    expect(second.status).toBe(first.status);
    expect(await countWritten(house)).toEqual(after);

    const body = { ...sample.asked.body };
    if (!("intentId" in body)) return;
    const others = [...(OTHERS_OF[name] ?? []), ...OTHERS];
    const other = others
      .map(([field, value]) => (field in body ? { ...body, [field]: value } : undefined))
      .find(Boolean);
    if (!other) return;
    const reused = await ask({ ...sample.asked, body: other });
    expect([reused.status, reused.body["code"]]).toEqual([409, "intent.reused"]);
    expect(await countWritten(house)).toEqual(after);
  });

  it("does once what arrives ten times at the same moment", async () => {
    if (!CONCURRENT.has(name)) return;
    const sample = await sampleOf(house, name, landmarks);
    const visitor = await visitorFor(house, sample);
    const replies = await Promise.all(
      Array.from({ length: 10 }, async () => {
        const response = await visitor.fetch(
          pathOf(name, sample.asked),
          requestOf(name, sample.asked),
        );
        return response.text();
      }),
    );
    expect(new Set(replies).size).toBe(1);
  });
});

/** Wishes that a sample can make more than once in one house. */
const CONCURRENT = new Set<string>([
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
]);

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
  const { course, lessonId } = landmarks;
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

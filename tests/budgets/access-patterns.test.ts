import { readFileSync } from "node:fs";
import { type Engine } from "@twiza/storage";
import { metered } from "@twiza/storage/metered";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type House, newIntent, openHouse, pathOf, requestOf } from "../house/house.ts";
import { findLandmarks, type Landmarks } from "../house/landmarks.ts";
import { newLessonId } from "../house/new-ids.ts";
import { NAMES, sampleOf, visitorFor } from "../house/samples.ts";

type Row = {
  readonly operation: string;
  readonly reads: number;
  readonly writes: number;
  readonly items: number;
};

/** The table of `docs/access-patterns.md`: what each operation may cost. */
const rows: readonly Row[] = readFileSync("docs/access-patterns.md", "utf8")
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()))
  .filter((cells) => /^`\w+`$/.test(cells[1] ?? ""))
  .map((cells) => ({
    operation: (cells[1] ?? "").replaceAll("`", ""),
    reads: Number(cells[4]),
    writes: Number(cells[5]),
    items: Number(cells[6]),
  }));

let house: House;
let at: Landmarks;
let meter: ReturnType<typeof metered<Engine>>;
/** Most items that one transaction wrote while the meter ran. */
let items = 0;
beforeAll(async () => {
  house = await openHouse({
    observe: (engine) => {
      const counting: Engine = {
        ...engine,
        transact: (ops, options) => {
          items = Math.max(items, ops.length);
          return engine.transact(ops, options);
        },
      };
      meter = metered(counting);
      return meter;
    },
  });
  at = await findLandmarks(house);
  // Its own look at the feed five times a second would be counted with the requests.
  await house.server.worker.stop();
});
afterAll(() => house.close());

/** The session and the person with her roles, which every operation behind a session reads. */
const SESSION = 1.5;

/** What one request costs, session and roles included. */
async function costOf(name: (typeof NAMES)[number]) {
  const sample = await sampleOf(house, name, { ...at, attemptId: undefined });
  const visitor = await visitorFor(house, sample);
  meter.calls.length = 0;
  items = 0;
  const response = await visitor.fetch(pathOf(name, sample.asked), requestOf(name, sample.asked));
  const calls = [...meter.calls];
  expect(response.status, await response.text()).toBeLessThan(300);
  const sum = (of: "read" | "write") =>
    calls.reduce((total, { capacity }) => total + capacity[of], 0);
  return {
    reads: sum("read"),
    writes: sum("write"),
    items,
    transactions: calls.filter(({ method }) => method === "transact").length,
  };
}

it("the document names every operation and nothing else", () => {
  expect(rows.map(({ operation }) => operation).sort()).toEqual([...NAMES].sort());
});

describe.each(NAMES)("%s", (name) => {
  it("costs no more than the document says, and not half as much either", async () => {
    const cost = await costOf(name);
    const row = rows.find(({ operation }) => operation === name);
    const told = `${name} | ${cost.reads} | ${cost.writes} | ${cost.items}`;
    expect(cost.reads, told).toBeLessThanOrEqual(row?.reads ?? 0);
    expect(cost.writes, told).toBeLessThanOrEqual(row?.writes ?? 0);
    expect(cost.items, told).toBe(row?.items ?? 0);
    // A budget that lies far above the truth guards nothing.
    expect(cost.reads * 2, told).toBeGreaterThanOrEqual(row?.reads ?? 0);
    expect(cost.writes * 2, told).toBeGreaterThanOrEqual(row?.writes ?? 0);
  });
});

it("opening a lesson costs at most 2 read units, session and roles included", async () => {
  expect((await costOf("readEnrolment")).reads).toBeLessThanOrEqual(2);
});

it("a progress event is one transaction of at most 3 items", async () => {
  const cost = await costOf("recordEvents");
  expect(cost.transactions).toBe(1);
  expect(cost.items).toBeLessThanOrEqual(3);
});

it("a look at somebody's work is one transaction of at most 4 items, trail and intent among them", async () => {
  const cost = await costOf("recordObservation");
  expect([cost.transactions, cost.items]).toEqual([1, 4]);
});

it.each(["submitWork", "markSubmission", "settleSubmission"] as const)(
  "%s is one transaction of at most 4 items, trail and intent among them",
  async (name) => {
    const cost = await costOf(name);
    expect(cost.transactions).toBe(1);
    expect(cost.items).toBeLessThanOrEqual(4);
  },
);

it.each([
  ["startAttempt", 3],
  // One of them asks whether a question was corrected since.
  ["submitAttempt", 4],
] as const)(
  "%s costs at most %i read units beside the session and roles, and one transaction of at most 3 items",
  async (name, most) => {
    const cost = await costOf(name);
    expect(cost.reads - SESSION).toBeLessThanOrEqual(most);
    expect([cost.transactions, cost.items]).toEqual([1, 3]);
  },
);

it("composing a draft again reads no words of lessons that did not change, and writes nothing but its intent", async () => {
  const { by = "", asked } = await sampleOf(house, "composeDraft", at);
  const trainer = await house.as(by);
  const params = { courseId: asked.params?.["courseId"] ?? "" };
  const compose = () => trainer.do("composeDraft", { params, body: { intentId: newIntent() } });
  await compose();
  const first = await costOf("composeDraft");
  items = 0;
  meter.calls.length = 0;
  await compose();
  const reads = meter.calls.reduce((total, { capacity }) => total + capacity.read, 0);
  expect(items).toBe(1);
  // One lesson of the first was read in four languages.
  expect(reads).toBeLessThanOrEqual(first.reads - 4);
});

describe("a lesson of forty blocks", () => {
  const language = "fr" as const;

  /** Forty blocks of the course's own lessons, in one that its trainer has just made. */
  async function longLesson() {
    const { by = "", asked } = await sampleOf(house, "readDraft", at);
    const trainer = await house.as(by);
    const { courseId = "" } = asked.params ?? {};
    const { outline, lessons } = await trainer.do("readDraft", { params: { courseId } });
    const opened = await Promise.all(
      lessons.map(({ id }) =>
        trainer.do("readDraftLesson", {
          params: { courseId, lessonId: id },
          query: { language },
        }),
      ),
    );
    const blocks = opened
      .flatMap(({ words: [words] }) => Object.values(words?.texts ?? {}))
      .flatMap(({ block }) => (block.kind === "title" ? [] : [block]))
      .slice(0, 40);
    const params = { courseId, lessonId: newLessonId() };
    const [module] = outline.modules;
    const add = {
      do: "addLesson",
      id: params.lessonId,
      moduleId: module?.id ?? "",
      title: { fr: "Longue" },
      template: "empty",
    } as const;
    await trainer.do("arrangeDraft", {
      params: { courseId },
      body: { intentId: newIntent(), commands: [add] },
    });
    const texts = blocks.map((block, index) => ({ key: `block-${index}`, base: 0, block }));
    const save = (some: typeof texts) =>
      trainer.do("saveDraftLesson", {
        params,
        body: { intentId: newIntent(), language, commands: [], texts: some },
      });
    await save(texts.slice(0, 20));
    await save(texts.slice(20));
    return { trainer, params, texts, save };
  }

  it("is opened for at most 3 read units, listed by one query and saved by one transaction of 3 items", async () => {
    const { trainer, params, texts, save } = await longLesson();
    const reads = () => meter.calls.reduce((total, { capacity }) => total + capacity.read, 0);
    meter.calls.length = 0;
    const { words } = await trainer.do("readDraftLesson", { params, query: { language } });
    expect(reads()).toBeLessThanOrEqual(3);
    const [said] = words;
    expect(Object.keys(said?.texts ?? {})).toHaveLength(41);

    meter.calls.length = 0;
    await trainer.do("readDraft", { params });
    const lists = meter.calls.filter(
      ({ method, tables }) => method === "query" && tables.includes("courses"),
    );
    expect(lists).toHaveLength(1);

    items = 0;
    meter.calls.length = 0;
    await save(texts.slice(2, 3).map(({ block }) => ({ key: "block-1", base: 1, block })));
    expect(items).toBe(3);
    expect(meter.calls.filter(({ method }) => method === "transact")).toHaveLength(1);
  });

  it("is looked at in all its languages for at most 5 read units, ten of them by one request", async () => {
    const { trainer, params } = await longLesson();
    const { courseId, lessonId } = params;
    const reads = () => meter.calls.reduce((total, { capacity }) => total + capacity.read, 0);
    const look = (...ids: string[]) =>
      trainer.do("reviewDraft", { params: { courseId }, query: { lessons: ids.join(",") } });
    meter.calls.length = 0;
    expect((await look(newLessonId())).lessons).toEqual([]);
    const alone = reads();
    meter.calls.length = 0;
    expect((await look(lessonId)).lessons).toHaveLength(1);
    expect(reads() - alone).toBeLessThanOrEqual(5);
  });
});

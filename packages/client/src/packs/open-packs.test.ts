import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { filesOf, weightOf } from "@twiza/contract/pack-choice";
import { PackFault } from "./fault.ts";
import { type Offer, openPacks } from "./open-packs.ts";
import { FILES, RECORDS, type Outside, pathOf } from "./outside.ts";
import { phoneStorage, shop } from "./testing.ts";

const choice = { languages: ["fr"], spoken: ["fr"], audio: true };
const how = { choice, saysNow: true };
const quiet = (): void => undefined;

/** What is `late` is on its way and comes once `arrive` is called, although nobody may wait for it any more. */
type Wrong = "cut" | "lie" | "stop" | "late" | 404 | 500 | undefined;
type Trouble = (path: string, asked: number) => Wrong;

/** A phone and a server between which things go wrong as told. */
function village(trouble: Trouble = () => undefined, quota?: number) {
  const { blobs, course } = shop();
  const storage = phoneStorage(quota);
  const asked: string[] = [];
  const way = Promise.withResolvers<undefined>();
  const fetch: Outside["fetch"] = async (path, { signal }) => {
    signal?.throwIfAborted();
    asked.push(path);
    const wrong = trouble(path, asked.length);
    if (wrong === "cut") throw new TypeError("network");
    if (typeof wrong === "number") return new Response("no", { status: wrong });
    const bytes = blobs.get(path.slice(pathOf("").length));
    if (!bytes) return new Response("no", { status: 404 });
    if (wrong === "lie") return new Response(bytes.slice(1));
    const response = new Response(bytes.slice());
    if (wrong === "late")
      // Defined, not assigned: what else runs in this process may have made all that responses inherit unchangeable.
      Object.defineProperty(response, "arrayBuffer", {
        value: () => way.promise.then(() => bytes.slice().buffer),
      });
    return response;
  };
  const outside: Outside = { caches: storage.caches, estimate: storage.estimate, fetch };
  /** As after closing the browser: nothing but what lies in the storage is left. */
  const open = (how: Partial<Outside> = {}) => openPacks({ ...outside, ...how });
  return { open, course, storage, asked, arrive: () => way.resolve(undefined) };
}
const namesOf = (offer: ReturnType<ReturnType<typeof shop>["course"]>): readonly string[] =>
  filesOf(offer.index, choice).map(({ hash }) => hash);

describe("a download", () => {
  it("ends with every file of the course on the phone, each fetched once", async () => {
    const { open, course, storage, asked } = village();
    const offer = course("crs_a", 1, 6);
    const told: number[] = [];
    await open().fetch(offer, how, ({ done }) => told.push(done));
    expect([...storage.names(FILES)].sort()).toEqual([...namesOf(offer)].sort());
    expect(new Set(asked).size).toBe(asked.length);
    expect(told.at(-1)).toBe(weightOf(filesOf(offer.index, choice)));
    expect((await open().list())[0]).toMatchObject({ status: "whole", damaged: false });
  });

  it("goes on from where it was, whenever the network breaks and the browser is killed", async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.nat(3)), fc.nat(8), async (luck, lessons) => {
        const { open, course, storage, asked } = village(() =>
          luck.next().value === 0 ? "cut" : undefined,
        );
        const offer = course("crs_a", 1, lessons + 1);
        for (let tries = 0; tries < 500; tries++) {
          const failed = await open()
            .fetch(offer, how, quiet)
            .catch((error: unknown) => error);
          if (failed === undefined) break;
          expect(failed).toMatchObject({ reason: "offline" });
        }
        expect([...storage.names(FILES)].sort()).toEqual([...namesOf(offer)].sort());
        // What had arrived was not asked for again: each file came through exactly once.
        const arrived = asked.length;
        await open().fetch(offer, how, quiet).catch(quiet);
        expect(asked.slice(arrived).filter((path) => path !== pathOf(offer.pack))).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  it("keeps nothing that is not what its name says, and asks once more before it gives up", async () => {
    const { open, course, storage } = village((path, at) => (at > 1 && path ? "lie" : undefined));
    const offer = course("crs_a", 1, 2);
    await expect(open().fetch(offer, how, quiet)).rejects.toMatchObject({ reason: "corrupt" });
    expect(storage.names(FILES)).toEqual([]);

    const once = village((_, at) => (at === 2 ? "lie" : undefined));
    await once.open().fetch(once.course("crs_a", 1, 2), how, quiet);
    expect((await once.open().list())[0]?.status).toBe("whole");
  });

  it.each([
    [404, "missing"],
    [500, "server"],
    ["cut", "offline"],
  ] as const)(
    "stops at %s with a reason of its own and keeps what has come",
    async (wrong, reason) => {
      const { open, course, storage } = village((_, at) => (at === 9 ? wrong : undefined));
      const failure = await open()
        .fetch(course("crs_a", 1, 6), how, quiet)
        .catch((e: unknown) => e);
      expect(failure).toBeInstanceOf(PackFault);
      expect(failure).toMatchObject({ reason });
      expect(storage.names(FILES).length).toBeGreaterThan(4);
    },
  );

  it.each([0.5, 0])(
    "on a phone with room for %s of it names what was still to come and what is free, and loses nothing",
    async (part) => {
      const whole = shop().course("crs_a", 1, 6);
      const weight = weightOf(filesOf(whole.index, choice));
      const { index } = whole;
      const noted = { courseId: "crs_a", version: 1, index, status: "wanted", ...how };
      const note = part > 0 ? JSON.stringify(noted).length : 0;
      const { open, course, storage } = village(() => undefined, note + part * weight);
      const offer = course("crs_a", 1, 6);
      const fetch = () => open().fetch(offer, how, quiet);
      const failure: unknown = await fetch().catch((error: unknown) => error);
      expect(failure).toMatchObject({ reason: "full" });
      const { needed = 0, free = -1 } = failure instanceof PackFault ? failure : {};
      expect(needed).toBeGreaterThan(part > 0 ? 0 : weight - 1);
      expect(free).toBeGreaterThanOrEqual(0);
      const before = storage.names(FILES);
      await expect(fetch()).rejects.toMatchObject({ reason: "full" });
      for (const name of before) expect(storage.names(FILES)).toContain(name);
    },
  );

  it("refuses the list of another course, and a list that was changed", async () => {
    const { open, course, storage } = village();
    const other = course("crs_b", 1, 2);
    const offer: Offer = { courseId: "crs_a", version: 1, pack: other.pack };
    await expect(open().fetch(offer, how, quiet)).rejects.toMatchObject({ reason: "foreign" });
    const lied = village((_, at) => (at === 1 ? "lie" : undefined));
    await expect(lied.open().fetch(lied.course("crs_a", 1, 2), how, quiet)).rejects.toMatchObject({
      reason: "corrupt",
    });
    expect(storage.names(FILES)).toEqual([]);
    expect(await open().list()).toEqual([]);
  });

  it("is paused with what it has, and goes on later on its own terms", async () => {
    let stop = quiet;
    const { open, course } = village((_, at) => {
      if (at === 5) stop();
      return undefined;
    });
    const packs = open();
    const offer = course("crs_a", 1, 6);
    stop = () => void packs.list().then(([record]) => record && packs.pause(record));
    await packs.fetch(offer, how, quiet);
    const [paused] = await open().list();
    if (paused?.status === "paused") {
      expect(paused.progress.done).toBeLessThan(paused.progress.total);
      await open().resume(paused, quiet);
    }
    expect((await open().list())[0]).toMatchObject({ status: "whole", damaged: false });
  });
});

describe("called off while it runs", () => {
  /** A course of so many lessons on its way: the list of its files is here, and three pieces of it are about to arrive. */
  async function underWay(lessons: number) {
    const phone = village((_, at) => (at > 1 && at < 5 ? "late" : undefined));
    const offer = phone.course("crs_a", 1, lessons);
    const packs = phone.open();
    const ended = packs.fetch(offer, how, quiet);
    await vi.waitFor(() => expect(phone.asked).toHaveLength(4));
    return { ...phone, offer, packs, ended };
  }

  it.each([
    [6, "some of its pieces"],
    [1, "the last of its pieces"],
  ])("leaves nothing behind, in a course of %s lessons when %s arrive", async (lessons) => {
    const { packs, storage, arrive, ended } = await underWay(lessons);
    const removed = packs.remove("crs_a");
    arrive();
    await Promise.all([removed, ended]);
    expect([storage.names(FILES), await packs.list()]).toEqual([[], []]);
  });

  it("can be fetched anew at once", async () => {
    const { packs, offer, arrive, ended } = await underWay(6);
    const removed = packs.remove("crs_a");
    arrive();
    await removed;
    await packs.fetch(offer, how, quiet);
    await ended;
    expect(await packs.list()).toMatchObject([{ status: "whole", damaged: false }]);
  });

  it("by what is told of its progress, it ends, and nothing of it stays", async () => {
    const { open, course, storage } = village();
    const packs = open();
    let removed: Promise<void> | undefined;
    const tell = ({ done }: { done: number }) => {
      if (done > 0) removed ??= packs.remove("crs_a");
    };
    await packs.fetch(course("crs_a", 1, 6), how, tell);
    await removed;
    expect([storage.names(FILES), await packs.list()]).toEqual([[], []]);
  });

  it("in another tab, nothing of it is there once this one has ended", async () => {
    const { open, storage, arrive, ended } = await underWay(6);
    await open().remove("crs_a");
    arrive();
    await ended;
    expect([storage.names(FILES), await open().list()]).toEqual([[], []]);
  });

  it("before its turn has come, it does not wait for the tab whose turn it is", async () => {
    const { open, course, asked } = village();
    let turn = (): Promise<void> => Promise.resolve();
    const begun = Promise.withResolvers<undefined>();
    const alone: Outside["alone"] = (_, work) => {
      turn = work;
      return begun.promise;
    };
    const packs = open({ alone });
    void packs.fetch(course("crs_a", 1, 6), how, quiet);
    await vi.waitFor(() => expect(packs.isRunning("crs_a")).toBe(true));
    await packs.remove("crs_a");
    expect([packs.isRunning("crs_a"), await packs.list()]).toEqual([false, []]);
    await expect(turn()).rejects.toMatchObject({ name: "AbortError" });
    expect(asked).toHaveLength(1);
  });

  it("only for now, it keeps what arrives at that moment, and goes on at once when she says so", async () => {
    const { packs, storage, arrive, ended } = await underWay(6);
    const [record] = await packs.list();
    if (!record) throw new Error("it is noted before it comes");
    const paused = packs.pause(record);
    arrive();
    await paused;
    expect(await packs.list()).toMatchObject([{ status: "paused" }]);
    expect(storage.names(FILES)).toHaveLength(3);
    await packs.resume(record, quiet);
    expect((await packs.list())[0]).toMatchObject({ status: "whole", damaged: false });
    await ended;
  });
});

describe("a newer version", () => {
  it("replaces the older only once it is whole, and fetches only what changed", async () => {
    let broken = true;
    const { open, course, storage, asked } = village((_, at) =>
      broken && at > 16 ? "cut" : undefined,
    );
    const [old, fresh] = [course("crs_a", 1, 6), course("crs_a", 2, 6)];
    await open().fetch(old, how, quiet);
    const before = asked.length;
    await expect(open().fetch(fresh, how, quiet)).rejects.toMatchObject({ reason: "offline" });
    for (const name of namesOf(old)) expect(storage.names(FILES)).toContain(name);

    broken = false;
    await open().fetch(fresh, how, quiet);
    expect([...storage.names(FILES)].sort()).toEqual([...namesOf(fresh)].sort());
    expect((await open().list()).map(({ version }) => version)).toEqual([2]);
    const sounds = namesOf(old)
      .filter((name) => namesOf(fresh).includes(name))
      .map(pathOf);
    expect(sounds.length).toBe(6);
    for (const path of asked.slice(before)) expect(sounds).not.toContain(path);
  });
});

it("looking at a phone that has nothing leaves nothing on it", async () => {
  const { open, storage } = village();
  expect(await open().list()).toEqual([]);
  expect(await storage.caches.has(RECORDS)).toBe(false);
});

it("a lesson is told as lacking until its own files are here, with what it takes", async () => {
  const { open, course } = village((_, asked) => (asked > 4 ? "cut" : undefined));
  const offer = course("crs_a", 1, 3);
  await open()
    .fetch(offer, how, quiet)
    .catch(() => undefined);
  const [record] = await open().list();
  expect(record?.lacking.size).toBeGreaterThan(0);
  expect(record?.lacking.has("l0")).toBe(false);
  const own = offer.index.files.filter(({ lessonIds }) => lessonIds.some((id) => id === "l1"));
  expect(record?.bytesOf(["l1"])).toBe(weightOf(own));
});

it("removing a course takes its files and leaves those of the others", async () => {
  const { open, course, storage } = village();
  const [a, b] = [course("crs_a", 1, 3), course("crs_b", 1, 3)];
  await open().fetch(a, how, quiet);
  await open().fetch(b, how, quiet);
  await open().remove("crs_a");
  expect([...storage.names(FILES)].sort()).toEqual([...namesOf(b)].sort());
  expect((await open().list()).map(({ courseId }) => courseId)).toEqual(["crs_b"]);
});

it("a pack that the browser has cleared in part is damaged, and is made whole again by what is missing alone", async () => {
  const { open, course, storage, asked } = village();
  const offer = course("crs_a", 1, 6);
  await open().fetch(offer, how, quiet);
  const [, lost = ""] = namesOf(offer);
  storage.clear(FILES, lost);
  const [record] = await open().list();
  expect(record).toMatchObject({ status: "whole", damaged: true });
  const before = asked.length;
  if (record) await open().resume(record, quiet);
  expect(asked.slice(before)).toEqual([pathOf(lost)]);
  expect((await open().list())[0]).toMatchObject({ damaged: false });
});

it("without sound a course weighs less, and a lesson in none of her languages comes in its own", () => {
  const { index } = shop().course("crs_a", 1, 4);
  const silent = filesOf(index, { ...choice, audio: false });
  expect(silent.length).toBe(5);
  expect(weightOf(silent)).toBeLessThan(weightOf(filesOf(index, choice)));
  expect(filesOf(index, { ...choice, languages: ["ar"] }).length).toBe(9);
});

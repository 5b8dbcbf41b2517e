import type { PackIndex } from "@twiza/contract";
import { type Choice, filesOf, weightOf } from "@twiza/contract/pack-choice";
import { download } from "./download.ts";
import { isQuota, PackFault } from "./fault.ts";
import { packsHere, type Progress } from "./here.ts";
import { freeBytes, hashOf, type Outside, pathOf } from "./outside.ts";
import { prune } from "./prune.ts";
import { type PackRecord, recordsOf } from "./record.ts";
import { runningIn } from "./running.ts";

/** One version of a course by where its list of files lies. */
export type Offer = {
  readonly courseId: string;
  readonly version: number;
  /** The blob of its `PackIndex`. */
  readonly pack: string;
};
/** What she wants of it, and whether at once although the network costs. */
type How = { readonly choice: Choice; readonly saysNow: boolean };
type Tell = (progress: Progress) => void;

/**
 * The courses on this phone. Everything is kept by name in Cache Storage, where the service worker finds it; nothing here needs to
 * run to the end: whatever is cut off goes on from where it was.
 */
export function openPacks(outside: Outside) {
  const records = recordsOf(outside);
  const running = runningIn(outside);

  /** Notes it before anything is fetched: what is on its way must not be pruned by another tab. */
  async function note(record: PackRecord): Promise<void> {
    try {
      await records.put(record);
    } catch (error) {
      if (!isQuota(error)) throw error;
      const needed = weightOf(filesOf(record.index, record.choice));
      throw new PackFault("full", { needed, free: await freeBytes(outside), cause: error });
    }
  }

  async function want(offer: Offer, how: How): Promise<PackRecord> {
    const { courseId, version } = offer;
    const index = await readIndex(outside, offer);
    const record: PackRecord = { courseId, version, index, status: "wanted", ...how };
    await note(record);
    return record;
  }

  /** What is noted of that version now: another tab, or a tap meanwhile, may have taken it away. */
  const noted = async ({ courseId, version }: PackRecord): Promise<PackRecord | undefined> =>
    (await records.all()).find((one) => one.courseId === courseId && one.version === version);

  const run = (record: PackRecord, tell: Tell): Promise<void> =>
    running.run(record.courseId, (signal) => bring(record, signal, tell));

  async function bring(record: PackRecord, signal: AbortSignal, tell: Tell): Promise<void> {
    await download(outside, record, { signal, tell });
    // Taken away in another tab: nothing of it comes back.
    if (!(await noted(record))) return prune(outside);
    await note({ ...record, status: "whole" });
    await dropOlder(record);
  }

  /** Only now that the newer is whole may the older go. */
  async function dropOlder({ courseId, version }: PackRecord): Promise<void> {
    const older = (await records.all()).filter(
      (record) => record.courseId === courseId && record.version !== version,
    );
    for (const record of older) await records.drop(record);
    if (older.length > 0) await prune(outside);
  }

  return {
    /** What is on this phone or wanted on it, looked at anew. */
    list: () => packsHere(outside),

    /** The list of a version's files, from the phone or the network. @throws PackFault */
    index: (offer: Offer): Promise<PackIndex> => readIndex(outside, offer),

    /** Wants a version on this phone, and fetches nothing of it yet but the list of its files. @throws PackFault */
    want,

    /**
     * Wants a version on this phone and fetches it. Called again it goes on. An older version stays until this one is whole.
     * @throws PackFault when it cannot go on now; what is here stays
     */
    async fetch(offer: Offer, how: How, tell: Tell): Promise<void> {
      await run(await want(offer, how), tell);
    },

    /** Goes on with what was begun before, on the terms it was begun. @throws PackFault */
    async resume(record: PackRecord, tell: Tell): Promise<void> {
      const wanted: PackRecord = { ...record, status: "wanted" };
      await note(wanted);
      await run(wanted, tell);
    },

    /** Keeps what we signed of a version that is here, for handing it on. */
    async sign(record: PackRecord, signature: string): Promise<void> {
      const now = await noted(record);
      if (now) await note({ ...now, signature });
    },

    /** Stops for now; what is here stays. */
    async pause(record: PackRecord): Promise<void> {
      running.stop(record.courseId);
      const now = await noted(record);
      if (now && now.status !== "whole") await note({ ...now, status: "paused" });
      await running.halt(record.courseId);
    },

    isRunning: running.has,

    /** Takes a course off this phone, whole, begun or on its way. What other courses share with it stays. */
    async remove(courseId: string): Promise<void> {
      await running.halt(courseId);
      const own = (await records.all()).filter((record) => record.courseId === courseId);
      for (const record of own) await records.drop(record);
      await prune(outside);
    },
  };
}
export type Packs = ReturnType<typeof openPacks>;

async function readIndex(outside: Outside, offer: Offer): Promise<PackIndex> {
  const response = await outside.fetch(pathOf(offer.pack), {}).catch((cause: unknown) => {
    throw new PackFault("offline", { cause });
  });
  if (!response.ok) throw new PackFault(response.status === 404 ? "missing" : "server");
  const bytes = await response.arrayBuffer().catch((cause: unknown) => {
    throw new PackFault("offline", { cause });
  });
  if ((await hashOf(bytes)) !== offer.pack) throw new PackFault("corrupt");
  // Its name says that it is what was published, and only lists that passed the contract's schema are.
  const index = JSON.parse(new TextDecoder().decode(bytes)) as PackIndex;
  if (index.courseId !== offer.courseId) throw new PackFault("foreign");
  return index;
}

import type { PackIndex } from "@twiza/contract";
import {
  type Choice,
  type Connection,
  freeBytes,
  mayDownload,
  type Offer,
  type OnPhone,
  openPacks,
  PackFault,
  type PackRecord,
  type Progress,
} from "@twiza/client/packs";
import { enrolmentOf } from "../learner/course.ts";
import { isProblem } from "../problem.ts";
import { isThrifty } from "../thrift.ts";
import { signatureOf } from "./keys.ts";
import { lying } from "./lying.svelte.ts";
import { outside } from "./outside.ts";

/** Where a course stands on this phone. */
export type Standing = {
  readonly state: "none" | "waiting" | "running" | "paused" | "ready" | "outdated" | "failed";
  readonly record?: OnPhone | undefined;
  readonly progress?: Progress | undefined;
  readonly fault?: PackFault | undefined;
};

const packs = openPacks(outside);

let all = $state.raw<readonly OnPhone[]>([]);
let free = $state.raw<number>();
let moving = $state.raw<Readonly<Record<string, Progress>>>({});
let faults = $state.raw<Readonly<Record<string, PackFault>>>({});
let isLooked = $state(false);

/** What a browser tells of its network. TypeScript does not know it: only some browsers do. */
const connection = (): (Connection & EventTarget) | undefined =>
  (navigator as { connection?: Connection & EventTarget }).connection;
const may = (saysNow: boolean): boolean =>
  mayDownload(connection(), { saysNow, thrifty: isThrifty() });

/** The courses on this phone, or on their way to it, as reactive values. */
export const downloads = {
  get all(): readonly OnPhone[] {
    return all;
  },
  /** Whether the phone was looked through. */
  get isLooked(): boolean {
    return isLooked;
  },
  /** Bytes that the browser would still give, if it says so. */
  get free(): number | undefined {
    return free;
  },
  /** Whether a course may be fetched now without asking. */
  get isFree(): boolean {
    return may(false);
  },
  index: packs.index,

  standing({ courseId, version }: Pick<Offer, "courseId" | "version">): Standing {
    const hers = all.filter((record) => record.courseId === courseId);
    const record = hers.find((one) => one.version === version);
    const progress = moving[courseId] ?? record?.progress;
    const known = { record, progress, fault: faults[courseId] };
    if (moving[courseId]) return { ...known, state: "running" };
    if (!record)
      return { state: hers.length > 0 ? "outdated" : "none", record: hers[0], fault: known.fault };
    if (record.status === "whole" && !record.damaged) return { ...known, state: "ready" };
    if (record.status === "paused") return { ...known, state: "paused" };
    const isHeldUp = record.damaged || known.fault !== undefined;
    return { ...known, state: isHeldUp ? "failed" : "waiting" };
  },

  /** The list of its files, or nothing, and why is told as of a download. */
  async weigh(offer: Offer): Promise<PackIndex | undefined> {
    let index: PackIndex | undefined;
    await told(offer.courseId, async () => {
      index = await packs.index(offer);
    });
    return index;
  },

  /** Wants a course on this phone; it comes at once, or when there is Wi-Fi. */
  async get(offer: Offer, how: { choice: Choice; saysNow: boolean }): Promise<void> {
    await told(offer.courseId, async () => {
      // Asked so, a browser does not clear it when it needs room.
      await navigator.storage.persist().catch(() => false);
      const record = await packs.want(offer, how);
      await look();
      if (may(how.saysNow)) await run(record);
    });
    await proveAll();
  },
  resume: (record: PackRecord, saysNow = record.saysNow): Promise<void> =>
    told(record.courseId, () => run({ ...record, saysNow })).then(proveAll),
  async pause(record: PackRecord): Promise<void> {
    await packs.pause(record);
    await look();
  },
  async remove(courseId: string): Promise<void> {
    faults = without(faults, courseId);
    await packs.remove(courseId);
    await look();
  },
  async removeAll(): Promise<void> {
    // A course that is just being renewed is here twice; the second time there is nothing left to take away.
    for (const { courseId } of all) await downloads.remove(courseId);
  },

  /** Goes on by itself from now on with what is wanted and may come. Answers the end of it. */
  start(): () => void {
    const goOn = (): void => void look().then(goOnWithAll);
    const network = connection();
    // Another page of the app may have fetched or removed something meanwhile.
    const lookAgain = (): void => void (document.visibilityState === "visible" && look());
    document.addEventListener("visibilitychange", lookAgain);
    addEventListener("online", goOn);
    network?.addEventListener("change", goOn);
    goOn();
    return () => {
      document.removeEventListener("visibilitychange", lookAgain);
      removeEventListener("online", goOn);
      network?.removeEventListener("change", goOn);
    };
  },
};

async function look(): Promise<void> {
  all = await packs.list();
  lying.tell(all);
  free = await freeBytes(outside);
  isLooked = true;
}

async function goOnWithAll(): Promise<void> {
  const able = all.filter(
    ({ status, saysNow, courseId }) =>
      status === "wanted" && may(saysNow) && !packs.isRunning(courseId) && navigator.onLine,
  );
  await Promise.all(able.map((record) => downloads.resume(record)));
  if (navigator.onLine) await proveAll();
}

/** Brings what proves each whole course to be ours, for the day when she hands it on without network. Enrolled learners may ask. */
async function proveAll(): Promise<void> {
  for (const record of all.filter(({ status, signature }) => status === "whole" && !signature)) {
    const { courseId, version } = record;
    try {
      if ((await enrolmentOf(courseId))?.version !== version) continue;
      await packs.sign(record, await signatureOf(courseId, version));
      await look();
    } catch (error) {
      // Another day: nothing but handing on waits for it.
      if (!isProblem(error)) throw error;
    }
  }
}

/** Fetches, and tells how far it has come. @throws PackFault */
async function run(record: PackRecord): Promise<void> {
  const { courseId } = record;
  try {
    await packs.resume(record, (progress) => (moving = { ...moving, [courseId]: progress }));
  } finally {
    moving = without(moving, courseId);
    await look();
  }
}

/** Why it stopped is shown beside the course; anything else is a bug. */
async function told(courseId: string, work: () => Promise<void>): Promise<void> {
  faults = without(faults, courseId);
  try {
    await work();
  } catch (error) {
    if (!(error instanceof PackFault)) throw error;
    faults = { ...faults, [courseId]: error };
    await look();
  }
}

const without = <T>(all: Readonly<Record<string, T>>, name: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(all).filter(([key]) => key !== name));

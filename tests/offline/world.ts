import { type Entry, GUEST } from "@twiza/client";
import { expect } from "vitest";
import { type Handset, handset } from "./handset.ts";
import type { Village, Villager } from "./village.ts";

/** One run: two learners, two shared phones, and a record of everything that anybody was told is kept. */
export type World = Awaited<ReturnType<typeof openWorld>>;
type Known = {
  entry: Entry;
  readonly on: Handset;
  /** She let it go after it was refused. */
  isGivenUp: boolean;
  /** A later "reached" took its place, or the end of the lesson. */
  isCovered: boolean;
};

/** What waits on a phone already counts on it, for each course. */
async function expectCounted(phone: Handset, learnerId: string, waiting: readonly Entry[]) {
  for (const courseId of new Set(waiting.map((entry) => entry.courseId))) {
    const { progress } = await phone.progressIn({ learnerId, courseId });
    for (const { type, payload } of waiting.filter((entry) => entry.courseId === courseId)) {
      if (type === "attempt.handed_in") continue;
      expect(progress[payload.lessonId]?.reached).toBeGreaterThanOrEqual(payload.block);
      if (type === "lesson.finished") expect(progress[payload.lessonId]?.done).toBe(true);
    }
  }
}

export async function openWorld(village: Village) {
  const learners: readonly Villager[] = [await village.villager(), await village.villager()];
  const phones: readonly Handset[] = [handset(village, 1), handset(village, 2)];
  // One begins signed in; on the other phone somebody reads as a guest.
  const [first] = learners;
  if (first) phones[0]?.signedIn({ learnerId: first.learnerId, cookie: await first.signIn() });
  const known = new Map<string, Known>();
  const note = (on: Handset, entry: Entry): void => {
    const before = known.get(entry.id) ?? { on, isGivenUp: false, isCovered: false };
    known.set(entry.id, { ...before, entry });
  };

  /** A later "reached" of the same lesson on the same phone, or that it is finished, says all that an unsent one said. */
  const hasCover = ({ entry, on }: Known): boolean =>
    entry.type === "lesson.reached" &&
    [...known.values()].some(
      (other) =>
        other.on === on &&
        (other.entry.type === "lesson.reached" || other.entry.type === "lesson.finished") &&
        other.entry.learnerId === entry.learnerId &&
        other.entry.courseId === entry.courseId &&
        other.entry.payload.lessonId === entry.payload.lessonId &&
        other.entry.seq > entry.seq &&
        other.entry.payload.block >= entry.payload.block,
    );

  /** What lies on the phones now. What a phone wrote before it was killed is learnt here. */
  async function look() {
    const held = new Set<string>();
    const acknowledged: Entry[] = [];
    for (const phone of phones)
      for (const owner of [GUEST, ...learners.map(({ learnerId }) => learnerId)]) {
        const { waiting, sent, refused } = await phone.contents(owner);
        for (const entry of [
          ...waiting,
          ...sent.map((one) => one.entry),
          ...refused.map((one) => one.entry),
        ]) {
          expect(entry.learnerId).toBe(owner);
          note(phone, entry);
        }
        await expectCounted(phone, owner, waiting);
        for (const { id } of [...waiting, ...refused.map((one) => one.entry)]) {
          expect(held.has(id), `${id} is there twice`).toBe(false);
          held.add(id);
        }
        for (const { entry, result } of sent) if (result !== "given_up") acknowledged.push(entry);
      }
    return { held, acknowledged };
  }

  async function onServer(): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
    const pairs = learners.map(
      async ({ learnerId }) => [learnerId, await village.eventsOf(learnerId)] as const,
    );
    return new Map(await Promise.all(pairs));
  }

  return {
    village,
    learners,
    phones,
    known,
    note,
    onServer,
    /** What must hold at every moment. */
    async audit(): Promise<void> {
      const { held, acknowledged } = await look();
      const server = await onServer();
      const isThere = ({ learnerId, id }: Entry) => server.get(learnerId)?.has(id) ?? false;
      for (const entry of acknowledged)
        if (entry.type !== "attempt.handed_in")
          expect(isThere(entry), `${entry.id} has a receipt`).toBe(true);
      const answered = new Set(acknowledged.map(({ id }) => id));
      for (const one of known.values()) {
        const { entry, isGivenUp } = one;
        const { id } = entry;
        if (isGivenUp || held.has(id) || answered.has(id) || isThere(entry)) continue;
        one.isCovered ||= hasCover(one);
        const isSafe = one.isCovered;
        expect(isSafe, `${entry.type} ${entry.seq} of ${entry.learnerId} is lost`).toBe(true);
      }
      for (const [learnerId, ids] of server)
        for (const id of ids) expect(known.get(id)?.entry.learnerId).toBe(learnerId);
      const numbers = [...known.values()].map(({ entry }) => `${entry.deviceId} ${entry.seq}`);
      expect(new Set(numbers).size, "a number was given twice").toBe(numbers.length);
    },
  };
}

import type { Call } from "../api.ts";
import { readKept, type Shelf, writeKept } from "./shelf.ts";

/** A learning event as the contract wants it from a device. */
export type DeviceEvent = Call<"recordEvents">["body"]["events"][number];
/** An event on its way: whose it is, and of which course. */
export type Waiting = {
  readonly owner: string;
  readonly courseId: string;
  readonly event: DeviceEvent;
};

/** Whoever reads without being enrolled. Her events wait on the phone until somebody enrols in that course on it. */
export const GUEST = "guest";
/** The contract takes that many at a time. */
export const BATCH = 25;
/** This moment as the contract writes it. */
export const now = (): string => new Date().toISOString();
const PREFIX = "twiza.event.";
const ASIDE = "twiza.refused.";

export type Queue = ReturnType<typeof openQueue>;

/**
 * What this phone has still to tell the server. One key an event, named by its own id: a second tab cannot overwrite it, and it
 * is only dropped once the server has answered for it.
 */
export function openQueue(shelf: Shelf) {
  const all = (): Waiting[] =>
    [...shelf.keys(PREFIX)].sort().flatMap((key) => readKept<Waiting>(shelf, key) ?? []);
  const of = (owner: string, courseId?: string): Waiting[] =>
    all().filter(
      (entry) => entry.owner === owner && (courseId === undefined || entry.courseId === courseId),
    );
  const drop = (id: string): void => shelf.drop(PREFIX + id);

  return {
    of,
    drop,
    /** Keeps an event. A later "reached" of the same lesson says all that an earlier one said, so the earlier may go. */
    add(entry: Waiting): void {
      const older = of(entry.owner, entry.courseId).filter(
        ({ event }) =>
          event.type === "lesson.reached" &&
          entry.event.type === "lesson.reached" &&
          event.lessonId === entry.event.lessonId &&
          event.block <= entry.event.block,
      );
      writeKept(shelf, PREFIX + entry.event.id, entry);
      for (const { event } of older) drop(event.id);
    },
    /** Gives what a guest did in a course to the learner who has just enrolled in it. */
    adopt(courseId: string, owner: string): void {
      for (const entry of of(GUEST, courseId))
        writeKept(shelf, PREFIX + entry.event.id, { ...entry, owner });
    },
    /** An event that the server will never take: out of the way of the others, but not thrown away. */
    setAside(id: string): void {
      const text = shelf.read(PREFIX + id);
      if (text !== undefined) shelf.write(ASIDE + id, text);
      drop(id);
    },
  };
}

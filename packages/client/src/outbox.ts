import { written } from "./clock.ts";
import type { Tx } from "./database.ts";
import {
  courseKey,
  COURSES,
  type CourseState,
  DEVICE,
  ENTRIES,
  type Entry,
  type Happening,
  keyOf,
  type LearningEntry,
} from "./entry.ts";
import { type Place, withEvents } from "./merge.ts";
import { count, type Phone } from "./phone.ts";
import { stateIn, type Whose } from "./state.ts";

type Spot = Pick<Place, "lessonId" | "block">;

/**
 * Writes down what happened, with what it means for progress and place: all of it or nothing. It is on the disk when this answers.
 * @param spot where she is, if that is not the block that the event tells of
 * @throws PhoneFull
 */
export function append(
  phone: Phone,
  { learnerId, courseId, ...happening }: Whose & Happening,
  spot?: Spot,
): Promise<Entry> {
  return phone.database.run("strict", [DEVICE, ENTRIES, COURSES], async (tx) => {
    const { device, moment } = await count(tx, phone);
    const common = {
      id: phone.newId(moment),
      deviceId: device.id,
      seq: device.seq,
      learnerId,
      courseId,
      at: written(moment),
    };
    const entry: Entry = { ...common, ...happening };
    await tx.put(ENTRIES, keyOf(entry), entry);
    if (entry.type !== "attempt.handed_in") await learn(tx, entry, spot ?? entry.payload);
    return entry;
  });
}

/**
 * What an event means for progress and place. A later "reached" of a lesson, or that it is finished, says all that an unsent "reached"
 * of that day said: as far, by the blocks of the same version, on a day that counts either way.
 */
async function learn(tx: Tx, entry: LearningEntry, { lessonId, block }: Spot): Promise<void> {
  const state = await stateIn(tx, entry);
  const { type, payload, seq, id, at, deviceId } = entry;
  const earlier = type === "practice.answered" ? undefined : state.reached[payload.lessonId];
  if (earlier) {
    const key = [entry.learnerId, entry.courseId, ...earlier];
    const old = await tx.get(ENTRIES, key);
    if (old?.type === "lesson.reached" && isSaidBy(old, entry)) await tx.drop(ENTRIES, key);
  }
  await tx.put(COURSES, courseKey(entry.learnerId, entry.courseId), {
    ...state,
    progress: withEvents(state.progress, [{ type, ...payload }]),
    place: { lessonId, block, at, deviceId, seq },
    reached:
      type === "lesson.reached"
        ? { ...state.reached, [payload.lessonId]: [seq, id] }
        : state.reached,
  });
}

const isSaidBy = (old: LearningEntry, entry: LearningEntry): boolean =>
  old.payload.block <= entry.payload.block &&
  old.payload.version === entry.payload.version &&
  old.at.slice(0, 10) === entry.at.slice(0, 10);

/**
 * Keeps where she is, without an event: at every block, so that closing the phone in the middle of a sentence loses nothing.
 * @param names what course and lesson are called, by id
 */
export function keepPlace(
  phone: Phone,
  whose: Whose,
  { lessonId, block, names }: Spot & Pick<CourseState, "names">,
): Promise<void> {
  return phone.database.run("write", [DEVICE, COURSES], async (tx) => {
    const { device, moment } = await count(tx, phone);
    const place = { lessonId, block, at: written(moment), deviceId: device.id, seq: device.seq };
    const state = await stateIn(tx, whose);
    await tx.put(COURSES, courseKey(whose.learnerId, whose.courseId), {
      ...state,
      place,
      names: { ...state.names, ...names },
    });
  });
}

/** Where a learner (or the guest) stands in each course that she has touched on this phone. */
export async function courseStates(phone: Phone, learnerId: string): Promise<CourseState[]> {
  const states = await phone.database.run("read", [COURSES], (tx) =>
    tx.list(COURSES, [learnerId, "course"]),
  );
  if (!states.some(({ isStale }) => isStale)) return states;
  const { refreshed } = await import("./refresh.ts");
  return Promise.all(
    states.map(async (state) =>
      state.isStale ? refreshed(phone, { learnerId, courseId: state.courseId }) : state,
    ),
  );
}

import {
  MOST_DAYS,
  type LearningEvent,
  type LessonProgress,
  type Progress,
  type ResumePoint,
} from "@twiza/contract";

/**
 * Progress as a join: every event only ever adds, so that devices may send theirs twice, late and in any order and the
 * result is the same (a join-semilattice, as in state-based CRDTs: Shapiro et al. 2011).
 */
export function withEvent(progress: Progress, event: LearningEvent): Progress {
  const before = progress.lessons[event.lessonId] ?? { reached: 0, done: false };
  const after: LessonProgress = {
    reached: Math.max(before.reached, event.block),
    done: before.done || event.type === "lesson.finished",
  };
  const resume = later(progress.resume, {
    lessonId: event.lessonId,
    block: event.block,
    at: event.claimedAt,
    deviceId: event.deviceId,
    seq: event.seq,
  });
  return {
    lessons: { ...progress.lessons, [event.lessonId]: after },
    resume,
    days: withDay(progress.days ?? [], dayOf(event.claimedAt)),
  };
}

const DAY_MILLISECONDS = 86_400_000;
const dayOf = (instant: string): number => Math.floor(Date.parse(instant) / DAY_MILLISECONDS);

function withDay(days: readonly number[], day: number): number[] {
  if (days.includes(day) || days.length >= MOST_DAYS) return [...days];
  return [...days, day].sort((a, b) => a - b);
}

/**
 * The later of two moments. Devices, their sequence and at last the place itself break ties, so that every order of arrival
 * agrees, even when a device has lost its count and gives a number twice.
 */
function later(a: ResumePoint | undefined, b: ResumePoint): ResumePoint {
  if (!a) return b;
  const order =
    compare(a.at, b.at) ||
    compare(a.deviceId, b.deviceId) ||
    a.seq - b.seq ||
    compare(a.lessonId, b.lessonId) ||
    a.block - b.block;
  return order >= 0 ? a : b;
}
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * When something really happened, from a device whose clock may be years off: what the device says about the event, moved by
 * what it says about the sending, and never after the moment of receipt. A clock set back while offline cannot be mended here;
 * one that claims millennia ends at 1970, since the year before 0 is no instant that can be read again.
 */
export function trueMoment({
  at,
  sentAt,
  receivedAt,
}: {
  at: string;
  sentAt: string;
  receivedAt: Date;
}): string {
  const age = Math.max(0, Date.parse(sentAt) - Date.parse(at));
  return new Date(Math.max(0, receivedAt.getTime() - age)).toISOString();
}

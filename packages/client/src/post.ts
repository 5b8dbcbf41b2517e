import type { AttemptResult, DeviceEvent } from "@twiza/contract";
import type { Entry, HandInEntry, LearningEntry } from "./entry.ts";
import type { Progress } from "./merge.ts";

/** An event as the contract wants it; ids are plain text here, since no parser runs on the phone. */
export type WireEvent = Omit<DeviceEvent, "id" | "lessonId"> & {
  readonly id: string;
  readonly lessonId: string;
};
export type Batch = {
  readonly learnerId: string;
  readonly courseId: string;
  /** The device's claim at the moment of sending: the server works out an event's age from it. */
  readonly sentAt: string;
  readonly events: readonly WireEvent[];
};

/** How things get to the server. It throws a `Failure` when they were refused or did not get there. */
export type Post = {
  record(batch: Batch): Promise<{
    readonly receipts: readonly {
      readonly id: string;
      readonly result: "ok" | "duplicate" | "refused";
      readonly code?: string | undefined;
    }[];
    /** Absent when she is not in the course. */
    readonly progress?: Progress | undefined;
    /** The server's clock, in milliseconds. */
    readonly server?: number | undefined;
  }>;
  handIn(
    entry: HandInEntry,
  ): Promise<{ readonly outcome: AttemptResult; readonly server?: number | undefined }>;
};

/** What is thrown: a refusal's code, `offline` or `unreadable`, and how long the server asks to be left alone. */
export type Failure = {
  readonly code: string;
  readonly retryAfterSeconds?: number | undefined;
};
export const isFailure = (error: unknown): error is Failure =>
  typeof error === "object" && error !== null && "code" in error && typeof error.code === "string";

/**
 * What a failure asks for. `wait`: the same again later. `sign_in`: later, once she has signed in. `elsewhere`: this course does
 * not take hers now; the others go on. `unfit`: the server will not take this as it is.
 */
export type Verdict = "wait" | "sign_in" | "elsewhere" | "unfit";
const VERDICTS: Readonly<Record<string, Verdict>> = {
  offline: "wait",
  unreadable: "wait",
  internal: "wait",
  busy: "wait",
  stale_write: "wait",
  "session.required": "sign_in",
  "enrolment.missing": "elsewhere",
  not_found: "elsewhere",
  "learner.required": "elsewhere",
};
export const verdictOn = (code: string): Verdict => VERDICTS[code] ?? "unfit";

/** The contract takes that many events at a time, and a body of 64 KiB: this leaves room for what travels around them. */
export const BATCH = 25;
const BATCH_BYTES = 48 * 1024;

export const wireOf = ({ id, type, payload, at, deviceId, seq }: LearningEntry): WireEvent => ({
  id,
  type,
  ...payload,
  at,
  deviceId,
  seq,
});

/** A batch as it travels: what all its events say is said once, and no moment that an id begins with. Nothing is `undefined` in JSON. */
export function bodyOf({ learnerId, sentAt, events }: Batch) {
  const shared = <K extends keyof WireEvent>(name: K): WireEvent[K] | undefined =>
    events.every((event) => event[name] === events[0]?.[name]) ? events[0]?.[name] : undefined;
  const common = {
    lessonId: shared("lessonId"),
    version: shared("version"),
    deviceId: shared("deviceId"),
  };
  const told = ({ lessonId, version, deviceId, at, ...event }: WireEvent) => ({
    ...event,
    lessonId: common.lessonId ? undefined : lessonId,
    version: common.version ? undefined : version,
    deviceId: common.deviceId ? undefined : deviceId,
    at: Date.parse(at) === momentOf(event.id) ? undefined : at,
  });
  return { learnerId, sentAt, common, events: events.map(told) };
}
/** The moment that a UUIDv7 begins with. */
const momentOf = (id: string): number => Number.parseInt(id.replace("-", ""), 16);

/** The beginning of a queue that can travel together: a handing in alone, or learning events up to the limits. */
export function together(queue: readonly Entry[]): readonly LearningEntry[] | HandInEntry {
  const batch: LearningEntry[] = [];
  let bytes = 0;
  for (const entry of queue.slice(0, BATCH)) {
    if (entry.type === "attempt.handed_in") return batch.length > 0 ? batch : entry;
    bytes += new TextEncoder().encode(JSON.stringify(wireOf(entry))).length;
    if (batch.length > 0 && bytes > BATCH_BYTES) break;
    batch.push(entry);
  }
  return batch;
}

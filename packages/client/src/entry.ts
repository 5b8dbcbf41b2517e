import type { AttemptResult, RefusalCode } from "@twiza/contract";
import type { Localized } from "@twiza/contract/where";
import type { Place, Progress } from "./merge.ts";
import { kind } from "./schema.ts";
import type { Timepiece } from "./clock.ts";

/** Whoever reads without being enrolled. Her events wait on the phone until somebody enrols in that course on it. */
export const GUEST = "guest";

type Learning = {
  readonly type: "lesson.reached" | "lesson.finished" | "practice.answered";
  readonly payload: {
    readonly lessonId: string;
    readonly block: number;
    readonly right?: boolean | undefined;
    /** Of the version by whose blocks it counts; entries of before say none. */
    readonly version?: number | undefined;
  };
};
type HandIn = {
  readonly type: "attempt.handed_in";
  readonly payload: {
    readonly attemptId: string;
    readonly answers: readonly unknown[];
    /** For a sitting that was held without network: its ticket, and what this phone claims of its times. */
    readonly offline?:
      | { readonly ticket: string; readonly openedAt: string; readonly closedAt: string }
      | undefined;
    /** The same of a sitting that the server opened; entries of before say none. */
    readonly claims?: { readonly openedAt: string; readonly closedAt: string } | undefined;
  };
};
/** What happened. */
export type Happening = Learning | HandIn;

/** What happened, as it waits on the phone: named for ever, counted by its device, claimed for a moment. */
export type Entry = Happening & {
  /** A UUIDv7: the event's own id for the server, or the intent of a handing in. */
  readonly id: string;
  readonly deviceId: string;
  /** From 1, counted per device and never given twice. */
  readonly seq: number;
  readonly learnerId: string;
  readonly courseId: string;
  /** The moment that the device claims. */
  readonly at: string;
};
export type LearningEntry = Extract<Entry, Learning>;
export type HandInEntry = Extract<Entry, HandIn>;

/** What became of an entry. `given_up`: refused, and let go by the learner herself. */
export type Receipt = {
  readonly entry: Entry;
  readonly result: "ok" | "duplicate" | "refused" | "given_up";
  /** Why it was refused; a code that this version does not know yet may come too. */
  readonly code?: RefusalCode | (string & {}) | undefined;
  /** When the answer came, by this device's claim. */
  readonly at: string;
  /** What a handed-in attempt came to. */
  readonly outcome?: AttemptResult | undefined;
};

/** What a phone knows of one learner in one course. */
export type CourseState = {
  readonly courseId: string;
  /** Progress as the server told it, joined over all its answers. */
  readonly known: Progress;
  /** The same with what waits here. */
  readonly progress: Progress;
  /** Something was refused since: `progress` has to be worked out anew from what is known and what waits. */
  readonly isStale?: boolean | undefined;
  readonly place?: Place | undefined;
  /** What the course and its lessons are called, by id, as far as she has opened them: to tell of them without network. */
  readonly names?: Readonly<Record<string, Localized>> | undefined;
  /** The last "reached" of each lesson, by its count and id: if it still waits, a later one takes its place. */
  readonly reached: Readonly<Record<string, readonly [seq: number, id: string]>>;
};

/** What this device knows of itself. */
export type Device = Timepiece & { readonly id: string; readonly seq: number };

export const ENTRIES = kind<Entry>("outbox");
export const RECEIPTS = kind<Receipt>("receipts");
export const COURSES = kind<CourseState>("state");
export const DEVICE = kind<Device>("meta");
export const PARKED = kind<{ readonly since: string }>("meta");

export const keyOf = ({ learnerId, courseId, seq, id }: Omit<Entry, "type" | "payload">) =>
  [learnerId, courseId, seq, id] as const;
export const courseKey = (learnerId: string, courseId: string) =>
  [learnerId, "course", courseId] as const;

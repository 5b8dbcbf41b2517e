import type { EnrolmentView } from "@twiza/contract";
import { call } from "../api.ts";
import { newIntent } from "../intent.ts";
import { loadSession, session } from "../session.svelte.ts";
import { delayAfter, flush, type Outcome } from "./flush.ts";
import { type DeviceEvent, GUEST, now, openQueue, type Waiting } from "./queue.ts";
import { phone } from "./shelf.ts";
import { deviceId, nextSeq, owner, rememberWho } from "./who.svelte.ts";

const queue = openQueue(phone);
let changes = $state(0);
let answers = $state.raw<Readonly<Record<string, EnrolmentView>>>({});
let sending: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;
let failures = 0;

/** What happened, less what this phone adds: who, when, and the event's own name. */
type Happened = Pick<DeviceEvent, "type" | "lessonId" | "block" | "right">;

/** What this phone has still to tell the server, and what the server answered last. */
export const outbox = {
  /** How many events of the person here wait to be sent. */
  get waiting(): number {
    const who = owner();
    return who === GUEST ? 0 : kept(who).length;
  },
  /** Events of the person here (or of the guest) in that course that are not acknowledged. */
  eventsOf(courseId: string, enrolled: boolean): readonly DeviceEvent[] {
    return kept(enrolled ? owner() : GUEST, courseId).map(({ event }) => event);
  },
  /** The enrolment as the server told it with the last receipt, which is newer than what the page loaded. */
  answerFor: (courseId: string): EnrolmentView | undefined => {
    const answer = answers[courseId];
    return answer?.learnerId === owner() ? answer : undefined;
  },
  /** Writes an event down, and only then tries to send it. */
  record(courseId: string, enrolled: boolean, happened: Happened): void {
    const event = {
      ...happened,
      id: newIntent(),
      at: now(),
      deviceId: deviceId(),
      seq: nextSeq(),
    };
    queue.add({ owner: enrolled ? owner() : GUEST, courseId, event });
    changes += 1;
    if (enrolled) later(1500);
  },
  /** What a guest did in a course becomes the learner's who has just enrolled. */
  adopt(courseId: string, learnerId: string): void {
    queue.adopt(courseId, learnerId);
    changes += 1;
    void outbox.send();
  },
  /** Sends now. One sending at a time on this phone, over all its tabs. */
  send(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    sending ??= sendOnce().finally(() => (sending = undefined));
    return sending;
  },
  /** Sends by itself from now on: at once, when the network returns, when the page is looked at again. Returns the end of it. */
  start(): () => void {
    const send = (): void => void outbox.send();
    const seen = (): void => {
      if (document.visibilityState === "visible") send();
    };
    const other = (event: StorageEvent): void => {
      if (event.key === null || event.key.startsWith("twiza.event.")) changes += 1;
    };
    addEventListener("online", send);
    addEventListener("storage", other);
    document.addEventListener("visibilitychange", seen);
    send();
    return () => {
      removeEventListener("online", send);
      removeEventListener("storage", other);
      document.removeEventListener("visibilitychange", seen);
      clearTimeout(timer);
    };
  },
};

/** What waits, read again in a derived value whenever it changes. */
const kept = (who: string, courseId?: string): Waiting[] =>
  changes >= 0 ? queue.of(who, courseId) : [];

function later(milliseconds: number): void {
  timer ??= setTimeout(() => void outbox.send(), milliseconds);
}

async function sendOnce(): Promise<void> {
  await loadSession();
  rememberWho();
  const who = owner();
  if (who === GUEST || queue.of(who).length === 0) return;
  const outcome = session.state === "in" ? await alone(() => flush(queue, who, post)) : "later";
  changes += 1;
  if (outcome === "stopped") await loadSession({ again: true });
  failures = outcome === "later" ? failures + 1 : 0;
  if (outcome === "later") later(delayAfter(failures, Math.random()));
}

async function post(courseId: string, events: readonly DeviceEvent[]) {
  const body = { sentAt: now(), events: [...events] };
  const { receipts, enrolment } = await call("recordEvents", { params: { courseId }, body });
  answers = { ...answers, [courseId]: enrolment };
  return receipts;
}

/** Two tabs would only send the same events twice, which is harmless but wasteful; where the browser has locks, one waits. */
const alone = (work: () => Promise<Outcome>): Promise<Outcome> =>
  "locks" in navigator ? navigator.locks.request("twiza.outbox", work) : work();

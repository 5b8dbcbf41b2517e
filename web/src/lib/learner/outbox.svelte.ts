import type { Completion } from "@twiza/contract";
import { append, GUEST, keepPlace, type PhoneFull } from "@twiza/client";
import { loadSession } from "../session.svelte.ts";
import { device } from "./device.ts";
import type { NamedPlace } from "./last-place.ts";
import type { CourseAnswer } from "./sending.ts";
import { states } from "./states.svelte.ts";
import { owner, rememberWho } from "./who.svelte.ts";

let answers = $state.raw<Readonly<Record<string, CourseAnswer>>>({});
let full = $state.raw<PhoneFull>();
/** What sends, with its receipts, is fetched once there is something to send. */
let opening: Promise<Sending> | undefined;
type Sending = Awaited<ReturnType<typeof openSending>>;

/** What happened in a lesson. */
export type Happened = {
  readonly type: "lesson.reached" | "lesson.finished" | "practice.answered";
  readonly lessonId: string;
  readonly block: number;
  readonly right?: boolean | undefined;
  /** Of the version by whose blocks it counts. */
  readonly version?: number | undefined;
};

/** What this phone has still to tell the server, and what the server answered last. */
export const outbox = {
  /** What is missing as the server told it with a receipt, which is newer than what the page loaded. */
  missingIn: (courseId: string): Completion | undefined => {
    const answer = answers[courseId];
    return answer?.learnerId === owner() ? answer.completion : undefined;
  },
  /** Why the last thing she did could not be written down, as long as nothing else could. */
  get full(): PhoneFull | undefined {
    return full;
  },
  /** Writes down what happened, with the block she is at, and only then tries to send it. */
  async record(
    courseId: string,
    isEnrolled: boolean,
    happened: Happened,
    top?: number,
  ): Promise<void> {
    const { type, ...payload } = happened;
    const { lessonId } = payload;
    const learnerId = isEnrolled ? owner() : GUEST;
    await written(() =>
      append(
        device,
        { learnerId, courseId, type, payload },
        top === undefined ? undefined : { lessonId, block: top },
      ),
    );
    if (isEnrolled) tellAfter(type);
  },
  /** Keeps where she is, at every block: closing the phone in the middle of a sentence loses nothing. */
  keepPlace: ({
    courseId,
    lessonId,
    block,
    course,
    lesson,
  }: Omit<NamedPlace, "at" | "deviceId" | "seq">) =>
    written(() =>
      keepPlace(
        device,
        { learnerId: owner(), courseId },
        { lessonId, block, names: { [courseId]: course, [lessonId]: lesson } },
      ),
    ),
  /** Whether all that waits does so for her to read on, and nothing is amiss. */
  get isResting(): boolean {
    return resting;
  },
  /** She has left a lesson, or rests: what waits is told. */
  left: (): void => {
    stir();
    if (states.standing.waiting > 0) void sending().then(({ soon }) => soon(0), nothingToSendWith);
  },
  /** Sends now. One sending at a time on this phone, over all its tabs. */
  send: (): Promise<void> => sending().then(({ send }) => send(), nothingToSendWith),
  /** Sends by itself from now on: at once, when the network returns, when the page is put away or looked at again. Returns the end of it. */
  start(): () => void {
    const send = (): void => void look();
    const stops = [
      on(window, "online", send),
      on(window, "offline", stir),
      on(document, "visibilitychange", send),
      channel && on(channel, "message", () => void states.read()),
    ];
    send();
    return () => {
      for (const stop of stops) stop?.();
      void opening?.then(({ stop }) => stop());
    };
  },
};

/** How long she may read on before that is told: it lies on the phone, and one lesson need be no more than one request. */
const PAUSE = 60_000;
let pause: ReturnType<typeof setTimeout> | undefined;
let resting = $state(false);
const stir = (): void => {
  clearTimeout(pause);
  resting = false;
};

/** That a lesson is finished is told soon; how she comes on in it with that, when she leaves it, or after a pause. */
function tellAfter(type: Happened["type"]): void {
  const wasResting = resting;
  stir();
  const isFinished = type === "lesson.finished";
  // What sends is fetched with the first event all the same: a browser asks but once for what it could not have without network.
  void sending().then(({ soon }) => isFinished && soon(1500), nothingToSendWith);
  if (isFinished) return;
  // What waited before waits for something else, and is shown.
  resting = navigator.onLine && (wasResting || states.standing.waiting < 2);
  pause = setTimeout(outbox.left, PAUSE);
}

/** What one tab writes down, the others read. Some browsers of our learners' do not let tabs speak to each other. */
const { BroadcastChannel: Channel } = globalThis as Partial<typeof globalThis>;
const channel = Channel && new Channel("twiza.outbox");

function on(target: EventTarget, event: string, act: () => void): () => void {
  target.addEventListener(event, act);
  return () => target.removeEventListener(event, act);
}

/** Writes something down on this phone. A full one is told of by the page; anything else is a bug. */
export async function written(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
    full = undefined;
    channel?.postMessage("written");
  } catch (error) {
    if (!isFull(error)) throw error;
    full = error;
  }
  await states.read();
}

export const isFull = (error: unknown): error is PhoneFull =>
  error instanceof Error && error.name === "PhoneFull";

/** Asks who is here, shows what is kept of her, and sends what waits. */
async function look(): Promise<void> {
  stir();
  await loadSession();
  rememberWho();
  await states.read();
  const { waiting, others } = states.standing;
  if (waiting + others > 0) await outbox.send();
}

const openSending = async () =>
  (await import("./sending.ts")).openSending({
    onanswer: (answer) => (answers = { ...answers, [answer.courseId]: answer }),
    ondone: () => {
      rememberWho();
      channel?.postMessage("sent");
      void states.read();
    },
  });
function sending(): Promise<Sending> {
  opening ??= openSending();
  return opening;
}
/** Without network what sends may not be on the phone yet: the next time asks again. */
const nothingToSendWith = (): void => {
  opening = undefined;
};

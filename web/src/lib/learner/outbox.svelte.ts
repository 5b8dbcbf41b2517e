import type { EnrolmentView } from "@twiza/contract";
import { append, GUEST, keepPlace, type PhoneFull } from "@twiza/client";
import { loadSession } from "../session.svelte.ts";
import { device } from "./device.ts";
import type { NamedPlace } from "./last-place.ts";
import { states } from "./states.svelte.ts";
import { owner, rememberWho } from "./who.svelte.ts";

let answers = $state.raw<Readonly<Record<string, EnrolmentView>>>({});
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
  /** The enrolment as the server told it with the last receipt, which is newer than what the page loaded. */
  answerFor: (courseId: string): EnrolmentView | undefined => {
    const answer = answers[courseId];
    return answer?.learnerId === owner() ? answer : undefined;
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
    if (isEnrolled) void sending().then(({ soon }) => soon(1500), nothingToSendWith);
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
  /** Sends now. One sending at a time on this phone, over all its tabs. */
  send: (): Promise<void> => sending().then(({ send }) => send(), nothingToSendWith),
  /** Sends by itself from now on: at once, when the network returns, when the page is looked at again. Returns the end of it. */
  start(): () => void {
    const send = (): void => void look();
    const seen = (): void => {
      if (document.visibilityState === "visible") send();
    };
    const stops = [
      on(window, "online", send),
      on(document, "visibilitychange", seen),
      channel && on(channel, "message", () => void states.read()),
    ];
    send();
    return () => {
      for (const stop of stops) stop?.();
      void opening?.then(({ stop }) => stop());
    };
  },
};

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
  await loadSession();
  rememberWho();
  await states.read();
  const { waiting, others } = states.standing;
  if (waiting + others > 0) await outbox.send();
}

const openSending = async () =>
  (await import("./sending.ts")).openSending({
    onanswer: (enrolment) => (answers = { ...answers, [enrolment.courseId]: enrolment }),
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

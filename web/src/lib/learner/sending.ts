import type { Completion } from "@twiza/contract";
import { bodyOf, flusher, type Post, sender } from "@twiza/client/send";
import { call } from "../api.ts";
import { isProblem } from "../problem.ts";
import { loadSession, session } from "../session.svelte.ts";
import { device } from "./device.ts";

export type CourseAnswer = {
  readonly learnerId: string;
  readonly courseId: string;
  readonly completion: Completion;
};
type Told = {
  /** What is missing in a course, told with receipts where pages cannot work it out. */
  readonly onanswer: (answer: CourseAnswer) => void;
  /** A sending has ended. */
  readonly ondone: () => void;
};

/** Sends what waits on this phone to the API of this site. */
export function openSending({ onanswer, ondone }: Told) {
  const post = postTo(onanswer);
  return sender({
    flush: flusher(device, post),
    whose,
    alone: (work) =>
      "locks" in navigator ? navigator.locks.request("twiza.outbox", work) : work(),
    after(milliseconds, act) {
      const timer = setTimeout(act, milliseconds);
      return () => clearTimeout(timer);
    },
    random: Math.random,
    ondone({ state }) {
      // Parked: the session has ended, and every page must hear of it.
      void loadSession({ again: state === "parked" }).then(ondone);
    },
  });
}

/** Those whom this phone may act for: what others left here waits for them. @throws Problem `offline` when nobody can be asked */
async function whose(): Promise<readonly string[]> {
  await loadSession();
  if (session.problem) throw session.problem;
  return session.me?.learners.map(({ id }) => id) ?? [];
}

/** What the server says beside its answer. */
type Aside = { server?: number | undefined; retryAfterSeconds?: number | undefined };

async function withAside<T>(ask: (heard: (headers: Headers) => void) => Promise<T>) {
  const aside: Aside = {};
  const heard = (headers: Headers): void => {
    const [date, wait] = [headers.get("date"), headers.get("retry-after")];
    if (date) aside.server = Date.parse(date);
    if (wait) aside.retryAfterSeconds = Number(wait);
  };
  try {
    return { answer: await ask(heard), ...aside };
  } catch (error) {
    if (!isProblem(error)) throw error;
    throw Object.assign(error, aside);
  }
}

const postTo = (onanswer: Told["onanswer"]): Post => ({
  async record(batch) {
    const { learnerId, courseId } = batch;
    const { answer, server } = await withAside((heard) =>
      call("recordEvents", { params: { courseId }, body: bodyOf(batch), heard }),
    );
    const { receipts, lessons: progress, completion } = answer;
    if (completion) onanswer({ learnerId, courseId, completion });
    return { receipts, progress, server };
  },
  async handIn({ id, learnerId, courseId, deviceId, seq, payload }) {
    const { attemptId, answers, offline, claims } = payload;
    const { answer, server } = await withAside((heard) =>
      call("submitAttempt", {
        params: { courseId, attemptId },
        body: {
          learnerId,
          intentId: id,
          // Written by this app as the contract wants them; the server reads them anew.
          answers: [...answers] as never,
          offline: offline && { ...offline, deviceId, seq },
          claims: claims && { ...claims, deviceId, seq },
        },
        heard,
      }),
    );
    return { outcome: answer, server };
  },
});

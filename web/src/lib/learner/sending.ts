import type { EnrolmentView } from "@twiza/contract";
import { flusher, type Post, sender } from "@twiza/client/send";
import { call } from "../api.ts";
import { isProblem } from "../problem.ts";
import { loadSession, session } from "../session.svelte.ts";
import { device } from "./device.ts";

type Told = {
  /** The enrolment as the server told it with its receipts. */
  readonly onanswer: (enrolment: EnrolmentView) => void;
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
  async record({ learnerId, courseId, sentAt, events }) {
    const { answer, server } = await withAside((heard) =>
      call("recordEvents", {
        params: { courseId },
        body: { learnerId, sentAt, events: [...events] },
        heard,
      }),
    );
    if (answer.enrolment) onanswer(answer.enrolment);
    return { receipts: answer.receipts, progress: answer.enrolment?.progress.lessons, server };
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

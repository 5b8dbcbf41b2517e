import type { StartedAttempt } from "@twiza/contract";
import { append, type Receipt } from "@twiza/client";
import { type HandedIn, handInOf, momentOn, retry } from "@twiza/client/send";
import { call } from "../api.ts";
import { bringAnswers, isPlain } from "../grade.ts";
import { newIntent } from "../intent.ts";
import { isProblem } from "../problem.ts";
import { forgetCourse } from "./course.ts";
import { device } from "./device.ts";
import { navigated } from "./navigated.svelte.ts";
import { outbox, written } from "./outbox.svelte.ts";
import { phone } from "./shelf.ts";
import {
  answersOf,
  begunWith,
  type Given,
  hasExpired,
  opened,
  type Sitting,
  sittingOf,
} from "./sitting.ts";

/** What another phone brought is answered without a result, and taken all the same. */
export const isRefused = ({ result }: Pick<Receipt, "result">): boolean =>
  result === "refused" || result === "given_up";

export type QuizRun = ReturnType<typeof quizRun>;

/** The sitting of one learner, as a page works with it. Everything is on the phone before it is on the wire. */
export function quizRun(learnerId: string, courseId: string) {
  const params = { courseId };
  const shelf = sittingOf(phone, learnerId, courseId);
  let sitting = $state.raw(shelf.read());
  let handed = $state.raw<HandedIn>();
  let moment = $state.raw<string>();
  let isOpen = $state(false);
  let isBusy = $state(false);
  let failure = $state.raw<unknown>();

  /** One thing at a time: a second tap while the first is under way does nothing. */
  async function once(work: () => Promise<void>): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    failure = undefined;
    try {
      await work();
    } catch (error) {
      failure = error;
    } finally {
      isBusy = false;
    }
  }
  const change = (by: (sitting: Sitting) => Sitting): void => {
    sitting = shelf.change(by);
  };

  /** With network the server opens it, and counts the try; without, what was taken along is opened here. */
  async function open({ startIntent, taken }: Sitting): Promise<void> {
    try {
      const body = { learnerId, intentId: startIntent };
      const started = await call("startAttempt", { params, body });
      const openedAt = await momentOn(device);
      change((kept) => begunWith(kept, started, openedAt));
    } catch (error) {
      if (!taken || !isProblem(error, "offline")) throw error;
      const openedAt = await momentOn(device);
      change((kept) => opened(kept, openedAt));
      if (!sitting?.attempt) throw error;
    }
  }

  /** The network may go while she answers: what shows rarer items comes before it is asked for. What does not come says so then. */
  async function bringFor(of: Pick<StartedAttempt, "items"> | undefined): Promise<void> {
    const items = of?.items ?? [];
    if (!items.every(isPlain))
      await bringAnswers().then(
        (it) => it.bringFor(items),
        () => undefined,
      );
  }

  /** Asks the phone what became of the handing in. */
  async function look(): Promise<void> {
    moment = await momentOn(device);
    const { attempt, submitIntent, result } = sitting ?? {};
    if (!attempt || submitIntent === undefined || result) return;
    const found = await handInOf(device, learnerId, attempt.id);
    handed = found;
    if (found?.state !== "answered" || isRefused(found)) return;
    const { outcome } = found;
    if (outcome) {
      change((kept) => ({ ...kept, result: outcome }));
      forgetCourse();
    } else if (navigator.onLine) {
      // Another phone brought it: sent once more from here, unchanged, it is answered with its result.
      await written(() => retry(device, found));
      await outbox.send();
    }
  }

  async function writeDown(kept: Sitting): Promise<void> {
    const { attempt, offline, openedAt } = kept;
    if (!attempt) return;
    const closedAt = await momentOn(device);
    const payload = {
      attemptId: attempt.id,
      answers: answersOf(kept),
      offline: offline && { ...offline, closedAt },
      claims: openedAt && !offline ? { openedAt, closedAt } : undefined,
    };
    await written(() =>
      append(device, { learnerId, courseId, type: "attempt.handed_in", payload }),
    );
  }

  return {
    get sitting() {
      return sitting;
    },
    /** Where the handing in is, once there is one and its result is not here. */
    get handed() {
      return sitting?.submitIntent !== undefined && !sitting.result ? handed : undefined;
    },
    /** The phone keeps it longer than this page. Before there is one it goes by all else, for to begin counts as a try. */
    get lasts(): boolean {
      return phone.lasts(sitting ? shelf.key : "");
    },
    /** Taken along, and its last day has passed by this phone's clock. */
    get isExpired(): boolean {
      const { taken } = sitting ?? {};
      return taken !== undefined && moment !== undefined && hasExpired(taken, moment);
    },
    /** Whether the questions are on the screen: after a reload she is first asked whether to go on. */
    get isOpen() {
      return isOpen;
    },
    get isBusy() {
      return isBusy;
    },
    get failure() {
      return failure;
    },
    look,
    /** Takes the next sitting along. Asked again, it is the same one until it is opened or its last day has passed. */
    take: () =>
      once(async () => {
        const body = { learnerId, intentId: newIntent() };
        const taken = await call("fetchTicket", { params, body });
        await bringFor(taken);
        sitting = shelf.take(newIntent(), taken);
      }),
    /** Begins, or goes on. The try is named before it is asked for, so that a lost answer does not cost a second one. */
    start: () =>
      once(async () => {
        sitting = shelf.begin(newIntent());
        if (!sitting.attempt) await open(sitting);
        navigated.note();
        sitting = shelf.read();
        void bringFor(sitting?.attempt);
        isOpen = true;
      }),
    give(itemId: string, given: Given): void {
      sitting = shelf.give(itemId, given);
    },
    /** Each question is a screen of its own: its heading takes the focus as a new page's would. */
    go(at: number): void {
      navigated.note();
      change((kept) => ({ ...kept, at }));
    },
    /** Hands in, once, however often it is tapped: it is written down on the phone, and sent as soon as there is network. */
    submit: () =>
      once(async () => {
        change((kept) => ({ ...kept, submitIntent: kept.submitIntent ?? newIntent() }));
        await look();
        if (sitting && !handed) await writeDown(sitting);
        await look();
        await outbox.send();
        await look();
      }),
    /** Another tab has written: what it wrote holds here too. */
    otherTab(key: string | null): void {
      if (key === null || key === shelf.key) sitting = shelf.read();
    },
    forget(): void {
      shelf.forget();
      sitting = handed = undefined;
      isOpen = false;
    },
  };
}

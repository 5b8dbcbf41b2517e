import { call } from "../api.ts";
import { newIntent } from "../intent.ts";
import { isProblem } from "../problem.ts";
import { forgetCourse } from "./course.ts";
import { navigated } from "./navigated.svelte.ts";
import { phone } from "./shelf.ts";
import { answersOf, type Given, type Sitting, sittingOf } from "./sitting.ts";

export type QuizRun = ReturnType<typeof quizRun>;

/** The sitting of one learner, as a page works with it. Everything is on the shelf before it is on the wire. */
export function quizRun(learnerId: string, courseId: string) {
  const shelf = sittingOf(phone, learnerId, courseId);
  let sitting = $state.raw(shelf.read());
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
      // It was handed in from another phone: what is here can no longer count.
      if (isProblem(error, "attempt.closed")) forget();
    } finally {
      isBusy = false;
    }
  }
  const forget = (): void => {
    shelf.forget();
    sitting = undefined;
    isOpen = false;
  };
  const change = (by: (sitting: Sitting) => Sitting): void => {
    sitting = shelf.change(by);
  };

  return {
    get sitting() {
      return sitting;
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
    /** Begins, or goes on. The try is named before it is asked for, so that a lost answer does not cost a second one. */
    start: () =>
      once(async () => {
        const { startIntent, attempt } = shelf.begin(newIntent());
        if (!attempt) {
          const body = { intentId: startIntent };
          const started = await call("startAttempt", { params: { courseId }, body });
          shelf.change((kept) => ({ ...kept, attempt: started }));
        }
        navigated.note();
        sitting = shelf.read();
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
    /** Hands in, once, however often it is tapped: the retry carries the same name and the same answers. */
    submit: () =>
      once(async () => {
        change((kept) => ({ ...kept, submitIntent: kept.submitIntent ?? newIntent() }));
        if (!sitting?.attempt || sitting.submitIntent === undefined) return;
        const result = await call("submitAttempt", {
          params: { courseId, attemptId: sitting.attempt.id },
          body: { intentId: sitting.submitIntent, answers: answersOf(sitting) },
        });
        change((kept) => ({ ...kept, result }));
        forgetCourse();
      }),
    /** Another tab has written: what it wrote holds here too. */
    otherTab(key: string | null): void {
      if (key === null || key === shelf.key) sitting = shelf.read();
    },
    forget,
  };
}

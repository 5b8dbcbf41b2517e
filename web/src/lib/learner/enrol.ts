import { adopt } from "@twiza/client";
import { entryAddresses } from "@twiza/contract/entry-addresses";
import { addAddresses, call } from "../api.ts";
import { newIntent } from "../intent.ts";
import { isProblem } from "../problem.ts";
import { loadSession, session } from "../session.svelte.ts";
import { device } from "./device.ts";
import { outbox, written } from "./outbox.svelte.ts";

addAddresses(entryAddresses);

/** What somebody wanted before she had to sign in or say her name: kept in this tab until it is done. */
export type Wish = {
  readonly courseId: string;
  readonly cohortId?: string | undefined;
  readonly intentId: string;
  readonly learnerIntent: string;
  /** She was sent to sign in for it. */
  readonly asked?: boolean;
};
const KEY = "twiza.wish";

export const newWish = (courseId: string, cohortId?: string): Wish => ({
  courseId,
  ...(cohortId ? { cohortId } : {}),
  intentId: newIntent(),
  learnerIntent: newIntent(),
});

export function keepWish(wish: Wish | undefined): void {
  try {
    if (wish) sessionStorage.setItem(KEY, JSON.stringify(wish));
    else sessionStorage.removeItem(KEY);
  } catch {
    // Storage is forbidden: after signing in she taps "enrol" once more.
  }
}

/** The wish that waits for this course, if any. */
export function wishFor(courseId: string): Wish | undefined {
  try {
    // Written by this same app in this same tab.
    const wish = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Wish | null;
    return wish?.courseId === courseId ? wish : undefined;
  } catch {
    return undefined;
  }
}

/** What stands between a wish and the enrolment. */
export type Need = "sign_in" | "name" | "nothing";
export async function needOf(): Promise<Need> {
  await loadSession();
  if (session.state === "out") return "sign_in";
  return session.state === "in" && !session.me?.learner ? "name" : "nothing";
}

/** Says the learner's name, once. @throws Problem */
export async function sayName(wish: Wish, name: string): Promise<void> {
  try {
    await call("createLearner", { body: { intentId: wish.learnerIntent, name } });
  } catch (error) {
    // The first try went through although its answer was lost, and she has written her name otherwise since: the first stands.
    if (!isProblem(error, "intent.reused")) throw error;
  }
  await loadSession({ again: true });
}

/**
 * Enrols, and hands over what she did before on this phone. Answers like the first time when she is enrolled already.
 * @throws Problem, among others `cohort.full` and `cohort.closed`
 */
export async function fulfil(wish: Wish): Promise<void> {
  const { courseId, cohortId, intentId } = wish;
  const body = { intentId, courseId, ...(cohortId ? { cohortId } : {}) };
  try {
    const { learnerId } = await call("enrol", { body });
    keepWish(undefined);
    await written(() => adopt(device, { learnerId, courseId }));
    await outbox.send();
  } catch (error) {
    // A signed-out phone keeps the wish for after signing in; any other no ends it.
    if (!isProblem(error, "session.required") && !isProblem(error, "offline")) keepWish(undefined);
    throw error;
  }
}

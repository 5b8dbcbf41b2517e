import type { Outcome } from "./flush.ts";
import { isFailure } from "./post.ts";

export type SenderOptions = {
  /** Sends what waits of one learner. */
  readonly flush: (learnerId: string) => Promise<Outcome>;
  /** Whose queues may be sent now: those whom the session acts for. May throw a `Failure` when that cannot be asked. */
  readonly whose: () => Promise<readonly string[]>;
  /** Runs work alone over all tabs of this phone. */
  readonly alone: <T>(work: () => Promise<T>) => Promise<T>;
  /** Does something after so many milliseconds; answers how to call it off. */
  readonly after: (milliseconds: number, act: () => void) => () => void;
  /** From 0 to 1. */
  readonly random: () => number;
  /** Told once a sending has ended. */
  readonly ondone: (outcome: Outcome) => void;
};

/** Sends at once when asked, one sending at a time, and by itself again for as long as something has to wait. */
export function sender({ flush, whose, alone, after, random, ondone }: SenderOptions) {
  let running: Promise<void> | undefined;
  let isAsked = false;
  let cancel: (() => void) | undefined;
  let failures = 0;

  const forgetTimer = (): void => {
    cancel?.();
    cancel = undefined;
  };
  const soon = (milliseconds: number): void => {
    cancel ??= after(milliseconds, () => {
      cancel = undefined;
      void send();
    });
  };

  /** Sends now, or once more after the sending that is under way. Answers when all of it has ended. */
  function send(): Promise<void> {
    forgetTimer();
    isAsked = true;
    running ??= run().finally(() => (running = undefined));
    return running;
  }
  async function run(): Promise<void> {
    while (isAsked) {
      isAsked = false;
      await once();
    }
  }
  async function once(): Promise<void> {
    let outcome: Outcome = { state: "later" };
    try {
      outcome = await alone(sendAll);
    } catch (error) {
      // Nobody could be asked who is here. Anything else is a bug, and is told as one.
      if (!isFailure(error)) throw error;
    } finally {
      // Even after a bug of ours it tries again: the entries are still there.
      failures = outcome.state === "later" ? failures + 1 : 0;
      if (outcome.state === "later") soon(delayAfter(failures, random(), outcome.afterSeconds));
      ondone(outcome);
    }
  }
  async function sendAll(): Promise<Outcome> {
    let worst: Outcome = { state: "sent" };
    for (const learnerId of await whose()) {
      const outcome = await flush(learnerId);
      if (outcome.state === "later") worst = outcome;
      else if (outcome.state === "parked" && worst.state === "sent") worst = outcome;
    }
    return worst;
  }

  return { send, soon, stop: forgetTimer };
}

/**
 * How many milliseconds to wait after so many failures in a row: two seconds doubled up to five minutes, with full jitter so that
 * a village whose network returns does not ask at once. What the server asked for comes first.
 */
export const delayAfter = (failures: number, chance: number, afterSeconds = 0): number =>
  Math.round(
    Math.max(1000, afterSeconds * 1000) +
      chance * Math.min(300_000, 2000 * 2 ** Math.min(failures, 10)),
  );

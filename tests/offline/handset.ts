import { type Database, type Entry, type Phone, type Receipt, waiting } from "@twiza/client";
import { flusher, receipts } from "@twiza/client/send";
import { stateOf, testPhone } from "@twiza/client/testing";
import { type Fault, postOver } from "./hands.ts";
import type { Village } from "./village.ts";

/** The phone went dark in the middle of something. */
class Killed extends Error {}

export type Handset = ReturnType<typeof handset>;
type Tab = { readonly phone: Phone; readonly flush: ReturnType<typeof flusher> };

/**
 * A phone of the village with two tabs over one storage. It can be killed at any step: before and after each read and write within
 * a transaction, before and after each request.
 */
export function handset(village: Village, mark: number) {
  const device = testPhone({ mark, clock: Date.now() });
  const late: (() => Promise<unknown>)[] = [];
  let faults: Fault[] = [];
  let pauses: number[] = [];
  let stepsLeft = Infinity;
  let cookie: string | undefined;
  let lock: Promise<unknown> = Promise.resolve();
  let tabs = [open(), open()] as const;

  async function step(): Promise<void> {
    // Lets the other tab run for a while, as often as this run says.
    for (let ticks = pauses.shift() ?? 0; ticks > 0; ticks--)
      await new Promise((resolve) => setImmediate(resolve));
    died();
  }
  function died(): void {
    stepsLeft -= 1;
    if (stepsLeft < 0) throw new Killed();
  }

  /** The same database, in steps. Within a transaction nothing else may be waited for. */
  function inSteps(database: Database): Database {
    return {
      get durable() {
        return database.durable;
      },
      close: () => database.close(),
      async run(mode, kinds, work) {
        await step();
        const answer = await database.run(mode, kinds, (tx) =>
          work({
            get: (...all) => (died(), tx.get(...all)),
            put: (...all) => (died(), tx.put(...all)),
            drop: (...all) => (died(), tx.drop(...all)),
            list: (...all) => (died(), tx.list(...all)),
            count: (...all) => (died(), tx.count(...all)),
          }),
        );
        // It is on the disk, and whoever asked may never hear of it.
        await step();
        return answer;
      },
    };
  }
  function open(): Tab {
    const { database, ...rest } = device.open();
    const phone = { ...rest, database: inSteps(database) };
    const post = postOver(village, {
      cookie: () => cookie,
      nextFault: () => faults.shift() ?? "fine",
      later: (deliver) => late.push(deliver),
      step,
    });
    return { phone, flush: flusher(phone, post) };
  }

  return {
    mark,
    tab: (at: number): Tab => tabs[at === 0 ? 0 : 1],
    /** Whose session the phone believes to have. */
    learnerId: undefined as string | undefined,
    set clock(now: number) {
      device.clock = now;
    },
    signedIn(as: { learnerId: string; cookie: string } | undefined) {
      this.learnerId = as?.learnerId;
      cookie = as?.cookie;
    },
    get cookie() {
      return cookie;
    },
    /** What the network does to the next requests, and how long each step lets others go first. */
    arrange(how: { faults?: readonly Fault[]; pauses?: readonly number[] }) {
      faults = [...(how.faults ?? [])];
      pauses = [...(how.pauses ?? [])];
    },
    /** Does something, goes dark after so many steps of it, and is switched on again. */
    async killedAfter(steps: number, act: () => Promise<unknown>): Promise<void> {
      stepsLeft = steps;
      try {
        await act();
      } catch (error) {
        if (!(error instanceof Killed)) throw error;
      }
      this.restart();
    },
    restart() {
      device.close();
      stepsLeft = Infinity;
      lock = Promise.resolve();
      tabs = [open(), open()];
    },
    /** One tab at a time, as the browser's locks do it. */
    alone<T>(work: () => Promise<T>): Promise<T> {
      const mine = lock.then(work, work);
      lock = mine.catch(() => undefined);
      return mine;
    },
    /** Requests that were given up arrive now. */
    async deliverLate(): Promise<void> {
      // What they answer, nobody hears.
      for (const deliver of late.splice(0)) await deliver().catch(() => undefined);
    },
    async progressIn(whose: { learnerId: string; courseId: string }) {
      const phone = device.open();
      const state = await stateOf(phone, whose);
      phone.database.close();
      return state;
    },
    /** All that lies on the phone of somebody. */
    async contents(
      owner: string,
    ): Promise<{ waiting: Entry[]; sent: Receipt[]; refused: Receipt[] }> {
      const phone = device.open();
      const all = {
        waiting: await waiting(phone, owner, { limit: 10_000 }),
        sent: await receipts(phone, owner, "sent"),
        refused: await receipts(phone, owner, "refused"),
      };
      phone.database.close();
      return all;
    },
  };
}

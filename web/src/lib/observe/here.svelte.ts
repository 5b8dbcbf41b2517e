import type { Phone } from "@twiza/client";
import { openDatabase } from "@twiza/client";
import { type Everything, type Observer, readAll } from "@twiza/client/observe";
import { newIntent } from "../intent.ts";
import { keep, kept } from "../kept.ts";
import { isFull } from "../learner/outbox.svelte.ts";
import { session } from "../session.svelte.ts";

/** Observations lie in a database of their own: what a learner erases of herself on this phone is none of it. */
const phone: Phone = {
  database: openDatabase({
    factory: () => indexedDB,
    estimate: () => navigator.storage.estimate(),
    name: "twiza-observing",
  }),
  now: () => Date.now(),
  newId: newIntent,
};

type Who = { readonly account: string; readonly name: string };
const NOTHING: Everything = { taken: [], drafts: [], filled: [], refused: [], sent: [] };

let who = $state.raw<Who>();
let all = $state.raw<Everything & { readonly of?: string }>(NOTHING);
let hasRead = $state(false);
let full = $state(false);

/** Who fills in here, and what lies on this phone of hers. */
export const here = {
  get who(): Who | undefined {
    return who;
  },
  /** Nothing of what belongs to somebody else. */
  get all(): Everything {
    return all.of === who?.account ? all : NOTHING;
  },
  /** The phone was asked; before that nobody knows what lies on it. */
  get isRead(): boolean {
    return hasRead && all.of === who?.account;
  },
  /** The last change could not be kept. */
  get isFull(): boolean {
    return full;
  },
  /** What is kept lasts longer than this page. */
  get isDurable(): boolean {
    return phone.database.durable;
  },
  get phone(): Phone {
    return phone;
  },
  observer: (): Observer => ({ phone, account: who?.account ?? "" }),
  /**
   * Finds out who is here, after the session was asked. Without network, and after her session has ended, whoever was here last goes on:
   * she may be far from any network when it ends. What is sent is sent by her own session alone.
   */
  meet(): void {
    const { account } = session.me ?? {};
    if (account && session.hasRole("trainer", "administrator")) {
      who = { account: account.id, name: account.name ?? account.contact ?? "" };
      keep("observer", JSON.stringify(who));
    } else if (session.state === "in") who = undefined;
    else who = lastOne();
  },
  async read(): Promise<void> {
    const of = who?.account;
    if (of === undefined) return;
    const found = await readAll({ phone, account: of });
    if (of === who?.account) [all, hasRead] = [{ ...found, of }, true];
  },
  /** Writes something down and shows it. Whether it is kept: a full phone is told of by the page. */
  async keep(write: (observer: Observer) => Promise<void>): Promise<boolean> {
    try {
      await write(here.observer());
      full = false;
    } catch (error) {
      if (!isFull(error)) throw error;
      full = true;
    }
    await here.read();
    return !full;
  },
};

function lastOne(): Who | undefined {
  try {
    // Written by this same page.
    return JSON.parse(kept("observer")) as Who;
  } catch {
    return undefined;
  }
}

import { GUEST, type PhoneFull } from "@twiza/client";
import {
  type Everything,
  keepTold,
  type Owner,
  readAll,
  readTold,
  type Told,
} from "@twiza/client/work";
import { workAddresses } from "@twiza/contract/work-addresses";
import { addAddresses, call } from "../api.ts";
import { keep } from "../kept.ts";
import { isFull } from "../learner/outbox.svelte.ts";
import { owner } from "../learner/who.svelte.ts";
import { isProblem } from "../problem.ts";
import { moment, workPhone } from "./phone.ts";

addAddresses(workAddresses);

type Hers = { readonly of: string; readonly all: Everything };
const NOTHING: Everything = { drafts: [], filled: [], refused: [], sent: [] };

let hers = $state.raw<Hers>();
let told = $state.raw<Readonly<Record<string, Told>>>({});
let full = $state.raw<PhoneFull>();
/** How much of each hand-in has gone, from 0 to 1. */
let moving = $state.raw<Readonly<Record<string, number>>>({});
const nameOf = (learner: string, courseId: string): string => `${learner} ${courseId}`;

/** What one tab writes down, the others read. */
const { BroadcastChannel: Channel } = globalThis as Partial<typeof globalThis>;
const channel = Channel && new Channel("twiza.work");
channel?.addEventListener("message", () => void here.read());

/** What lies on this phone of the work of the learner who is here. */
export const here = {
  /** Nothing of what belongs to somebody else. */
  get all(): Everything {
    return hers?.of === owner() ? hers.all : NOTHING;
  },
  /** The phone was asked; before that nobody knows what lies on it. */
  get isRead(): boolean {
    return hers?.of === owner();
  },
  /** Why the last change could not be kept, as long as nothing else could. */
  get full(): PhoneFull | undefined {
    return full;
  },
  /** What is kept lasts longer than this page. */
  get isDurable(): boolean {
    return workPhone.database.durable;
  },
  moved: (id: string): number | undefined => moving[id],
  move(id: string, share: number | undefined): void {
    const { [id]: _, ...others } = moving;
    moving = share === undefined ? others : { ...others, [id]: share };
  },
  owner: (): Owner => ({ phone: workPhone, learner: owner() }),
  /** What the server told last of her hand-ins in a course. */
  told: (courseId: string): Told | undefined => told[nameOf(owner(), courseId)],
  async read(): Promise<void> {
    const of = owner();
    const all = await readAll({ phone: workPhone, learner: of });
    if (of !== owner()) return;
    hers = { of, all };
    // Pages that open no database ask by this whether something of hers lies here.
    const unsent = all.drafts.length + all.filled.length + all.refused.length;
    keep(`work.${of}`, unsent > 0 ? String(unsent) : "");
  },
  /** Writes something down and shows it, here and in other tabs. Nothing where the phone had no room, which the page tells. */
  async keep<T>(write: (owner: Owner) => Promise<T>): Promise<T | undefined> {
    let answer: T | undefined;
    try {
      answer = await write(here.owner());
      full = undefined;
      channel?.postMessage("written");
    } catch (error) {
      if (!isFull(error)) throw error;
      full = error;
    }
    await here.read();
    return answer;
  },
  /** Asks what became of her hand-ins; without network it shows what was told last. @throws Problem */
  async ask(courseId: string): Promise<void> {
    const learner = owner();
    // Somebody of the desk hands nothing in.
    if (learner === GUEST) return;
    const mine = { phone: workPhone, learner };
    const show = (now: Told): void => void (told = { ...told, [nameOf(learner, courseId)]: now });
    try {
      const { submissions } = await call("listOwnSubmissions", {
        params: { courseId },
        query: { learnerId: learner },
      });
      show({ submissions, at: moment() });
      // A phone that has no room for it shows it while the page is open.
      await keepTold(mine, courseId, submissions).catch(() => undefined);
    } catch (error) {
      const kept = isProblem(error, "offline") ? await readTold(mine, courseId) : undefined;
      if (kept) show(kept);
      else if (!isProblem(error, "offline")) throw error;
    }
  },
};

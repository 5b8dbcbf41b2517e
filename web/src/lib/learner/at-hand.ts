import { loadSession } from "../session.svelte.ts";
import { states } from "./states.svelte.ts";

/** How long the first page waits, in milliseconds: what takes longer is waited for in sight of its outline. */
const PATIENCE = 300;

let first: Promise<unknown> | undefined;

/**
 * Once what was asked for ahead is here (`boot/ahead.ts`) and the phone has told what it keeps, or after a moment: so the first page
 * is drawn once, with all that it shows, and not as an outline before. Later pages wait for nothing.
 */
export const atHand = (): Promise<unknown> => (first ??= Promise.race([all(), moment()]));

// Why something did not come is told by the page that asks for it.
const all = (): Promise<unknown> =>
  Promise.allSettled([window.askedAhead, loadSession().then(states.ready)]);
const moment = (): Promise<void> => new Promise((over) => setTimeout(over, PATIENCE));

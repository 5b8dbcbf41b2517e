import { newIntent } from "../intent.ts";

/** This page, for as long as it stands. */
export const tab = newIntent();
const lockOf = (name: string): string => `twiza.studio.${name}`;
// Browsers of the last years have locks; without them a tab that is still there may be taken for gone, which sends things twice.
const { locks } = navigator as Partial<Navigator>;
let isHeld = false;

/** Shows other tabs that this one is alive: the browser lets go of the lock when the tab ends, however it ends. */
export function holdTab(): void {
  if (isHeld) return;
  isHeld = true;
  void locks?.request(lockOf(tab), () => new Promise<never>(() => undefined));
}

/** Whether a tab has ended. */
export async function isGone(name: string): Promise<boolean> {
  const { held = [] } = (await locks?.query()) ?? {};
  return !held.some((lock) => lock.name === lockOf(name));
}

import type { Assignment } from "@twiza/contract";
import { also } from "../i18n.svelte.ts";
import { RECORDER } from "../media/recorder/volume.ts";
import { isThrifty } from "../thrift.ts";
import { isFree } from "./sending.ts";
import { stayHere } from "./stay.ts";
import type { addressOfWork } from "./way.ts";

/** After the page itself has had the network. */
const QUIET_MS = 3000;

/**
 * Brings what an assignment is done with, all of it, so that she needs no network from here on: the page, what records a voice and what
 * makes pictures and videos small. Where data is saved, only what the page that she has opened shows by itself.
 */
export function bringAhead(
  address: ReturnType<typeof addressOfWork>,
  assignments: readonly Pick<Assignment, "takes">[],
): () => void {
  const timer = setTimeout(() => void bring(), QUIET_MS);
  return () => clearTimeout(timer);

  async function bring(): Promise<void> {
    if (!navigator.onLine) return;
    const takes = new Set(assignments.flatMap((each) => each.takes));
    const isHere = location.pathname === address;
    if (!isHere && !isThrifty()) await touched(address);
    if (!isThrifty())
      await Promise.allSettled([
        ...(takes.has("voice")
          ? [import("../media/recorder/Recorder.svelte"), also(RECORDER)]
          : []),
        // It weighs more than all else together: with a network that may cost, it comes with the first video.
        ...(takes.has("video") && isFree() ? [import("../media/film/film.ts")] : []),
      ]);
    if (isHere || !isThrifty()) await stayHere();
  }
}

/** The page behind a link comes from the touch on, whoever touches it; what it says comes with it. */
async function touched(address: string): Promise<void> {
  const link = Object.assign(document.createElement("a"), { href: address, hidden: true });
  (document.querySelector("main") ?? document.body).append(link);
  link.dispatchEvent(new MouseEvent("mousedown", { bubbles: true }));
  link.remove();
  // No word comes of when it is all there.
  await new Promise((resolve) => setTimeout(resolve, QUIET_MS));
}

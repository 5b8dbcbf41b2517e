import { GUEST } from "@twiza/client";
import { kept } from "../kept.ts";

/** After the page itself has had the network. */
const QUIET_MS = 4000;
const today = (): string => new Date().toISOString().slice(0, 10);

/**
 * Makes this phone ready to send by another, once a day while somebody who learns is signed in, and delivers what it carries for
 * somebody; and sends on what waits of her work. Who is not signed in may be asked to carry once she has the app on her home screen. Nothing is loaded for whoever only
 * looks at pages. Answers the end of it.
 */
export function carryInQuiet(): () => void {
  const timer = setTimeout(() => void work(), QUIET_MS);
  const again = (): void => void work();
  addEventListener("online", again);
  return () => {
    clearTimeout(timer);
    removeEventListener("online", again);
  };
}

async function work(): Promise<void> {
  const learner = kept("learner");
  const isReady = ["", GUEST].includes(learner)
    ? !matchMedia("(display-mode: standalone)").matches
    : kept(`copy.own.ready.${learner}`) === today();
  // What she handed in goes on from pages that show none of it.
  if (navigator.onLine && kept(`work.${learner}`))
    void import("../work/go-on.ts").then(({ goOn }) => goOn(), Boolean);
  if (!navigator.onLine || (isReady && kept("carrying") === "")) return;
  // Another page tries again.
  const found = await import("./ready.ts").catch(() => undefined);
  await found?.deliver();
  if (!isReady) await found?.getReady(today());
}

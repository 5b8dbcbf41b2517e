import type { default as SecondsView } from "./Seconds.svelte";

let shown = $state.raw<typeof SecondsView>();
let coming: Promise<void> | undefined;

/** What shows two versions of a block: it comes with the first, which the network has just brought. */
export const meeting = {
  get Seconds(): typeof SecondsView | undefined {
    coming ??= import("./Seconds.svelte").then(
      ({ default: view }) => void (shown = view),
      // The network has gone again: the next reply asks anew.
      () => void (coming = undefined),
    );
    return shown;
  },
};

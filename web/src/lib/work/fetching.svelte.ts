import { onDestroy } from "svelte";
import { type Of, readProof } from "./proofs.ts";

/** A piece that lies on the server, fetched at a tap and let go with what shows it. To be called while a component is made. */
export function fetching(ask: () => { readonly of: Of; readonly hash: string }) {
  let url = $state("");
  let busy = $state(false);
  let error = $state.raw<unknown>();
  let isGone = false;
  onDestroy(() => {
    isGone = true;
    URL.revokeObjectURL(url);
  });
  return {
    get url(): string {
      return url;
    },
    get busy(): boolean {
      return busy;
    },
    get error(): unknown {
      return error;
    },
    async fetch(): Promise<void> {
      if (busy || url) return;
      [busy, error] = [true, undefined];
      const { of, hash } = ask();
      try {
        const blob = await readProof(of, hash);
        if (!isGone) url = URL.createObjectURL(blob);
      } catch (cause) {
        error = cause;
      }
      busy = false;
    },
  };
}

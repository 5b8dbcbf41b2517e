import type { Certificate } from "@twiza/contract";
import { call, isProblem } from "#lib";

/** Every certificate without a signature, page by page without being asked: whoever looks wants to know how many they are. */
export function unsigned() {
  let found = $state.raw<readonly Certificate[]>([]);
  let busy = $state(false);
  let isLoaded = $state(false);
  let error = $state.raw<unknown>();
  let turn = 0;

  return {
    get found() {
      return found;
    },
    get busy() {
      return busy;
    },
    get isLoaded() {
      return isLoaded;
    },
    get error() {
      return error;
    },
    async start(): Promise<void> {
      turn += 1;
      const mine = turn;
      busy = true;
      error = undefined;
      const read: Certificate[] = [];
      try {
        let after: string | undefined;
        do {
          const page = await call("listUnsigned", { query: { after } });
          if (mine !== turn) return;
          read.push(...page.certificates);
          after = page.next;
          if (!isLoaded) found = [...read];
        } while (after !== undefined);
        found = read;
        isLoaded = true;
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        if (mine === turn) error = cause;
      } finally {
        if (mine === turn) busy = false;
      }
    },
  };
}

import { isProblem } from "../problem.ts";
import { aboutAddress } from "./about-address.ts";

/** One thing read from the server, as reactive values. What is shown stays while it is read again. */
export function opened<Thing>(read: () => Promise<Thing>) {
  let value = $state.raw<Thing>();
  let error = $state.raw<unknown>();
  let busy = $state(false);
  let turn = 0;
  return {
    get value() {
      return value;
    },
    get error() {
      return error;
    },
    get busy() {
      return busy;
    },
    async open(): Promise<void> {
      turn += 1;
      const mine = turn;
      const reading = read();
      busy = true;
      try {
        const thing = await reading;
        if (mine !== turn) return;
        value = thing;
        error = undefined;
      } catch (cause) {
        if (!isProblem(cause)) throw cause;
        if (mine === turn) error = aboutAddress(cause);
      } finally {
        if (mine === turn) busy = false;
      }
    },
  };
}

import { openDatabase, type Phone } from "@twiza/client";
import { newIntent } from "../intent.ts";

/** Work lies in a database of its own, each piece under whose it is: nothing of it is opened by a page that shows none. */
export const workPhone: Phone = {
  database: openDatabase({
    factory: () => indexedDB,
    estimate: () => navigator.storage.estimate(),
    name: "twiza-work",
  }),
  now: () => Date.now(),
  newId: newIntent,
};

/** Now, as it is written down. */
export const moment = (): string => new Date(workPhone.now()).toISOString();

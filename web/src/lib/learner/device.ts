import { openDatabase, type Phone } from "@twiza/client";
import { newIntent } from "../intent.ts";

/** This phone, as everything that keeps a learner's doings on it works with it. */
export const device: Phone = {
  database: openDatabase({
    factory: () => indexedDB,
    estimate: () => navigator.storage.estimate(),
  }),
  now: () => Date.now(),
  newId: newIntent,
};

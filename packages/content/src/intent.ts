import { IntentId } from "@twiza/contract";
import type { Deps } from "@twiza/core";

/** An intent of the seed: it happens once in the life of a store, so any fresh id will do. */
export const intent = (deps: Deps): IntentId => {
  const hex = deps.newId("entry").slice(4);
  return IntentId.parse(
    `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`,
  );
};

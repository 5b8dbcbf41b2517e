import { also } from "../i18n.svelte.ts";
import { PASSPORT } from "./volume.ts";

/** That of a learner, for her trainer. @throws TypeError without network */
export async function bringPassportOf() {
  const [{ default: OfLearner }] = await Promise.all([
    import("./OfLearner.svelte"),
    also(PASSPORT),
  ]);
  return OfLearner;
}

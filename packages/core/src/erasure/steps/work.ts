import { removeBlobsOf } from "./blobs.ts";
import { isMeant, type Step } from "./step.ts";

/** What she handed in and what was said of it, with its photos, voices, videos and files. */
export const work: Step = async (erasing, place) => {
  const { deps, erasure } = erasing;
  const at = { of: "work", learnerId: erasure.learnerId } as const;
  const { rows, next } = await deps.store.erasures.rows(at, place);
  const hers = rows.filter(({ data }) => isMeant(erasure, data ?? {}));
  for (const row of hers) {
    await removeBlobsOf(erasing, row.data);
    await deps.store.erasures.remove([row]);
  }
  return { found: hers.length > 0, place: next };
};

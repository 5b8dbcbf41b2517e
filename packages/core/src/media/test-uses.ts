import { type Hash, picturesOfItem } from "@twiza/contract";
import { readQuiz, remembered } from "../course/content.ts";

/** How many questions of a test show each picture. Immutable, as the test is; what reads them aloud is no use of the library. */
export const readTestUses = remembered(async (deps, quiz) => {
  const { items } = await readQuiz(deps, quiz);
  const counts = new Map<Hash, number>();
  for (const item of items)
    for (const hash of new Set(picturesOfItem(item).map((media) => media.hash)))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return counts;
});

import { BlockKey, DraftBlock } from "@twiza/contract";
import * as z from "zod";

const Words = z.strictObject({
  texts: z.record(BlockKey, DraftBlock),
  /** Those that were made from an original that has changed since. */
  outdated: z.array(BlockKey).max(101),
});
/** The words of a lesson as its author left them in one language, by the key of their place; `title` is the lesson's own. */
export type WrittenWords = z.infer<typeof Words>;

/** What `readArchive` reads the words of a course as that is being written; nothing for what they are not. */
export function writtenWords(json: unknown): WrittenWords | undefined {
  const words = Words.safeParse(json);
  return words.success ? words.data : undefined;
}

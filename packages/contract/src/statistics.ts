import * as z from "zod";
import { CourseId, Hash, ItemId } from "./id.ts";

const sum = z.number().nonnegative();
/**
 * What is added up of an item over first sittings, `x` being what an answer got of its whole (0 to 1) and `rest` what the same
 * sitting got of its other items (0 to 1): enough for facility and discrimination, and nobody is in it.
 */
const ItemSums = z.strictObject({
  /** Of its words and its key: what another test asked under this id may have been another thing. */
  print: z.string().regex(/^[0-9a-f]{16}$/),
  answers: z.int().positive(),
  x: sum,
  xx: sum,
  rest: sum,
  restRest: sum,
  xRest: sum,
  /** How many sittings held other items beside it: only they say anything about `rest`. */
  paired: z.int().nonnegative(),
  /** How often each option was chosen, by the name that its author gave it. */
  options: z.record(z.string(), z.int().positive()),
});
export type ItemSums = z.infer<typeof ItemSums>;

/** First sittings of one test, added up. The same test in several versions of a course is one: its blob is the same. */
export const TestSums = z.strictObject({
  courseId: CourseId,
  quiz: Hash,
  sittings: z.int().positive(),
  /** Sums of what sittings got, in items, where each held every item of the test. */
  whole: z.strictObject({ sittings: z.int().nonnegative(), total: sum, totals: sum }),
  items: z.record(ItemId, ItemSums),
});
export type TestSums = z.infer<typeof TestSums>;

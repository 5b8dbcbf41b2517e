import * as z from "zod";
import { CourseId, ItemId } from "./id.ts";
import { what } from "./operation.ts";

/** A figure between -1 and 1, to three places. */
const Figure = z.number().min(-1).max(1);

/** How an item does. Figures are told from 20 answers on; before that only how many there are. */
export const ItemStatistics = z.strictObject({
  itemId: ItemId,
  answers: z.int().nonnegative(),
  /** The part of the mark that people get on average, 0 to 1: what everybody knows has 1. */
  facility: Figure.optional(),
  /** How far those who do well otherwise do well here (Pearson's r of the item with the rest of the sitting). */
  discrimination: Figure.optional(),
  /** How often each option was chosen, where options are chosen. */
  options: z.array(z.strictObject({ id: z.string(), count: z.int().nonnegative() })),
});
export type ItemStatistics = z.infer<typeof ItemStatistics>;

export const statisticsWhat = what({
  readStatistics: {
    summary:
      "How the graded items of a course do, over the first sitting of each learner: only items that say today what was answered",
    params: z.strictObject({ courseId: CourseId }),
    reply: z.strictObject({
      /** First sittings of the test as it is published now. */
      sittings: z.int().nonnegative(),
      /** How far the test measures one thing (Cronbach's alpha), where every sitting has all of its items. */
      reliability: z.number().max(1).optional(),
      items: z.array(ItemStatistics),
    }),
    refusals: ["not_found"],
  },
});

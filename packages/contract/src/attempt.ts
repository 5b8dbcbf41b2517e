import * as z from "zod";
import { AttemptId, CourseId, ItemId, LearnerId } from "./id.ts";
import { Instant, isWritten, Percent } from "./text.ts";

/** A choice among options, or a number. */
export const Answer = z.union([
  z.strictObject({
    itemId: ItemId,
    options: z.array(z.string().max(8).refine(isWritten, { message: "control_characters" })).max(8),
  }),
  z.strictObject({ itemId: ItemId, number: z.number() }),
]);
export type Answer = z.infer<typeof Answer>;

/** One sitting of the graded quiz. */
export const Attempt = z.strictObject({
  id: AttemptId,
  learnerId: LearnerId,
  courseId: CourseId,
  version: z.int().positive(),
  number: z.int().positive(),
  itemIds: z.array(ItemId).min(1),
  startedAt: Instant,
  submittedAt: Instant.optional(),
  answers: z.array(Answer).max(200).optional(),
  percent: Percent.optional(),
});
export type Attempt = z.infer<typeof Attempt>;

import * as z from "zod";
import { Talk } from "./comment.what.ts";
import { BlockKey } from "./draft-block.ts";
import { AccountId, CourseId, LessonId } from "./id.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";

/** Somebody else in the lesson; `seconds` ago she was last heard of. */
const Other = z.strictObject({
  accountId: AccountId,
  name: PersonName,
  key: BlockKey.optional(),
  seconds: z.int().nonnegative(),
  isLeft: z.boolean(),
});
export type Other = z.infer<typeof Other>;

export const presenceWhat = what({
  attendLesson: {
    summary:
      "Say that one is in a lesson, and in which block, or that one leaves it; hear who else is, and how much is said",
    params: z.strictObject({ courseId: CourseId, lessonId: LessonId }),
    body: z.strictObject({ isLeft: z.boolean(), key: BlockKey.optional() }),
    reply: z.strictObject({ others: z.array(Other), talk: Talk }),
    refusals: ["not_found"],
  },
});

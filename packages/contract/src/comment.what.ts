import * as z from "zod";
import { Comment, CommentText } from "./comment.ts";
import { CourseOwner } from "./course.what.ts";
import { BlockKey } from "./draft-block.ts";
import { CommentId, CourseId, IntentId, LessonId } from "./id.ts";
import { what } from "./operation.ts";
import { PersonName } from "./person.ts";
import { ContentLanguageCode, PageToken } from "./text.ts";

const lesson = z.strictObject({ courseId: CourseId, lessonId: LessonId });

/** How much is said about a lesson; `rev` grows with every change of it, from 0. */
export const Talk = z.strictObject({
  comments: z.int().nonnegative(),
  open: z.int().nonnegative(),
  rev: z.int().nonnegative(),
});
export type Talk = z.infer<typeof Talk>;

const Said = z.strictObject({ comment: Comment, talk: Talk });
export type Said = z.infer<typeof Said>;

/** What becomes of a comment. Whatever it is already changes nothing. `rev` is that of the text that was seen. */
const CommentChange = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("say"), rev: z.int().positive(), text: CommentText }),
  z.strictObject({ do: z.literal("delete") }),
  z.strictObject({ do: z.literal("resolve") }),
  z.strictObject({ do: z.literal("reopen") }),
]);
export type CommentChange = z.infer<typeof CommentChange>;

/** An answer is about what its thread is about, whatever `key` and `language` say. */
const NewComment = z.strictObject({
  intentId: IntentId,
  threadId: CommentId.optional(),
  key: BlockKey.optional(),
  language: ContentLanguageCode.optional(),
  text: CommentText,
});

const Colleague = z.strictObject({
  accountId: CourseOwner.shape.accountId,
  name: PersonName,
  isOwner: z.boolean(),
});
export type Colleague = z.infer<typeof Colleague>;

export const commentWhat = what({
  listComments: {
    summary: "What is said about a lesson that is being written, oldest first, and by whom",
    params: lesson,
    reply: z.strictObject({
      comments: z.array(Comment),
      /** Everybody who speaks or is mentioned; who is no longer in the organisation has no name. */
      people: z.array(CourseOwner),
      talk: Talk,
    }),
    refusals: ["not_found"],
  },
  addComment: {
    summary:
      "Say something about a block, a lesson or in answer; whom it mentions, and who began the thread, is told",
    params: lesson,
    body: NewComment,
    status: 201,
    reply: Said,
    refusals: ["not_found", "comment.full", "comment.stranger", "intent.reused"],
  },
  changeComment: {
    summary: "Change or delete one's own comment; resolve a thread or open it again",
    params: lesson.extend({ commentId: CommentId }),
    body: z.strictObject({ intentId: IntentId, change: CommentChange }),
    reply: Said,
    refusals: ["not_found", "stale_write", "comment.stranger", "intent.reused"],
  },
  listColleagues: {
    summary: "Who can be mentioned in what is said about a course, its owners first",
    params: z.strictObject({ courseId: CourseId }),
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({ colleagues: z.array(Colleague), next: PageToken.optional() }),
    refusals: ["not_found"],
  },
});

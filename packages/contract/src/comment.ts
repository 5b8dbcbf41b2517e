import * as z from "zod";
import { Course } from "./course.ts";
import { DraftLesson } from "./draft.ts";
import { BlockKey } from "./draft-block.ts";
import { AccountId, CommentId, CourseId, LessonId, OrganisationId } from "./id.ts";
import { PersonName } from "./person.ts";
import { ContentLanguageCode, Instant, text } from "./text.ts";
import { COMMENT_LIMITS, mentionedIn } from "./together.ts";

/** What somebody says; people in it stand as `@` and their account. */
export const CommentText = text(COMMENT_LIMITS.characters).refine(
  (said) => mentionedIn(said).length <= COMMENT_LIMITS.mentions,
  { message: "mentions.many" },
);

/**
 * One thing said about a lesson that is being written. The first of a thread tells what the thread is about and whether it is
 * resolved; without a `key` that is the lesson as a whole, without a `language` all of them.
 */
export const Comment = z.strictObject({
  id: CommentId,
  /** The first of its thread; for that one its own id. */
  threadId: CommentId,
  key: BlockKey.optional(),
  language: ContentLanguageCode.optional(),
  by: AccountId,
  at: Instant,
  /** Grows with each change of the text, so that nobody overwrites what she has not seen. */
  rev: z.int().positive(),
  editedAt: Instant.optional(),
  /** None: its author has deleted it. */
  text: CommentText.optional(),
  resolved: z.strictObject({ by: AccountId, at: Instant }).optional(),
});
export type Comment = z.infer<typeof Comment>;

/** A comment as it is kept, beside its lesson. */
export const CommentRow = z.strictObject({
  organisationId: OrganisationId,
  courseId: CourseId,
  lessonId: LessonId,
  comment: Comment,
});
export type CommentRow = z.infer<typeof CommentRow>;

/** How much is said about a lesson: comments with those deleted, and threads that nobody has resolved. */
export const TalkRow = z.strictObject({
  organisationId: OrganisationId,
  courseId: CourseId,
  lessonId: LessonId,
  comments: z.int().nonnegative(),
  open: z.int().nonnegative(),
});
export type TalkRow = z.infer<typeof TalkRow>;

/** Somebody who is, or lately was, in a lesson; `key` is the block that she is in. */
export const PresenceRow = z.strictObject({
  organisationId: OrganisationId,
  courseId: CourseId,
  lessonId: LessonId,
  accountId: AccountId,
  name: PersonName,
  key: BlockKey.optional(),
  at: Instant,
  isLeft: z.boolean(),
});
export type PresenceRow = z.infer<typeof PresenceRow>;

/** Why a comment is somebody's business: she is mentioned in it, or it answers what she began. */
export const NOTICE_REASONS = ["mentioned", "answered"] as const;

/** That a comment is somebody's business. Its words stay where they are; what course and lesson were called then stands here. */
export const NoticeRow = z.strictObject({
  organisationId: OrganisationId,
  accountId: AccountId,
  commentId: CommentId,
  threadId: CommentId,
  courseId: CourseId,
  courseTitle: Course.shape.title,
  lessonId: LessonId,
  lessonTitle: DraftLesson.shape.title,
  key: BlockKey.optional(),
  language: ContentLanguageCode.optional(),
  reason: z.enum(NOTICE_REASONS),
  by: AccountId,
  at: Instant,
  readAt: Instant.optional(),
});
export type NoticeRow = z.infer<typeof NoticeRow>;
/** So long somebody is told of what was said, in days. */
export const NOTICE_DAYS = 180;

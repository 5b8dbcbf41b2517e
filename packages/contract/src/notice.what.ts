import * as z from "zod";
import { CommentText, NoticeRow } from "./comment.ts";
import { CourseOwner } from "./course.what.ts";
import { CommentId } from "./id.ts";
import { what } from "./operation.ts";
import { PageToken } from "./text.ts";

/** A comment that is somebody's business, as it reads now; without a text it was deleted. */
const Notice = NoticeRow.omit({ organisationId: true, accountId: true }).extend({
  text: CommentText.optional(),
});
export type Notice = z.infer<typeof Notice>;

/** How many a page holds; nobody is told of more that she has not read. */
export const NOTICES_PER_PAGE = 20;
const Unread = z.strictObject({ unread: z.int().min(0).max(NOTICES_PER_PAGE) });

export const noticeWhat = what({
  listNotices: {
    summary: "What colleagues have said to the person who asks, newest first",
    query: z.strictObject({ after: PageToken.optional() }),
    reply: z.strictObject({
      notices: z.array(Notice),
      /** Everybody who speaks or is mentioned there. */
      people: z.array(CourseOwner),
      next: PageToken.optional(),
    }),
  },
  countNotices: {
    summary: "How many of the newest of them are unread",
    reply: Unread,
  },
  readNotices: {
    summary: "Mark some of them as read, for good",
    body: z.strictObject({ commentIds: z.array(CommentId).min(1).max(NOTICES_PER_PAGE) }),
    reply: Unread,
  },
});

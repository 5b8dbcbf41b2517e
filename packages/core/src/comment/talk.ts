import {
  COMMENT_LIMITS,
  type Comment,
  type CommentChange,
  type Talk,
  type TalkRow,
} from "@twiza/contract";
import { type Act } from "../draft/place.ts";
import type { Kept } from "../store/index.ts";

/** How much is said about a lesson, before and after. */
export type Count = Pick<TalkRow, "comments" | "open">;
export const SILENCE: Count = { comments: 0, open: 0 };

export const isFull = ({ comments }: Count): boolean => comments >= COMMENT_LIMITS.perLesson;

/** How much is said once one more comment is there: an answer opens its thread again, so that it is read. */
export const withOneMore = (count: Count, thread: Comment | undefined): Count => ({
  comments: count.comments + 1,
  open: count.open + (thread && !thread.resolved ? 0 : 1),
});

/** The thread as an answer leaves it. */
export function reopened(thread: Comment): Comment {
  const { resolved: _, ...open } = thread;
  return thread.resolved ? open : thread;
}

const isFirst = ({ id, threadId }: Comment): boolean => id === threadId;

/** How many threads are open more than before, when a comment has changed. */
export const opening = (before: Comment, after: Comment): -1 | 0 | 1 => {
  if (!isFirst(after) || Boolean(before.resolved) === Boolean(after.resolved)) return 0;
  return after.resolved ? -1 : 1;
};

/** Why a comment cannot be changed so: it is another's, or gone, or no thread; or it says by now what was not seen. */
export type No = "not_found" | "stale_write";

/**
 * A comment after a change; itself when it is so already. Only its author changes or deletes it. Who deletes what a thread began
 * with needs no answer any more, so that it is resolved; the answers stay.
 */
export function changed(comment: Comment, change: CommentChange, { by, at }: Act): Comment | No {
  const own = comment.by === by;
  switch (change.do) {
    case "say":
      if (!own || comment.text === undefined) return "not_found";
      if (comment.text === change.text) return comment;
      if (comment.rev !== change.rev) return "stale_write";
      return { ...comment, text: change.text, rev: comment.rev + 1, editedAt: at };
    case "delete": {
      if (!own) return "not_found";
      if (comment.text === undefined) return comment;
      const { text: _, ...rest } = comment;
      const gone = { ...rest, rev: comment.rev + 1 };
      return isFirst(comment) ? { ...gone, resolved: comment.resolved ?? { by, at } } : gone;
    }
    case "resolve":
      if (!isFirst(comment)) return "not_found";
      return comment.resolved ? comment : { ...comment, resolved: { by, at } };
    case "reopen":
      return isFirst(comment) ? reopened(comment) : "not_found";
  }
}

/** As it is told. */
export const talkOf = (kept: Kept<TalkRow> | undefined): Talk => ({
  comments: kept?.value.comments ?? 0,
  open: kept?.value.open ?? 0,
  rev: kept?.revision ?? 0,
});

import type {
  Comment,
  CommentChange,
  CommentId,
  Course,
  CourseId,
  IntentId,
  LessonId,
  Said,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { heldLesson } from "../draft/rows.ts";
import { type Decision, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { Write } from "../store/index.ts";
import { saidOf } from "./add-comment.ts";
import { colleaguesAmong, mentioned } from "./mentions.ts";
import { listenersOf, noticeFor } from "./notify.ts";
import { courseToDiscuss, FRESH, lessonPlace, retold, rowOf, SHOWN } from "./place.ts";
import { changed, opening, talkOf } from "./talk.ts";

type Asked = {
  readonly courseId: CourseId;
  readonly lessonId: LessonId;
  readonly commentId: CommentId;
  readonly body: { readonly intentId: IntentId; readonly change: CommentChange };
};

/**
 * Changes or deletes one's own comment, resolves a thread or opens it again. Whoever is mentioned anew is told.
 * @throws Refused `not_found` also for another's comment, `stale_write`, `comment.stranger`
 */
export function changeComment(deps: Deps, principal: Principal, asked: Asked): Promise<Said> {
  const { courseId, lessonId, commentId, body } = asked;
  const operation = `comment.change ${courseId} ${lessonId} ${commentId}`;
  return onceOf(
    deps,
    { principal, operation, request: body },
    {
      work: async () => change(deps, principal, asked),
      now: async () => {
        const course = await courseToDiscuss(deps, principal, courseId);
        return saidOf(deps, lessonPlace(course, lessonId), commentId);
      },
    },
  );
}

async function change(
  deps: Deps,
  principal: Principal,
  { courseId, lessonId, commentId, body }: Asked,
): Promise<Decision<Said>> {
  const course = await courseToDiscuss(deps, principal, courseId);
  const of = lessonPlace(course, lessonId);
  const { comments } = deps.store;
  const [kept, talkKept] = await Promise.all([
    comments.byId(of, commentId, FRESH),
    comments.talk(of),
  ]);
  const { value, revision } = found(kept);
  const before = value.comment;
  const at = deps.clock.now().toISOString();
  const after = changed(before, body.change, { by: principal.accountId, at });
  if (typeof after === "string") throw new Refused(after);
  if (after === before) return { reply: { comment: after, talk: talkOf(talkKept) }, writes: [] };
  const { talk, write } = retold(deps, of, {
    kept: talkKept,
    to: ({ comments: count, open }) => ({
      comments: count,
      open: Math.max(0, open + opening(before, after)),
    }),
  });
  const told = await tellAnew(deps, course, { before, after, lessonId, at });
  return {
    reply: { comment: after, talk },
    writes: [comments.put(rowOf(of, after), revision), write, ...told],
  };
}

async function tellAnew(
  deps: Deps,
  course: Course,
  {
    before,
    after,
    lessonId,
    at,
  }: { before: Comment; after: Comment; lessonId: LessonId; at: string },
): Promise<Write[]> {
  const known = mentioned(before.text);
  const anew = mentioned(after.text).filter((id) => !known.includes(id));
  const mentions = await colleaguesAmong(deps, course, anew);
  const who = listenersOf({ mentions, by: after.by });
  if (who.length === 0) return [];
  const of = lessonPlace(course, lessonId);
  const { row } = await heldLesson(deps, course, { lessonId, how: SHOWN });
  const thread = found(await deps.store.comments.byId(of, after.threadId, SHOWN)).value.comment;
  const about = { of, course, lesson: row.lesson, thread, at };
  const notices = who.map((one) => noticeFor(deps, one, { ...about, comment: after }));
  return (await Promise.all(notices)).flat();
}

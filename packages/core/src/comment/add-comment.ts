import {
  type Comment,
  CommentId,
  type CommentRow,
  type Course,
  type CourseId,
  ID_PREFIXES,
  type IntentId,
  type ContentLanguage,
  type LessonId,
  type Said,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { heldLesson } from "../draft/rows.ts";
import { type Decision, onceOf } from "../intent.ts";
import type { Principal } from "../principal.ts";
import { found, Refused } from "../refused.ts";
import type { DraftLessonOf, Kept } from "../store/index.ts";
import { colleaguesAmong, isColleague, mentioned } from "./mentions.ts";
import { listenersOf, noticeFor } from "./notify.ts";
import { courseToDiscuss, FRESH, lessonPlace, retold, rowOf, SHOWN } from "./place.ts";
import { isFull, reopened, SILENCE, talkOf, withOneMore } from "./talk.ts";

type Wish = {
  readonly intentId: IntentId;
  readonly threadId?: CommentId | undefined;
  readonly key?: string | undefined;
  readonly language?: ContentLanguage | undefined;
  readonly text: string;
};
type Asked = { readonly courseId: CourseId; readonly lessonId: LessonId; readonly body: Wish };

/** A comment is called by the wish that brought it, so that its author's page knows its name before the server does. */
const idOf = (intentId: IntentId): CommentId =>
  CommentId.parse(`${ID_PREFIXES.comment}_${intentId.replaceAll("-", "")}`);

/**
 * Says something about a lesson or one of its blocks, or answers. A block that the lesson does not have is none the worse: it may
 * not have been saved yet, or be gone.
 * @throws Refused `not_found`, `comment.full`, `comment.stranger`
 */
export function addComment(
  deps: Deps,
  principal: Principal,
  { courseId, lessonId, body }: Asked,
): Promise<Said> {
  const operation = `comment.add ${courseId} ${lessonId}`;
  return onceOf(
    deps,
    { principal, operation, request: body },
    {
      work: async () => add(deps, principal, { courseId, lessonId, body }),
      now: async () => {
        const course = await courseToDiscuss(deps, principal, courseId);
        return saidOf(deps, lessonPlace(course, lessonId), idOf(body.intentId));
      },
    },
  );
}

/** A comment as it is by now. @throws Refused `not_found` */
export async function saidOf(deps: Deps, of: DraftLessonOf, id: CommentId): Promise<Said> {
  const [kept, talk] = await Promise.all([
    deps.store.comments.byId(of, id, FRESH),
    deps.store.comments.talk(of),
  ]);
  return { comment: found(kept).value.comment, talk: talkOf(talk) };
}

async function add(
  deps: Deps,
  principal: Principal,
  { courseId, lessonId, body }: Asked,
): Promise<Decision<Said>> {
  const course = await courseToDiscuss(deps, principal, courseId);
  const of = lessonPlace(course, lessonId);
  const { row: lesson } = await heldLesson(deps, course, { lessonId, how: SHOWN });
  const [thread, kept] = await Promise.all([
    threadOf(deps, of, body.threadId),
    deps.store.comments.talk(of),
  ]);
  if (isFull(kept?.value ?? SILENCE)) throw new Refused("comment.full");
  const at = deps.clock.now().toISOString();
  const { text, key, language } = body;
  const id = idOf(body.intentId);
  const comment: Comment = {
    ...{ id, threadId: thread?.value.comment.id ?? id, by: principal.accountId, at, rev: 1, text },
    ...(key && !thread ? { key } : {}),
    ...(language && !thread ? { language } : {}),
  };
  const first = thread?.value.comment;
  const { talk, write } = retold(deps, of, { kept, to: (count) => withOneMore(count, first) });
  const about = { of, course, lesson: lesson.lesson, comment, at };
  const told = await listeners(deps, course, { comment, first });
  const notices = told.map((who) => noticeFor(deps, who, { ...about, thread: first ?? comment }));
  const { comments } = deps.store;
  const writes = [
    comments.put(rowOf(of, comment), "absent"),
    ...(thread && first?.resolved
      ? [comments.put(rowOf(of, reopened(first)), thread.revision)]
      : []),
    write,
    ...(await Promise.all(notices)).flat(),
  ];
  return { reply: { comment, talk }, writes };
}

/** The thread that is answered, which must be one. @throws Refused `not_found` */
async function threadOf(
  deps: Deps,
  of: DraftLessonOf,
  id: CommentId | undefined,
): Promise<Kept<CommentRow> | undefined> {
  if (!id) return undefined;
  const kept = found(await deps.store.comments.byId(of, id, FRESH));
  return found(kept.value.comment.threadId === id ? kept : undefined);
}

/** Who began the thread is told as long as she still belongs here. */
async function listeners(
  deps: Deps,
  course: Course,
  { comment, first }: { readonly comment: Comment; readonly first: Comment | undefined },
) {
  const mentions = await colleaguesAmong(deps, course, mentioned(comment.text));
  const { by } = comment;
  const isTold = first && first.by !== by && (await isColleague(deps, course, first.by));
  return listenersOf({ mentions, began: isTold ? first.by : undefined, by });
}

import type { AccountId, Comment, Course, NoticeRow } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Lesson } from "../draft/place.ts";
import type { DraftLessonOf, Write } from "../store/index.ts";

type About = {
  readonly of: DraftLessonOf;
  readonly course: Course;
  readonly lesson: Pick<Lesson, "title">;
  /** The first of the thread: what it is about. */
  readonly thread: Comment;
  readonly comment: Comment;
  readonly at: string;
};

/** Tells somebody of a comment, once: whoever knows of it already is not told again. */
export async function noticeFor(
  deps: Deps,
  { accountId, reason }: Pick<NoticeRow, "accountId" | "reason">,
  { of, course, lesson, thread, comment, at }: About,
): Promise<Write[]> {
  const { organisationId, courseId, lessonId } = of;
  const place = { organisationId, accountId, commentId: comment.id };
  if (await deps.store.notices.byId(place)) return [];
  const row: NoticeRow = {
    ...place,
    threadId: thread.id,
    courseId,
    courseTitle: course.title,
    lessonId,
    lessonTitle: lesson.title,
    ...(thread.key ? { key: thread.key } : {}),
    ...(thread.language ? { language: thread.language } : {}),
    reason,
    by: comment.by,
    at,
  };
  return [deps.store.notices.put(row, "absent")];
}

/** Those who are mentioned, and who began the thread; nobody is told of what she says herself. */
export const listenersOf = ({
  mentions,
  began,
  by,
}: {
  readonly mentions: readonly AccountId[];
  readonly began?: AccountId | undefined;
  readonly by: AccountId;
}): readonly Pick<NoticeRow, "accountId" | "reason">[] => [
  ...mentions
    .filter((id) => id !== by)
    .map((accountId) => ({ accountId, reason: "mentioned" as const })),
  ...(began && began !== by && !mentions.includes(began)
    ? [{ accountId: began, reason: "answered" as const }]
    : []),
];

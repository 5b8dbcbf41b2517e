import type { CourseId, LessonId, Other, Talk } from "@twiza/contract";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { courseToDiscuss, lessonPlace } from "./place.ts";
import { isNews, othersAmong } from "./presence.ts";
import { talkOf } from "./talk.ts";

type Asked = {
  readonly courseId: CourseId;
  readonly lessonId: LessonId;
  readonly body: { readonly isLeft: boolean; readonly key?: string | undefined };
};

/**
 * Keeps that somebody is in a lesson and tells her who else is, and how much is said, so that she asks for comments only when
 * there is something new. @throws Refused `not_found`
 */
export async function attendLesson(
  deps: Deps,
  principal: Principal,
  { courseId, lessonId, body }: Asked,
): Promise<{ others: Other[]; talk: Talk }> {
  const course = await courseToDiscuss(deps, principal, courseId);
  const of = lessonPlace(course, lessonId);
  const { people, talk } = await deps.store.presence.ofLesson(of);
  const { accountId } = principal;
  const now = deps.clock.now();
  const known = people.find((one) => one.accountId === accountId);
  if (isNews(known, body, now))
    await deps.store.presence.keep({
      ...of,
      ...{ accountId, name: principal.name.slice(0, 120), at: now.toISOString() },
      isLeft: body.isLeft,
      ...(body.key ? { key: body.key } : {}),
    });
  return { others: othersAmong(people, accountId, now), talk: talkOf(talk) };
}

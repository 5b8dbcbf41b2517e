import type { Colleague, Comment, CourseId, CourseOwner, LessonId, Talk } from "@twiza/contract";
import { nextOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import type { After } from "../store/index.ts";
import { mayHear, mentioned } from "./mentions.ts";
import { courseToDiscuss, lessonPlace, peopleOf } from "./place.ts";
import { talkOf } from "./talk.ts";

/** All that is said about a lesson, and what everybody in it is called today. @throws Refused `not_found` */
export async function listComments(
  deps: Deps,
  principal: Principal,
  { courseId, lessonId }: { readonly courseId: CourseId; readonly lessonId: LessonId },
): Promise<{ comments: Comment[]; people: CourseOwner[]; talk: Talk }> {
  const course = await courseToDiscuss(deps, principal, courseId);
  const { comments: kept, talk } = await deps.store.comments.ofLesson(
    lessonPlace(course, lessonId),
  );
  const comments = kept.map(({ value }) => value.comment);
  const everybody = comments.flatMap(({ by, text, resolved }) => [
    by,
    ...mentioned(text),
    ...(resolved ? [resolved.by] : []),
  ]);
  const people = await peopleOf(deps, course.organisationId, everybody);
  return { comments, people, talk: talkOf(talk) };
}

/** Who may be mentioned: owners first, by name within a page. @throws Refused `not_found` */
export async function listColleagues(
  deps: Deps,
  principal: Principal,
  { courseId, after }: { readonly courseId: CourseId; readonly after?: After },
): Promise<{ colleagues: Colleague[]; next?: string }> {
  const course = await courseToDiscuss(deps, principal, courseId);
  const page = await deps.store.people.members(course.organisationId, after);
  const colleagues = page.values
    .map(({ value }) => value)
    .filter((member) => mayHear(member, course))
    .map(({ accountId, name }) => ({
      accountId,
      name,
      isOwner: course.ownerIds.includes(accountId),
    }))
    .sort((a, b) => Number(b.isOwner) - Number(a.isOwner) || a.name.localeCompare(b.name));
  return { colleagues, ...nextOf(page) };
}

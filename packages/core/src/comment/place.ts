import type {
  AccountId,
  Comment,
  CommentRow,
  Course,
  CourseId,
  LessonId,
  Talk,
  TalkRow,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { subjectOf } from "../course/course.ts";
import { nameOfMember } from "../course/owners-of.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { DraftLessonOf, Freshness, Kept, Write } from "../store/index.ts";
import { type Count, SILENCE, talkOf } from "./talk.ts";

/** What is shown may be a moment old. */
export const SHOWN: Freshness = { fresh: false };
export const FRESH: Freshness = { fresh: true };

/** The course, to whoever may speak about it. @throws Refused `not_found` */
export async function courseToDiscuss(
  deps: Deps,
  principal: Principal,
  courseId: CourseId,
): Promise<Course> {
  const organisationId = found(principal.organisationId);
  const { value } = found(await deps.store.courses.byId(organisationId, courseId, SHOWN));
  authorise(principal, "course:comment", subjectOf(value, principal));
  return value;
}

export const lessonPlace = ({ organisationId, id }: Course, lessonId: LessonId): DraftLessonOf => ({
  organisationId,
  courseId: id,
  lessonId,
});

export const rowOf = (of: DraftLessonOf, comment: Comment): CommentRow => ({
  organisationId: of.organisationId,
  courseId: of.courseId,
  lessonId: of.lessonId,
  comment,
});

/** The write that tells how much is said by now, and what will be told of it. */
export function retold(
  deps: Deps,
  of: DraftLessonOf,
  { kept, to }: { readonly kept: Kept<TalkRow> | undefined; readonly to: (count: Count) => Count },
): { readonly talk: Talk; readonly write: Write } {
  const { organisationId, courseId, lessonId } = of;
  const { comments, open } = to(kept?.value ?? SILENCE);
  const value = { organisationId, courseId, lessonId, comments, open };
  return {
    talk: talkOf({ value, revision: (kept?.revision ?? 0) + 1 }),
    write: deps.store.comments.putTalk(value, kept?.revision ?? "absent"),
  };
}

/** What these people are called today, each once. Who is no longer in the organisation has no name. */
export const peopleOf = (
  deps: Deps,
  organisationId: Course["organisationId"],
  accountIds: Iterable<AccountId>,
) =>
  Promise.all(
    [...new Set(accountIds)].map(async (accountId) => {
      const name = await nameOfMember(deps, organisationId, accountId);
      return { accountId, ...(name === undefined ? {} : { name }) };
    }),
  );

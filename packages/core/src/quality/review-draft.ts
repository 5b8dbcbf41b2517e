import { type CourseId, type Finding, LessonId, type LessonReview } from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { readManifest, readQuiz } from "../course/content.ts";
import { subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { outlineFrom } from "../draft/derive.ts";
import { namedIn } from "../draft/outline.ts";
import { draftOf } from "../draft/rows.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { reviewLesson } from "./review-lesson.ts";
import { findingsOfTest } from "./quiz.ts";

/** What is shown may be a moment old. */
const SHOWN = { fresh: false };

type Asked = {
  readonly courseId: CourseId;
  /** Names of lessons with commas between them. */
  readonly lessons?: string | undefined;
  /** Scheme and host of the site, to know a link to a page of ours. */
  readonly origin: string;
};

/**
 * What is not yet good in some lessons of a draft, and what each weighs as it stands. The whole of a course is asked for in parts,
 * since each lesson is read in all its languages. Nothing is written.
 * @throws Refused `not_found`
 */
export async function reviewDraft(
  deps: Deps,
  principal: Principal,
  { courseId, lessons, origin }: Asked,
): Promise<{ lessons: LessonReview[]; test: Finding[] }> {
  const organisationId = found(principal.organisationId);
  const { value: course } = found(await deps.store.courses.byId(organisationId, courseId, SHOWN));
  authorise(principal, "course:read", subjectOf(course, principal));
  const outline = await deps.store.drafts.outline(draftOf(course), SHOWN);
  const now = await readManifest(deps, course.draft.content.manifest);
  const first = outline?.value.origin ?? course.draft.content.manifest;
  const order = outline?.value.outline ?? outlineFrom(course, now);
  const about = { course, now, first, order, host: new URL(origin).host };
  const wanted = (lessons?.split(",") ?? []).map((id) => LessonId.parse(id));
  const named = new Set(namedIn(order));
  const [reviews, quiz] = await Promise.all([
    Promise.all(wanted.filter((id) => named.has(id)).map((id) => reviewLesson(deps, about, id))),
    readQuiz(deps, course.draft.content.quiz),
  ]);
  return {
    lessons: reviews.flatMap((review) => review ?? []),
    test: [...findingsOfTest(quiz, now.passMarkPercent)],
  };
}

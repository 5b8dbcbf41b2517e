import {
  type CompetencyId,
  type Course,
  type CourseId,
  type Finding,
  languagesWith,
  LessonId,
  type LessonReview,
  type Manifest,
  type Quiz,
} from "@twiza/contract";
import { authorise } from "../authorise.ts";
import { readManifest, readQuiz } from "../course/content.ts";
import { competenciesIn, criteriaIn, knownCompetencies } from "../course/name-competencies.ts";
import { subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import { outlineFrom } from "../draft/derive.ts";
import { namedIn } from "../draft/outline.ts";
import { draftOf } from "../draft/rows.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import { findingsOfAssignments } from "./assignments.ts";
import { findingsOfChecklists } from "./checklists.ts";
import { reviewLesson } from "./review-lesson.ts";
import { findingsOfTest } from "./quiz.ts";

/** Competencies that items or criteria name and no framework has any more: learners meet what is published all the same. */
async function competenciesGone(
  deps: Deps,
  { organisationId }: Course,
  { manifest, quiz }: { readonly manifest: Manifest; readonly quiz: Quiz },
): Promise<Finding[]> {
  if (competenciesIn(manifest, quiz).length === 0) return [];
  const known = await knownCompetencies(deps, organisationId);
  const isGone = ({ competencies = [] }: { competencies?: CompetencyId[] | undefined }) =>
    competencies.some((id) => !known.has(id));
  const criteria = criteriaIn(manifest);
  const code = "competency_gone";
  return [
    ...quiz.items.flatMap((item, at) =>
      isGone(item) ? [{ code, item: at + 1, blocks: false } as const] : [],
    ),
    ...(criteria.some(isGone) ? [{ code, blocks: false } as const] : []),
  ];
}

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
    test: [
      ...findingsOfTest(quiz, now.passMarkPercent),
      ...(await competenciesGone(deps, course, { manifest: now, quiz })),
      ...findingsOfChecklists(now, languagesWith(now.otherLanguages)),
      ...findingsOfAssignments(now, languagesWith(now.otherLanguages)),
    ],
  };
}

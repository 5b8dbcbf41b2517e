import {
  type ContentLanguage,
  type Course,
  type CourseId,
  type Draft,
  type DraftLine,
  type DraftOutline,
  languagesWith,
  type LessonId,
  type LessonRow,
  type Manifest,
  type OpenLesson,
} from "@twiza/contract";
import { authorise, may } from "../authorise.ts";
import { readManifest } from "../course/content.ts";
import { subjectOf } from "../course/course.ts";
import type { Deps } from "../deps.ts";
import type { Principal } from "../principal.ts";
import { found } from "../refused.ts";
import type { Freshness, Kept } from "../store/index.ts";
import { lessonIn, outlineFrom } from "./derive.ts";
import { namedIn } from "./outline.ts";
import { derivedLesson, draftOf, type Held, heldWords, openLessonOf } from "./rows.ts";
import { lineOf, lineOfManifest } from "./standing.ts";

/** What is shown may be a moment old; whoever writes says what she saw. */
const SHOWN = { fresh: false };

type Asked = {
  readonly courseId: CourseId;
  readonly lessonId: LessonId;
  readonly language: ContentLanguage;
  readonly beside?: ContentLanguage | undefined;
  /** As it was written last, at twice the price; without it the last moment may be missing. */
  readonly how?: Freshness;
};

/** A course as it is being written, with how far each language is. @throws Refused `not_found` */
export async function readDraft(
  deps: Deps,
  principal: Principal,
  { courseId, how = SHOWN }: Pick<Asked, "courseId" | "how">,
): Promise<Draft> {
  const organisationId = found(principal.organisationId);
  const { value: course } = found(await deps.store.courses.byId(organisationId, courseId, how));
  authorise(principal, "course:read", subjectOf(course, principal));
  const { outline, lessons } = await deps.store.drafts.all(draftOf(course), how);
  const origin = outline?.value.origin ?? course.draft.content.manifest;
  const [manifest, now] = await Promise.all([
    readManifest(deps, origin),
    readManifest(deps, course.draft.content.manifest),
  ]);
  const order = outline?.value.outline ?? outlineFrom(course, manifest);
  return draftFrom({ course, principal, manifest, now, outline: order, lessons });
}

type Parts = {
  readonly course: Course;
  readonly principal: Principal;
  /** Where lessons without a row stand. */
  readonly manifest: Manifest;
  /** Its settings. */
  readonly now: Manifest;
  readonly outline: DraftOutline;
  readonly lessons: ReadonlyMap<LessonId, Pick<Kept<LessonRow>, "value">>;
};

/** A draft as its author sees it. Pure. */
export function draftFrom({ course, principal, manifest, now, outline, lessons }: Parts): Draft {
  const { sourceLanguage: source, otherLanguages } = now;
  const languages = languagesWith(otherLanguages);
  const lineFor = (id: LessonId): DraftLine[] => {
    const row = lessons.get(id);
    if (row) return [lineOf(row.value.lesson, { source, languages })];
    const before = lessonIn(manifest, id);
    return before ? [lineOfManifest(before, { changedAt: course.draft.changedAt, languages })] : [];
  };
  return {
    outline,
    sourceLanguage: source,
    ...(otherLanguages ? { otherLanguages } : {}),
    lessons: namedIn(outline).flatMap(lineFor),
    mayEdit: may(principal, "course:edit", subjectOf(course, principal)),
  };
}

/**
 * One lesson that is being written. Whoever may read one draft of her organisation may read all, so that a lesson with a row of
 * its own is opened without its course.
 * @throws Refused `not_found`
 */
export async function readDraftLesson(
  deps: Deps,
  principal: Principal,
  { language, beside = language, how = SHOWN, ...asked }: Asked,
): Promise<OpenLesson> {
  const organisationId = found(principal.organisationId);
  const kept = await deps.store.drafts.lesson({ organisationId, ...asked }, how);
  const held: Held<LessonRow> = kept
    ? { row: kept.value, expected: kept.revision }
    : { row: await lessonOfCourse(deps, principal, { ...asked, how }), expected: "absent" };
  authorise(principal, "course:read", { organisationId: held.row.organisationId });
  const rows = [...new Set([language, beside])].map(async (each) => {
    const words = await heldWords(deps, held, { language: each, how });
    return words.row;
  });
  return openLessonOf(held.row, await Promise.all(rows));
}

async function lessonOfCourse(
  deps: Deps,
  principal: Principal,
  { courseId, lessonId, how }: Pick<Asked, "courseId" | "lessonId"> & { readonly how: Freshness },
): Promise<LessonRow> {
  const organisationId = found(principal.organisationId);
  const { value: course } = found(await deps.store.courses.byId(organisationId, courseId, how));
  authorise(principal, "course:read", subjectOf(course, principal));
  return derivedLesson(deps, course, { lessonId, how });
}

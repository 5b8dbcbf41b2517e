import {
  type Course,
  type CourseId,
  type Hash,
  type ContentLanguage,
  type LessonId,
  type LessonRow,
  type Manifest,
} from "@twiza/contract";
import type { Deps } from "../deps.ts";
import { found } from "../refused.ts";
import type { Kept, Write } from "../store/index.ts";
import { lessonIn } from "./derive.ts";
import { inSource } from "./in-source.ts";
import { type Act, mayBeSaidIn } from "./place.ts";
import { type Held, heldWords, rowFrom } from "./rows.ts";

const FRESH = { fresh: true };

/** The draft that is copied from: its rows, and where lessons without one stand. */
export type CopiedFrom = {
  readonly course: Course;
  readonly lessons: ReadonlyMap<LessonId, Kept<LessonRow>>;
  readonly begun: { readonly manifest: Manifest; readonly origin: Hash };
};
type Wish = {
  readonly id: LessonId;
  readonly as: LessonId;
  readonly act: Act;
  /** Another course of the same organisation; without it the copy stays in its own. */
  readonly into?: { readonly courseId: CourseId; readonly source: ContentLanguage };
};
/** A lesson that comes new to a draft, with what has to be written. */
export type New = { readonly row: LessonRow; readonly writes: readonly Write[] };

/**
 * A lesson once more. Words that still are those of its origin stay there for both. What nobody has chosen between stays with the
 * original, and so does its bin when the copy goes elsewhere.
 */
export async function copyOfLesson(
  deps: Deps,
  { course, lessons, begun }: CopiedFrom,
  { id, as, act, into }: Wish,
): Promise<New> {
  const kept = lessons.get(id);
  const held: Held<LessonRow> = kept
    ? { row: kept.value, expected: kept.revision }
    : {
        row: await rowFrom(deps, course, { ...begun, lesson: found(lessonIn(begun.manifest, id)) }),
        expected: "absent",
      };
  const row = rowAs(held.row, { id: as, act, into });
  const words = await Promise.all(
    mayBeSaidIn(held.row.lesson, held.row.sourceLanguage).map((language) =>
      heldWords(deps, held, { language, how: FRESH }),
    ),
  );
  const own = words.filter(({ expected }) => expected !== "absent");
  const { courseId } = row.lesson;
  return {
    row,
    writes: [
      deps.store.drafts.putLesson(row, "absent"),
      ...own.map(({ row: { organisationId, words: said } }) =>
        deps.store.drafts.putWords(
          { organisationId, words: { ...said, courseId, lessonId: as, seconds: [] } },
          "absent",
        ),
      ),
    ],
  };
}

function rowAs(
  row: LessonRow,
  { id, act, into }: Pick<Wish, "act"> & { readonly id: LessonId; readonly into: Wish["into"] },
): LessonRow {
  const lesson = { ...row.lesson, id, changedAt: act.at, changedBy: act.by };
  if (!into) return { ...row, lesson };
  const { courseId, source } = into;
  const moved = inSource(lesson, { from: row.sourceLanguage, to: source });
  return { ...row, sourceLanguage: source, lesson: { ...moved, courseId, bin: [] } };
}

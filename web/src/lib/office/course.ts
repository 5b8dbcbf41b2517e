import type { CourseDifference, CourseLine, Manifest } from "@twiza/contract";
import type { ContentLanguage, Localized } from "@twiza/contract/where";

/** The three chips of a course. */
export type CourseState = "live" | "changed" | "draft";

export function stateOf(course: Pick<CourseLine, "version" | "unpublishedChanges">): CourseState {
  if (course.version === undefined) return "draft";
  return course.unpublishedChanges ? "changed" : "live";
}

export const isUnchanged = (difference: CourseDifference): boolean =>
  !difference.settingsChanged &&
  !difference.quizChanged &&
  !difference.checklistsChanged &&
  !difference.assignmentsChanged &&
  difference.lessonsAdded + difference.lessonsChanged + difference.lessonsRemoved === 0;

/** The lessons that nobody can read yet in the language the course was written in: they keep it from being published. */
export const unwrittenLessons = (draft: Manifest): readonly Localized[] =>
  lessonsOf(draft)
    .filter(({ bodies }) => bodies[draft.sourceLanguage] === undefined)
    .map(({ title }) => title);

/** How many of the lessons can be read in a language. */
export const lessonsIn = (draft: Manifest, language: ContentLanguage): number =>
  lessonsOf(draft).filter(({ bodies }) => bodies[language] !== undefined).length;

export const lessonsOf = (draft: Manifest): Manifest["modules"][number]["lessons"] =>
  draft.modules.flatMap(({ lessons }) => lessons);

import type { LessonBody, Manifest, ManifestLesson } from "@twiza/contract";
import { type ContentLanguage, inLanguage } from "@twiza/contract/where";
import { readLesson } from "../content.ts";
import { i18n, t } from "../i18n.svelte.ts";
import { Problem } from "../problem.ts";
import { type CourseAtHand, courseAtHand, openCourse } from "./course.ts";
import { lessonsOf } from "./progress.ts";

/** A lesson where it stands in its course. */
export type LessonAtHand = CourseAtHand & {
  readonly lesson: ManifestLesson;
  readonly module: Manifest["modules"][number];
  /** From 1, over the whole course. */
  readonly number: number;
  readonly body: LessonBody;
};

/**
 * Opens a lesson in the language nearest to the reader's. From one lesson to the next the course is not asked for again.
 * @throws Problem `not_found` when the course has no such lesson
 */
export async function openLesson(courseId: string, lessonId: string): Promise<LessonAtHand> {
  const course = courseAtHand(courseId) ?? (await openCourse(courseId));
  const lessons = lessonsOf(course.manifest);
  const lesson = lessons.find(({ id }) => id === lessonId);
  const module = course.manifest.modules.find((each) => lesson && each.lessons.includes(lesson));
  if (!lesson || !module)
    throw new Problem({
      code: "not_found",
      title: t("error.notFound"),
      detail: t("error.notFound.mend"),
    });
  const body = await readLesson(bodyIn(lesson, i18n.language, i18n.reading)).catch((why: unknown) =>
    import("./handed.ts").then(({ bodyHere }) => bodyHere(lesson, why)),
  );
  const number = lessons.indexOf(lesson) + 1;
  return { ...course, lesson, module, number, body };
}

/** The blob of a lesson in the language that is read, or in the nearest one it exists in. */
export function bodyIn(
  { bodies }: Pick<ManifestLesson, "bodies">,
  language: ContentLanguage,
  reading?: ContentLanguage,
): string {
  const { text: body } = inLanguage(bodies, language, reading);
  return body && body.hash;
}

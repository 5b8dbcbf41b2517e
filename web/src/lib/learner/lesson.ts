import type { LessonBody, Manifest, ManifestLesson } from "@twiza/contract";
import { inLanguage, type Language, type Localized } from "@twiza/contract/where";
import { readLesson } from "../content.ts";
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
export async function openLesson(
  { courseId, lessonId }: { courseId: string; lessonId: string },
  wanted: { language: Language; title: string; detail: string },
): Promise<LessonAtHand> {
  const course = courseAtHand(courseId) ?? (await openCourse(courseId));
  const lessons = lessonsOf(course.manifest);
  const lesson = lessons.find(({ id }) => id === lessonId);
  const module = course.manifest.modules.find((each) => lesson && each.lessons.includes(lesson));
  if (!lesson || !module) throw new Problem({ code: "not_found", ...wanted });
  const body = await readLesson(bodyIn(lesson, wanted.language)).catch((why: unknown) =>
    import("./handed.ts").then(({ bodyHere }) => bodyHere(lesson, why)),
  );
  const number = lessons.indexOf(lesson) + 1;
  return { ...course, lesson, module, number, body };
}

/** The blob of a lesson in a language, or in the nearest one it exists in. */
export function bodyIn({ bodies }: Pick<ManifestLesson, "bodies">, language: Language): string {
  const hashes: Localized = {
    ar: bodies.ar?.hash,
    fr: bodies.fr?.hash,
    zgh: bodies.zgh?.hash,
    en: bodies.en?.hash,
  };
  return inLanguage(hashes, language).text;
}

import { bringReading } from "../packs/bring.ts";
import { openCourse } from "./course.ts";

/**
 * Opens a course for a page of its own, with the choice of the language that is read where it is written in others than ours. That
 * stands above the rest, and must not push it down later. @throws as `openCourse`
 */
export async function openCoursePage(courseId: string) {
  const course = await openCourse(courseId);
  return { ...course, Reading: course.manifest.otherLanguages && (await bringReading()) };
}

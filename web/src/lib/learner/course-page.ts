import { bringReading } from "../packs/bring.ts";
import { type CourseAtHand, openCourse } from "./course.ts";

/**
 * Opens a course for a page of its own, with the choice of the language that is read where it is written in others than ours, which
 * stands above the rest and must not push it down later, and with what people judged: without network that waits, all else is there.
 * @throws as `openCourse`
 */
export async function openCoursePage(courseId: string) {
  const course = await openCourse(courseId);
  const { manifest, enrolment } = course;
  const isJudged = manifest.checklists ?? manifest.assignments ?? enrolment?.grades;
  const judged = isJudged && (await bringJudged(course));
  return { ...course, Reading: manifest.otherLanguages && (await bringReading()), ...judged };
}

const bringJudged = (course: CourseAtHand) =>
  import("../judged/bring.ts").then(
    (judged) => judged.bringJudged(course),
    () => undefined,
  );

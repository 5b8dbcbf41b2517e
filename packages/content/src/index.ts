export * from "./fault.ts";
export { type LessonPlace, type LessonReading, readLesson } from "./lesson.ts";
export type { Shelf, Voice } from "./block.ts";
export { mediaName, writeLesson } from "./write-lesson.ts";
export {
  courseIdOf,
  type CourseSource,
  type LessonSource,
  type ModuleSource,
  readCourse,
} from "./course.ts";
export { type BuiltCourse, type BuiltFile, buildCourse } from "./build.ts";
export { competencyId, type FrameworkSource, readSkills } from "./frameworks/framework.ts";
export { hashOf, stableId } from "./stable-id.ts";
export { readAssignmentTemplates } from "./assignments.ts";
export { readTemplates } from "./checklists.ts";
export * from "./demo.ts";
export { rightAnswer } from "./right-answer.ts";
export { COURSES, seed, seedRevocation } from "./seed.ts";

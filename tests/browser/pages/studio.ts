import type { Entry } from "./entry.ts";
import { correctionPages } from "./studio-corrections.ts";
import { coursePages } from "./studio-course.ts";
import { lessonSheets } from "./studio-lesson-sheets.ts";
import { lessonPages } from "./studio-lesson.ts";
import { testPages } from "./studio-test.ts";

/** Where courses are written: a course, its lessons and its test, each with its sheets. */
export const studioPages: readonly Entry[] = [
  ...lessonPages,
  ...lessonSheets,
  ...coursePages,
  ...testPages,
  ...correctionPages,
];

import { newIntent } from "./house.ts";

/** The ids of things that their author has just thought of. */
export const newLessonId = (): string => `les_${newIntent().replaceAll("-", "")}`;
export const newModuleId = (): string => `mod_${newIntent().replaceAll("-", "")}`;
export const newCourseId = (): string => `crs_${newIntent().replaceAll("-", "")}`;

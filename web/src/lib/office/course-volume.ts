import type { Volume } from "../i18n.svelte.ts";

/** What is said of who owns a course, and of its versions. */
export const COURSE_DESK: Volume = {
  ar: () => import("../catalogue-course-desk/ar.ts"),
  fr: () => import("../catalogue-course-desk/fr.ts"),
  zgh: () => import("../catalogue-course-desk/zgh.ts"),
  en: () => import("../catalogue-course-desk/en.ts"),
};

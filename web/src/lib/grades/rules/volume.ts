import type { Volume } from "../../i18n.svelte.ts";

/** What is said where an author says what counts. */
export const GRADING_WORDS: Volume = {
  ar: () => import("../../catalogue-grading/ar.ts"),
  fr: () => import("../../catalogue-grading/fr.ts"),
  zgh: () => import("../../catalogue-grading/zgh.ts"),
  en: () => import("../../catalogue-grading/en.ts"),
};

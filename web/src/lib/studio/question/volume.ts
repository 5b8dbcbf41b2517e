import type { Volume } from "../../i18n.svelte.ts";

/** What is said where questions are written, those of practice and those that count. */
export const QUESTION_FORMS: Volume = {
  ar: () => import("../../catalogue-question-forms/ar.ts"),
  fr: () => import("../../catalogue-question-forms/fr.ts"),
  zgh: () => import("../../catalogue-question-forms/zgh.ts"),
  en: () => import("../../catalogue-question-forms/en.ts"),
};

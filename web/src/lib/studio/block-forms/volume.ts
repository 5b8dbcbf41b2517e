import type { Volume } from "../../i18n.svelte.ts";

/** What is said where blocks that are more than text are written. */
export const BLOCK_FORMS: Volume = {
  ar: () => import("../../catalogue-block-forms/ar.ts"),
  fr: () => import("../../catalogue-block-forms/fr.ts"),
  zgh: () => import("../../catalogue-block-forms/zgh.ts"),
  en: () => import("../../catalogue-block-forms/en.ts"),
};

import type { Volume } from "../../i18n.svelte.ts";

/** What is said where assignments are written. */
export const ASSIGNMENTS: Volume = {
  ar: () => import("../../catalogue-assignments/ar.ts"),
  fr: () => import("../../catalogue-assignments/fr.ts"),
  zgh: () => import("../../catalogue-assignments/zgh.ts"),
  en: () => import("../../catalogue-assignments/en.ts"),
};

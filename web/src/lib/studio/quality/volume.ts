import type { Volume } from "../../i18n.svelte.ts";

/** What is said of what is not yet good, and of what a lesson weighs. */
export const QUALITY = {
  ar: () => import("../../catalogue-quality/ar.ts"),
  fr: () => import("../../catalogue-quality/fr.ts"),
  zgh: () => import("../../catalogue-quality/zgh.ts"),
  en: () => import("../../catalogue-quality/en.ts"),
} satisfies Volume;

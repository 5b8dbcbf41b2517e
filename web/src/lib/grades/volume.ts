import type { Volume } from "../i18n.svelte.ts";

/** What is said where grades are shown, explained and changed. */
export const GRADES: Volume = {
  ar: () => import("../catalogue-grades/ar.ts"),
  fr: () => import("../catalogue-grades/fr.ts"),
  zgh: () => import("../catalogue-grades/zgh.ts"),
  en: () => import("../catalogue-grades/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said where published questions are corrected, and where it is told how a mark came about. */
export const MARKS: Volume = {
  ar: () => import("../catalogue-marks/ar.ts"),
  fr: () => import("../catalogue-marks/fr.ts"),
  zgh: () => import("../catalogue-marks/zgh.ts"),
  en: () => import("../catalogue-marks/en.ts"),
};

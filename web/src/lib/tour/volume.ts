import type { Volume } from "../i18n.svelte.ts";

/** What is said to who publishes for the first time. */
export const TOUR: Volume = {
  ar: () => import("../catalogue-tour/ar.ts"),
  fr: () => import("../catalogue-tour/fr.ts"),
  zgh: () => import("../catalogue-tour/zgh.ts"),
  en: () => import("../catalogue-tour/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said beside questions that few lessons ask: it comes with what shows them. */
export const ANSWERS: Volume = {
  ar: () => import("../catalogue-answers/ar.ts"),
  fr: () => import("../catalogue-answers/fr.ts"),
  zgh: () => import("../catalogue-answers/zgh.ts"),
  en: () => import("../catalogue-answers/en.ts"),
};

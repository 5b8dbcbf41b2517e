import type { Volume } from "../i18n.svelte.ts";

/** What stands around the lessons of a handbook. */
export const HANDBOOK: Volume = {
  ar: () => import("../catalogue-handbook/ar.ts"),
  fr: () => import("../catalogue-handbook/fr.ts"),
  zgh: () => import("../catalogue-handbook/zgh.ts"),
  en: () => import("../catalogue-handbook/en.ts"),
};

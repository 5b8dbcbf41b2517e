import type { Volume } from "../../i18n.svelte.ts";

/** What is said where a test is written. */
export const ITEMS: Volume = {
  ar: () => import("../../catalogue-items/ar.ts"),
  fr: () => import("../../catalogue-items/fr.ts"),
  zgh: () => import("../../catalogue-items/zgh.ts"),
  en: () => import("../../catalogue-items/en.ts"),
};

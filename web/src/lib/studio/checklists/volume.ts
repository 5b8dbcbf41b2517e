import type { Volume } from "../../i18n.svelte.ts";

/** What is said where checklists are written. */
export const CHECKLISTS: Volume = {
  ar: () => import("../../catalogue-checklists/ar.ts"),
  fr: () => import("../../catalogue-checklists/fr.ts"),
  zgh: () => import("../../catalogue-checklists/zgh.ts"),
  en: () => import("../../catalogue-checklists/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said where work is marked. */
export const WORK_DESK: Volume = {
  ar: () => import("../catalogue-work-desk/ar.ts"),
  fr: () => import("../catalogue-work-desk/fr.ts"),
  zgh: () => import("../catalogue-work-desk/zgh.ts"),
  en: () => import("../catalogue-work-desk/en.ts"),
};

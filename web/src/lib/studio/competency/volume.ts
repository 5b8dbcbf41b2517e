import type { Volume } from "../../i18n.svelte.ts";

/** What is said of competencies where they are written, and where something is tied to them. */
export const COMPETENCY: Volume = {
  ar: () => import("../../catalogue-competency/ar.ts"),
  fr: () => import("../../catalogue-competency/fr.ts"),
  zgh: () => import("../../catalogue-competency/zgh.ts"),
  en: () => import("../../catalogue-competency/en.ts"),
};

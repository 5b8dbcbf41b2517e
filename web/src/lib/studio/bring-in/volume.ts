import type { Volume } from "../../i18n.svelte.ts";

/** What is said while a document is brought into a course. */
export const BRING = {
  ar: () => import("../../catalogue-bring/ar.ts"),
  fr: () => import("../../catalogue-bring/fr.ts"),
  zgh: () => import("../../catalogue-bring/zgh.ts"),
  en: () => import("../../catalogue-bring/en.ts"),
} satisfies Volume;

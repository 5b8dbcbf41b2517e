import type { Volume } from "../i18n.svelte.ts";

/** What is said where a second person approves, and where learners are moved: no other page knows it. */
export const REVIEW = {
  ar: () => import("../catalogue-review/ar.ts"),
  fr: () => import("../catalogue-review/fr.ts"),
  zgh: () => import("../catalogue-review/zgh.ts"),
  en: () => import("../catalogue-review/en.ts"),
} satisfies Volume;

import type { Volume } from "../../i18n.svelte.ts";

/** What is said where authors speak with each other. */
export const TALK = {
  ar: () => import("../../catalogue-talk/ar.ts"),
  fr: () => import("../../catalogue-talk/fr.ts"),
  zgh: () => import("../../catalogue-talk/zgh.ts"),
  en: () => import("../../catalogue-talk/en.ts"),
} satisfies Volume;

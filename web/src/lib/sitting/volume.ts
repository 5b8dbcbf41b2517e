import type { Volume } from "../i18n.svelte.ts";

/** What is said where a group's test is opened and closed, and where a learner is given more. */
export const SITTING: Volume = {
  ar: () => import("../catalogue-sitting/ar.ts"),
  fr: () => import("../catalogue-sitting/fr.ts"),
  zgh: () => import("../catalogue-sitting/zgh.ts"),
  en: () => import("../catalogue-sitting/en.ts"),
};

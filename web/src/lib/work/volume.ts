import type { Volume } from "../i18n.svelte.ts";

/** What is said of work that a learner hands in, and of what people said of it. */
export const WORK: Volume = {
  ar: () => import("../catalogue-work/ar.ts"),
  fr: () => import("../catalogue-work/fr.ts"),
  zgh: () => import("../catalogue-work/zgh.ts"),
  en: () => import("../catalogue-work/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said where learners are written to; letters are read in their own language. */
export const REACH: Volume = {
  ar: () => import("../catalogue-reach/ar.ts"),
  fr: () => import("../catalogue-reach/fr.ts"),
  zgh: () => import("../catalogue-reach/zgh.ts"),
  en: () => import("../catalogue-reach/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said while something is carried from phone to phone. */
export const CARRY: Volume = {
  ar: () => import("../catalogue-carry/ar.ts"),
  fr: () => import("../catalogue-carry/fr.ts"),
  zgh: () => import("../catalogue-carry/zgh.ts"),
  en: () => import("../catalogue-carry/en.ts"),
};

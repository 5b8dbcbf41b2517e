import type { Volume } from "../i18n.svelte.ts";

/** What is said of the forms in which she keeps a certificate. */
export const KEEP: Volume = {
  ar: () => import("../catalogue-keep/ar.ts"),
  fr: () => import("../catalogue-keep/fr.ts"),
  zgh: () => import("../catalogue-keep/zgh.ts"),
  en: () => import("../catalogue-keep/en.ts"),
};

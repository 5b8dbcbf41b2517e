import type { Volume } from "../i18n.svelte.ts";

/** What is said while pictures and recordings are brought and chosen. */
export const MEDIA: Volume = {
  ar: () => import("../catalogue-media/ar.ts"),
  fr: () => import("../catalogue-media/fr.ts"),
  zgh: () => import("../catalogue-media/zgh.ts"),
  en: () => import("../catalogue-media/en.ts"),
};

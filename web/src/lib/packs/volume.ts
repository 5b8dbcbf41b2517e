import type { Volume } from "../i18n.svelte.ts";

/** What is said of downloads: it comes with what shows them. */
export const DOWNLOADS: Volume = {
  ar: () => import("../catalogue-downloads/ar.ts"),
  fr: () => import("../catalogue-downloads/fr.ts"),
  zgh: () => import("../catalogue-downloads/zgh.ts"),
  en: () => import("../catalogue-downloads/en.ts"),
};

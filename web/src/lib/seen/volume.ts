import type { Volume } from "../i18n.svelte.ts";

/** What is said of work that somebody looked at, and of the PINs by which both agree. */
export const SEEN: Volume = {
  ar: () => import("../catalogue-seen/ar.ts"),
  fr: () => import("../catalogue-seen/fr.ts"),
  zgh: () => import("../catalogue-seen/zgh.ts"),
  en: () => import("../catalogue-seen/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said while somebody comes in without a contact, and where squares are read. */
export const WAYS_IN: Volume = {
  ar: () => import("../catalogue-ways-in/ar.ts"),
  fr: () => import("../catalogue-ways-in/fr.ts"),
  zgh: () => import("../catalogue-ways-in/zgh.ts"),
  en: () => import("../catalogue-ways-in/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said where somebody is erased, and when a phone hears of it. */
export const ERASE: Volume = {
  ar: () => import("../catalogue-erase/ar.ts"),
  fr: () => import("../catalogue-erase/fr.ts"),
  zgh: () => import("../catalogue-erase/zgh.ts"),
  en: () => import("../catalogue-erase/en.ts"),
};

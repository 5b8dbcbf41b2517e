import type { Volume } from "../i18n.svelte.ts";

/** What is said where answers of a group are compared. */
export const ALIKE: Volume = {
  ar: () => import("../catalogue-alike/ar.ts"),
  fr: () => import("../catalogue-alike/fr.ts"),
  zgh: () => import("../catalogue-alike/zgh.ts"),
  en: () => import("../catalogue-alike/en.ts"),
};

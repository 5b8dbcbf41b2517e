import type { Volume } from "../i18n.svelte.ts";

/** What the page says where an organisation adds languages: no other page knows it. */
export const LANGUAGES_ADDED = {
  ar: () => import("../catalogue-languages/ar.ts"),
  fr: () => import("../catalogue-languages/fr.ts"),
  zgh: () => import("../catalogue-languages/zgh.ts"),
  en: () => import("../catalogue-languages/en.ts"),
} satisfies Volume;

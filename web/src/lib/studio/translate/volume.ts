import type { Volume } from "../../i18n.svelte.ts";

/** What is said while a translation comes back as a file. */
export const EXCHANGE = {
  ar: () => import("../../catalogue-exchange/ar.ts"),
  fr: () => import("../../catalogue-exchange/fr.ts"),
  zgh: () => import("../../catalogue-exchange/zgh.ts"),
  en: () => import("../../catalogue-exchange/en.ts"),
} satisfies Volume;

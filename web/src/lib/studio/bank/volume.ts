import type { Volume } from "../../i18n.svelte.ts";

/** What is said of an organisation's bank of questions. */
export const BANK = {
  ar: () => import("../../catalogue-bank/ar.ts"),
  fr: () => import("../../catalogue-bank/fr.ts"),
  zgh: () => import("../../catalogue-bank/zgh.ts"),
  en: () => import("../../catalogue-bank/en.ts"),
} satisfies Volume;

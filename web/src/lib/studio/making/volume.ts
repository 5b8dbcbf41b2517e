import type { Volume } from "../../i18n.svelte.ts";

/** What is said while a course is begun, copied or carried. */
export const MAKING: Volume = {
  ar: () => import("../../catalogue-making/ar.ts"),
  fr: () => import("../../catalogue-making/fr.ts"),
  zgh: () => import("../../catalogue-making/zgh.ts"),
  en: () => import("../../catalogue-making/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said of what a learner has shown that she can do. */
export const PASSPORT: Volume = {
  ar: () => import("../catalogue-passport/ar.ts"),
  fr: () => import("../catalogue-passport/fr.ts"),
  zgh: () => import("../catalogue-passport/zgh.ts"),
  en: () => import("../catalogue-passport/en.ts"),
};

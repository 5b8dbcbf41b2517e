import type { Volume } from "../i18n.svelte.ts";

/** What is said to whoever comes into a course or onto this phone. */
export const ENROL: Volume = {
  ar: () => import("../catalogue-enrol/ar.ts"),
  fr: () => import("../catalogue-enrol/fr.ts"),
  zgh: () => import("../catalogue-enrol/zgh.ts"),
  en: () => import("../catalogue-enrol/en.ts"),
};

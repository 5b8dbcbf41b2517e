import type { Volume } from "../../i18n.svelte.ts";

/** What is said on the page of an organisation's pictures and recordings. */
export const LIBRARY: Volume = {
  ar: () => import("../../catalogue-library/ar.ts"),
  fr: () => import("../../catalogue-library/fr.ts"),
  zgh: () => import("../../catalogue-library/zgh.ts"),
  en: () => import("../../catalogue-library/en.ts"),
};

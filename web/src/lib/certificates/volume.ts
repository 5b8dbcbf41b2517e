import type { Volume } from "../i18n.svelte.ts";

/** What is said where certificates are issued, looked for, and decided about. */
export const CERTIFICATES: Volume = {
  ar: () => import("../catalogue-certificates/ar.ts"),
  fr: () => import("../catalogue-certificates/fr.ts"),
  zgh: () => import("../catalogue-certificates/zgh.ts"),
  en: () => import("../catalogue-certificates/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said where the audit trail is read. */
export const AUDIT: Volume = {
  ar: () => import("../catalogue-audit/ar.ts"),
  fr: () => import("../catalogue-audit/fr.ts"),
  zgh: () => import("../catalogue-audit/zgh.ts"),
  en: () => import("../catalogue-audit/en.ts"),
};

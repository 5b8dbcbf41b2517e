import type { Volume } from "../i18n.svelte.ts";

/** Where an organisation says how its certificates look: no other page knows these words. */
export const DESIGNS = {
  ar: () => import("../catalogue-designs/ar.ts"),
  fr: () => import("../catalogue-designs/fr.ts"),
  zgh: () => import("../catalogue-designs/zgh.ts"),
  en: () => import("../catalogue-designs/en.ts"),
} satisfies Volume;

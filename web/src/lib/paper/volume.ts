import type { Volume } from "../i18n.svelte.ts";

/** Where a holder takes her certificate as paper: no other page knows these words. */
export const PAPER = {
  ar: () => import("../catalogue-take-paper/ar.ts"),
  fr: () => import("../catalogue-take-paper/fr.ts"),
  zgh: () => import("../catalogue-take-paper/zgh.ts"),
  en: () => import("../catalogue-take-paper/en.ts"),
} satisfies Volume;

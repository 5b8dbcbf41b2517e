import type { Volume } from "../i18n.svelte.ts";

/** What is said beside blocks that few lessons hold: it comes with what shows them. */
export const BLOCKS: Volume = {
  ar: () => import("../catalogue-blocks/ar.ts"),
  fr: () => import("../catalogue-blocks/fr.ts"),
  zgh: () => import("../catalogue-blocks/zgh.ts"),
  en: () => import("../catalogue-blocks/en.ts"),
};

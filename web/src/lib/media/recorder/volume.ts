import type { Volume } from "../../i18n.svelte.ts";

/** What is said while somebody records. */
export const RECORDER: Volume = {
  ar: () => import("../../catalogue-recorder/ar.ts"),
  fr: () => import("../../catalogue-recorder/fr.ts"),
  zgh: () => import("../../catalogue-recorder/zgh.ts"),
  en: () => import("../../catalogue-recorder/en.ts"),
};

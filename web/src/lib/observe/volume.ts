import type { Volume } from "../i18n.svelte.ts";

/** What is said on the page of whoever looks at work on the spot. */
export const OBSERVE: Volume = {
  ar: () => import("../catalogue-observe/ar.ts"),
  fr: () => import("../catalogue-observe/fr.ts"),
  zgh: () => import("../catalogue-observe/zgh.ts"),
  en: () => import("../catalogue-observe/en.ts"),
};

import type { Volume } from "../i18n.svelte.ts";

/** What is said of downloads, and of the language that is read: it comes with what shows them. */
export const DOWNLOADS: Volume = {
  ar: () => import("../catalogue-downloads/ar.ts"),
  fr: () => import("../catalogue-downloads/fr.ts"),
  zgh: () => import("../catalogue-downloads/zgh.ts"),
  en: () => import("../catalogue-downloads/en.ts"),
};

/** What is said while a course is taken from a file. */
export const TAKE: Volume = {
  ar: () => import("../catalogue-take/ar.ts"),
  fr: () => import("../catalogue-take/fr.ts"),
  zgh: () => import("../catalogue-take/zgh.ts"),
  en: () => import("../catalogue-take/en.ts"),
};

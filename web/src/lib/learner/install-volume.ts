import type { Volume } from "../i18n.svelte.ts";

/** What is said to whoever may put the app on her home screen. */
export const INSTALL: Volume = {
  ar: () => import("../catalogue-install/ar.ts"),
  fr: () => import("../catalogue-install/fr.ts"),
  zgh: () => import("../catalogue-install/zgh.ts"),
  en: () => import("../catalogue-install/en.ts"),
};

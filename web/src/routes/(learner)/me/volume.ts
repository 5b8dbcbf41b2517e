import type { Volume } from "#lib/i18n.svelte.ts";

/** What is said of her account, her profile and her devices. */
export const MINE: Volume = {
  ar: () => import("#lib/catalogue-mine/ar.ts"),
  fr: () => import("#lib/catalogue-mine/fr.ts"),
  zgh: () => import("#lib/catalogue-mine/zgh.ts"),
  en: () => import("#lib/catalogue-mine/en.ts"),
};

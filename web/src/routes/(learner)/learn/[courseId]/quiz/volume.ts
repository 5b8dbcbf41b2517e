import type { Volume } from "#lib/i18n.svelte.ts";

/** What is said once the server has answered a handing in. */
export const OUTCOME: Volume = {
  ar: () => import("#lib/catalogue-outcome/ar.ts"),
  fr: () => import("#lib/catalogue-outcome/fr.ts"),
  zgh: () => import("#lib/catalogue-outcome/zgh.ts"),
  en: () => import("#lib/catalogue-outcome/en.ts"),
};

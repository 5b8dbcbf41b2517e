import type { Volume } from "../i18n.svelte.ts";

/** What Listen and help say once they are asked: a page fetches it with the first tap. */
export const VOICE: Volume = {
  ar: () => import("../catalogue-voice/ar.ts"),
  fr: () => import("../catalogue-voice/fr.ts"),
  zgh: () => import("../catalogue-voice/zgh.ts"),
  en: () => import("../catalogue-voice/en.ts"),
};

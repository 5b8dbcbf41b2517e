import type { Volume } from "../i18n.svelte.ts";
import { WAYS_IN } from "../ways-in/volume.ts";

/** What is said where certificates are checked. */
const CHECK: Volume = {
  ar: () => import("../catalogue-check/ar.ts"),
  fr: () => import("../catalogue-check/fr.ts"),
  zgh: () => import("../catalogue-check/zgh.ts"),
  en: () => import("../catalogue-check/en.ts"),
};

/** With what is said where squares are filmed. */
export const VOLUMES_OF_CHECK = [CHECK, WAYS_IN] as const;

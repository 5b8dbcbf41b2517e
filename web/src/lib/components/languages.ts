import type { Language } from "@twiza/contract/where";

/** Each language by its own name, in its own script. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  ar: "العربية",
  fr: "Français",
  zgh: "ⵜⴰⵎⴰⵣⵉⵖⵜ",
  en: "English",
};

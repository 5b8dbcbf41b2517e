/** The languages Twiza speaks, in BCP 47; `zgh` is Standard Moroccan Tamazight, written in Tifinagh. */
export const LANGUAGES = ["ar", "fr", "zgh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: unknown): text is Language =>
  LANGUAGES.some((language) => language === text);

/** Tifinagh runs left to right; of our four only Arabic runs right to left. */
export const directionOf = (language: Language): "rtl" | "ltr" =>
  language === "ar" ? "rtl" : "ltr";

/** A text in some of our languages. */
export type Localized = Partial<Record<Language, string | undefined>>;

/**
 * The text a reader of `language` gets, with the language it is really in, so that markup can say `lang`.
 * A reader of Tamazight falls back to Arabic before French: most read it first at school.
 */
export function inLanguage(
  text: Localized,
  language: Language,
): { text: string; language: Language } {
  const order: readonly Language[] = [language, ...FALLBACK[language]];
  const found = order.find((candidate) => text[candidate]);
  return found ? { text: text[found] ?? "", language: found } : { text: "", language };
}

const FALLBACK: Record<Language, readonly Language[]> = {
  ar: ["fr", "en", "zgh"],
  fr: ["ar", "en", "zgh"],
  en: ["fr", "ar", "zgh"],
  zgh: ["ar", "fr", "en"],
};

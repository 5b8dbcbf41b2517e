/** The languages Twiza speaks, in BCP 47; `zgh` is Standard Moroccan Tamazight, written in Tifinagh. */
export const LANGUAGES = ["ar", "fr", "zgh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

export const isLanguage = (text: unknown): text is Language =>
  LANGUAGES.some((language) => language === text);

/**
 * The languages Twiza is spoken in, in BCP 47: Darija, Tachelhit, Tamazight of the Atlas, Tarifit, then those that are
 * also read. Apart from `LANGUAGES`, since most who speak an Amazigh language do not read Tifinagh, and nobody speaks `zgh`.
 */
export const AUDIO_LANGUAGES = ["ary", "shi", "tzm", "rif", "ar", "fr", "en"] as const;
export type AudioLanguage = (typeof AUDIO_LANGUAGES)[number];

/** Each audio language by its own name, in its own script. */
export const AUDIO_LANGUAGE_NAMES: Readonly<Record<AudioLanguage, string>> = {
  ary: "الدارجة",
  shi: "ⵜⴰⵛⵍⵃⵉⵜ",
  tzm: "ⵜⴰⵎⴰⵣⵉⵖⵜ ⵏ ⵡⴰⵟⵍⴰⵙ",
  rif: "ⵜⴰⵔⵉⴼⵉⵜ",
  ar: "العربية",
  fr: "Français",
  en: "English",
};

export const isAudioLanguage = (text: unknown): text is AudioLanguage =>
  AUDIO_LANGUAGES.some((language) => language === text);

/** Tifinagh runs left to right; of ours only Arabic, written for Darija too, runs right to left. */
export const directionOf = (language: Language | AudioLanguage): "rtl" | "ltr" =>
  language === "ar" || language === "ary" ? "rtl" : "ltr";

/**
 * What a reader of `text` listens to unless she chose otherwise: the nearest language that is recorded, else the one she reads.
 * Standard Tamazight is nobody's mother tongue, so that its readers get a recorded Amazigh voice before any other.
 */
export function audioLanguageFor(
  text: Language,
  isRecorded: (language: AudioLanguage) => boolean,
): AudioLanguage {
  const order = NEAREST_VOICES[text];
  return order.find(isRecorded) ?? order[0];
}

const NEAREST_VOICES: Record<Language, readonly [AudioLanguage, ...AudioLanguage[]]> = {
  ar: ["ar", "ary"],
  fr: ["fr"],
  en: ["en"],
  zgh: ["shi", "tzm", "rif", "ary", "ar"],
};

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

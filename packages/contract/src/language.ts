/** The languages Twiza speaks, in BCP 47; `zgh` is Standard Moroccan Tamazight, written in Tifinagh. */
export const LANGUAGES = ["ar", "fr", "zgh", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/**
 * A language that courses are written in: those that Twiza speaks, and whichever an organisation adds. BCP 47 of the shape
 * `CONTENT_LANGUAGE`: a language, then its script and its region where they need saying.
 */
export type ContentLanguage = string;
/** A language that an organisation added, by the name that its readers give it. */
export type OtherLanguage = { readonly language: ContentLanguage; readonly name: string };

/** All that a course may be written in, ours first. */
export const languagesWith = (others: readonly OtherLanguage[] = []): ContentLanguage[] => [
  ...LANGUAGES,
  ...others.map(({ language }) => language),
];

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

/**
 * Tifinagh runs left to right; of ours only Arabic, written for Darija too, runs right to left. Of others do those that are mostly
 * written so, and whichever says so by its script: `ha-Arab`.
 */
export const directionOf = (language: ContentLanguage): "rtl" | "ltr" =>
  RIGHT_TO_LEFT.test(language) ? "rtl" : "ltr";
const RIGHT_TO_LEFT =
  /^(?:a(?:eb|pd|r|rq|ry|rz|yl)|fa|he|mey|nqo|shu|ur)(?!\w|-[A-Z][a-z])|-(?:Adlm|Arab|Hebr|Nkoo)/;

/**
 * What a reader of `text` listens to unless she chose otherwise: the nearest language that is recorded, else the one she reads.
 * Standard Tamazight is nobody's mother tongue, so that its readers get a recorded Amazigh voice before any other. A text that is
 * in none of ours is heard in its own voice where it has one, Tachelhit in Latin letters, else in those near to the `app`'s.
 */
export function audioLanguageFor(
  text: ContentLanguage,
  isRecorded: (language: AudioLanguage) => boolean,
  app: Language = "ar",
): AudioLanguage {
  const own = AUDIO_LANGUAGES.filter((each) => each === text.split("-")[0]);
  const order = NEAREST_VOICES[isLanguage(text) ? text : app];
  return [...own, ...order].find(isRecorded) ?? order[0];
}

const NEAREST_VOICES: Record<Language, readonly [AudioLanguage, ...AudioLanguage[]]> = {
  ar: ["ar", "ary"],
  fr: ["fr"],
  en: ["en"],
  zgh: ["shi", "tzm", "rif", "ary", "ar"],
};

/** A text in some languages. */
export type Localized = PerLanguage<string>;
/** Something in those languages that it is there in. */
export type PerLanguage<T> = Partial<Record<Language, T | undefined>> &
  Readonly<Record<ContentLanguage, T | undefined>>;

/**
 * The text, or whatever stands for it, that a reader gets, with the language it is really in, so that markup can say `lang`: `reading`
 * if she chose one for what people write, then the language of her app. A reader of Tamazight falls back to Arabic before French: most
 * read it first at school.
 */
export function inLanguage<Text = string>(
  text: PerLanguage<Text>,
  language: ContentLanguage,
  reading: ContentLanguage = language,
): { text: Text | ""; language: ContentLanguage } {
  const order = [
    reading,
    language,
    ...FALLBACK[isLanguage(language) ? language : "ar"],
    ...Object.keys(text),
  ];
  const found = order.find((candidate) => text[candidate]) ?? "";
  return { text: text[found] ?? "", language: found || language };
}

const FALLBACK: Record<Language, readonly Language[]> = {
  ar: ["fr", "en", "zgh"],
  fr: ["ar", "en", "zgh"],
  en: ["fr", "ar", "zgh"],
  zgh: ["ar", "fr", "en"],
};

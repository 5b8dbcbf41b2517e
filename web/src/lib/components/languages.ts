import type { ContentLanguage, Language, OtherLanguage } from "@twiza/contract/where";

/** Each language by its own name, in its own script. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  ar: "العربية",
  fr: "Français",
  zgh: "ⵜⴰⵎⴰⵣⵉⵖⵜ",
  en: "English",
};
/** With those that were heard. */
const names: Partial<Record<ContentLanguage, string>> = LANGUAGE_NAMES;

/** Hears what the languages that an organisation added are called: whatever is written in them brings their names. */
export const hearNames = (named: readonly OtherLanguage[] = []): void =>
  named.forEach(({ language, name }) => (names[language] = name));

/** A language by its own name; one that nobody has named by its code. */
export const languageName = (language: ContentLanguage): string => names[language] ?? language;

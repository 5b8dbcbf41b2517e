import { LANGUAGES, type Language, type Localized } from "@twiza/contract/where";

/** One text field for each language; empty where there is nothing yet. */
export type Four = Record<Language, string>;

export const fourOf = (text: Localized = {}): Four => ({
  ar: text.ar ?? "",
  fr: text.fr ?? "",
  zgh: text.zgh ?? "",
  en: text.en ?? "",
});

/** What goes to the server: languages left empty are left out. */
export function localizedOf(four: Four): Partial<Four> {
  const written = LANGUAGES.map((language) => [language, four[language].trim()] as const);
  return Object.fromEntries(written.filter(([, text]) => text !== ""));
}

export const isBlank = (four: Four): boolean => LANGUAGES.every((l) => four[l].trim() === "");
export const sameFour = (a: Four, b: Four): boolean => LANGUAGES.every((l) => a[l] === b[l]);

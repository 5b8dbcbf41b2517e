import type { ContentLanguage, Language, Localized } from "@twiza/contract/where";

/** One text field for each of our languages, empty where there is nothing yet, and for each other that has words. */
export type Four = Record<Language, string> & Record<ContentLanguage, string>;

const EMPTY: Four = { ar: "", fr: "", zgh: "", en: "" };

export const fourOf = (text: Localized = {}): Four => {
  const said = Object.entries(text).map(([language, words = ""]) => [language, words] as const);
  return { ...EMPTY, ...Object.fromEntries(said) };
};

/** What goes to the server: languages left empty are left out. */
export function localizedOf(four: Four): Partial<Four> {
  const written = Object.entries(four).map(([language, text]) => [language, text.trim()] as const);
  return Object.fromEntries(written.filter(([, text]) => text !== ""));
}

export const isBlank = (four: Four): boolean =>
  Object.values(four).every((text) => text.trim() === "");
/** The languages in which two say something else. A field that was never touched says nothing. */
export const differingIn = (a: Four, b: Four): readonly ContentLanguage[] =>
  Object.keys({ ...a, ...b }).filter((language) => (a[language] ?? "") !== (b[language] ?? ""));
export const sameFour = (a: Four, b: Four): boolean => differingIn(a, b).length === 0;

import type { ContentLanguage, Localized } from "@twiza/contract";

/** Whether all that these texts say in one language they say in another. Pure. */
export const areWholeIn = (
  texts: readonly (Localized | undefined)[],
  language: ContentLanguage,
  source: ContentLanguage,
): boolean => texts.every((text) => !text?.[source] || Boolean(text[language]));

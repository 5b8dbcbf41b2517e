import { isLanguage, type Language } from "@twiza/contract/where";

/** Each language in its own script, as its readers look for it. */
export const LANGUAGE_NAMES: Record<Language, string> = {
  ar: "العربية",
  fr: "Français",
  zgh: "ⵜⴰⵎⴰⵣⵉⵖⵜ",
  en: "English",
};

/** The reader's language: what she chose (`?lang=`), else the first of her browser's that we speak, else Arabic. */
export function languageOf(
  chosen: string | undefined,
  acceptLanguage: string | undefined,
): Language {
  if (isLanguage(chosen)) return chosen;
  const wished = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((range) => range.split(/[-;]/)[0]?.trim().toLowerCase());
  return wished.find(isLanguage) ?? "ar";
}

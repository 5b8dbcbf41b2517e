import type { Language } from "@twiza/contract/where";

/** CLDR's names of the forms. */
export type PluralForm = "zero" | "one" | "two" | "few" | "many" | "other";

/**
 * The plural form of a count, by CLDR's cardinal rules. Our own, since browsers know no rules for `zgh`
 * and the server and the phone must agree.
 */
export function pluralForm(language: Language, count: number): PluralForm {
  if (language === "ar") return arabicForm(count);
  if (language === "fr") return frenchForm(count);
  return count === 1 ? "one" : "other";
}

/** The forms that a sentence about a whole number needs in each language. */
export const FORMS_NEEDED: Record<Language, readonly PluralForm[]> = {
  ar: ["zero", "one", "two", "few", "many", "other"],
  fr: ["one", "other"],
  zgh: ["one", "other"],
  en: ["one", "other"],
};

function arabicForm(count: number): PluralForm {
  if (count === 0) return "zero";
  if (count === 1) return "one";
  if (count === 2) return "two";
  if (!Number.isInteger(count)) return "other";
  const rest = count % 100;
  if (rest >= 3 && rest <= 10) return "few";
  return rest >= 11 ? "many" : "other";
}

function frenchForm(count: number): PluralForm {
  if (Math.abs(count) < 2) return "one";
  return Number.isInteger(count) && count % 1_000_000 === 0 ? "many" : "other";
}

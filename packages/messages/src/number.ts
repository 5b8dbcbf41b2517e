import type { Language } from "@twiza/contract/where";

export const NBSP = "\u00A0";
const NARROW_NBSP = "\u202F";
const SEPARATORS: Record<Language, { readonly group: string; readonly decimal: string }> = {
  ar: { group: ".", decimal: "," },
  fr: { group: NARROW_NBSP, decimal: "," },
  zgh: { group: NBSP, decimal: "," },
  en: { group: ",", decimal: "." },
};

export type NumberOptions = {
  /** Digits after the decimal sign: at least, and at most (default 0 and 2). */
  readonly least?: number;
  readonly most?: number;
};

/** `1200.5` → ar `1.200,5`, fr and zgh `1 200,5` (never breaking), en `1,200.5`. */
export function formatNumber(
  amount: number,
  language: Language,
  { least = 0, most = Math.max(2, least) }: NumberOptions = {},
): string {
  const { group, decimal } = SEPARATORS[language];
  const [whole = "0", digits = ""] = Math.abs(amount).toFixed(most).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const kept = digits.slice(0, least) + digits.slice(least).replace(/0+$/, "");
  const shown = kept === "" ? grouped : `${grouped}${decimal}${kept}`;
  const isZero = /^[0.,]*$/.test(shown);
  // In an Arabic line a minus would jump to the far side of its number without the mark.
  const minus = language === "ar" ? "\u200E-" : "-";
  return amount < 0 && !isZero ? `${minus}${shown}` : shown;
}

/** `87` → fr and zgh `87 %`, en `87%`, ar `87%` with the sign kept on the number's left-to-right run. */
export function formatPercent(percent: number, language: Language): string {
  const shown = formatNumber(percent, language, { most: 1 });
  if (language === "ar") return `\u200E${shown}%\u200E`;
  return language === "en" ? `${shown}%` : `${shown}${NBSP}%`;
}

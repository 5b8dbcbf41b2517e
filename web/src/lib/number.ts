import type { Language } from "@twiza/contract/where";

/**
 * The number that a person wrote, however she writes it: `1200`, `1.200`, `1 200,00`, `١٢٠٠`, `1,200.50`.
 * A last separator with three digits behind it groups thousands when it is a point (as in Morocco), or a comma in
 * English; otherwise it is the decimal sign. Nothing when it is no number.
 */
export function readNumber(written: string, language: Language): number | undefined {
  const text = latinDigits(written).replace(/[\s\u00A0\u202F\u066C'’]/g, "");
  if (!/^[+-]?\d[\d.,]*$/.test(text)) return undefined;
  const decimal = decimalSign(text, language);
  const plain = Array.from(text)
    .map((sign) => (sign === decimal ? "." : sign === "." || sign === "," ? "" : sign))
    .join("");
  const amount = Number(plain);
  return Number.isFinite(amount) ? amount : undefined;
}

/** Arabic-Indic (٠١٢) and Persian (۰۱۲) digits, and the Arabic decimal sign, in Latin writing. */
const latinDigits = (text: string): string =>
  text
    .trim()
    .replace(/[\u2066-\u2069\u200E\u200F]/g, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/\u066B/g, ",")
    .replace(/\u2212/g, "-");

function decimalSign(text: string, language: Language): "." | "," | undefined {
  const points = text.split(".").length - 1;
  const commas = text.split(",").length - 1;
  if (points > 0 && commas > 0) return text.lastIndexOf(".") > text.lastIndexOf(",") ? "." : ",";
  if (points + commas !== 1) return undefined;
  const sign = points === 1 ? "." : ",";
  const groups = /^[+-]?[1-9]\d{0,2}[.,]\d{3}$/.test(text) && (sign === "." || language === "en");
  return groups ? undefined : sign;
}

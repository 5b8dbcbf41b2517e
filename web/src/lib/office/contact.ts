/** What is wrong with a contact: `scientific` is a telephone number that a spreadsheet has spoilt (`6.12E+08`). */
export type ContactFault = "none" | "scientific" | "unreadable";

const EMAIL = /^[^\s@"<>()[\]:;,\\]{1,64}@[a-z0-9-]+(\.[a-z0-9-]+)+$/;

/** Arabic-Indic and Persian digits in Latin writing, without the invisible marks that messengers put around numbers. */
export const plainDigits = (text: string): string =>
  text
    .replace(/[\u061C\u200B-\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g, "")
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0));

/**
 * An e-mail address in lower case or a telephone number as E.164, from what a person writes: `06 12 34 56 78`, `0612345678`,
 * `612345678` (a spreadsheet dropped the zero), `00212612345678` and `+212 612-345678` are all `+212612345678`.
 */
export function readContact(
  written: string,
): { readonly contact: string } | { readonly fault: ContactFault } {
  const text = plainDigits(written).trim();
  if (text === "") return { fault: "none" };
  if (text.includes("@")) return readEmail(text.toLowerCase());
  if (/^\d([.,]\d+)?e\+?\d+$/i.test(text)) return { fault: "scientific" };
  const digits = text.replace(/[\s\u00A0\u202F().\-/]/g, "").replace(/^00/, "+");
  const contact = international(digits);
  return /^\+[1-9][0-9]{7,14}$/.test(contact) ? { contact } : { fault: "unreadable" };
}

const readEmail = (text: string): { contact: string } | { fault: ContactFault } =>
  EMAIL.test(text) && text.length <= 254 ? { contact: text } : { fault: "unreadable" };

/** Moroccan numbers get their country; what already has one keeps it. */
function international(digits: string): string {
  if (/^0[5-8]\d{8}$/.test(digits)) return `+212${digits.slice(1)}`;
  if (/^[5-8]\d{8}$/.test(digits)) return `+212${digits}`;
  if (/^212[5-8]\d{8}$/.test(digits)) return `+${digits}`;
  // People write the zero of the home number after the country as well: +212 (0)6…
  return digits.replace(/^\+2120(?=[5-8]\d{8}$)/, "+212");
}

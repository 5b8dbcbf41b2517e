import { domainToASCII } from "node:url";
import { Contact } from "@twiza/contract";

/** Marks of direction and zero-width letters that come along when a contact is pasted from a chat. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/gu;

/** Arabic-Indic and Extended Arabic-Indic digits as 0–9. */
export const plainDigits = (text: string): string =>
  text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf));

/**
 * An e-mail address or a telephone number as people write it, in the one form we keep: lower case, or E.164.
 * A national number is Moroccan (`06 12 34 56 78`); any other country needs `+` or `00`.
 */
export function parseContact(written: string): Contact | undefined {
  if (written.length > 400) return undefined;
  const text = written.replace(INVISIBLE, "").trim();
  const contact = text.includes("@") ? email(text) : phone(text);
  return contact !== undefined && Contact.safeParse(contact).success ? contact : undefined;
}

/** ASCII before the at sign: look-alike letters there would be another mailbox that nobody can tell apart. */
function email(text: string): string | undefined {
  const [, local, domain] = /^([\w.!#$%&'*+/=?^`{|}~-]{1,64})@([^@\s]+)$/.exec(text) ?? [];
  if (local === undefined || domain === undefined) return undefined;
  return `${local}@${domainToASCII(domain)}`.toLowerCase();
}

function phone(text: string): string | undefined {
  const digits = plainDigits(text.normalize("NFKC"))
    .replace(/[\s().\-\u2010-\u2015/]/g, "")
    .replace(/^00/, "+");
  // `+212 (0)6…`: the country and the national zero together, a usual way to print it.
  const national = /^(?:0|\+?2120?)([5-8]\d{8})$/.exec(digits)?.[1];
  if (national !== undefined) return `+212${national}`;
  return digits.startsWith("+") && !digits.startsWith("+212") ? digits : undefined;
}

import { plainDigits, readContact, type ContactFault } from "./contact.ts";

export type Newcomer = { readonly name: string; readonly contact: string };
/** One written line: somebody to enrol, or why it cannot be read. `line` counts from 1, as an editor does. */
export type PeopleLine =
  | { readonly line: number; readonly person: Newcomer }
  | {
      readonly line: number;
      readonly text: string;
      readonly fault: ContactFault | "name" | "twice";
    };

const EMAIL = /[^\s@"<>()[\]:;,\\،؛|]+@[^\s@"<>()[\]:;,\\،؛|]+/;
const NUMBER = /\+?\d[\d\s\u00A0\u202F().\-/]{6,}\d/;
const SCIENTIFIC = /\d([.,]\d+)?[eE]\+?\d+/;
const NAME_LIMIT = 120;

/**
 * Reads a list of people, one a line, in the order people write and spreadsheets paste: name and contact in either order,
 * between them a comma, a semicolon, a tab, or just a space. Empty lines do not count.
 */
export function readPeople(text: string): readonly PeopleLine[] {
  const seen = new Set<string>();
  return text.split(/\r\n|\r|\n/).flatMap((written, index): readonly PeopleLine[] => {
    if (written.trim() === "") return [];
    const line = readLine(written, index + 1);
    if (!("person" in line)) return [line];
    const { contact } = line.person;
    if (seen.has(contact)) return [{ line: line.line, text: written.trim(), fault: "twice" }];
    seen.add(contact);
    return [line];
  });
}

function readLine(written: string, line: number): PeopleLine {
  const text = plainDigits(written);
  const found = (EMAIL.exec(text) ?? NUMBER.exec(text) ?? SCIENTIFIC.exec(text))?.[0] ?? "";
  const read = readContact(found);
  const shown = written.trim();
  if ("fault" in read) return { line, text: shown, fault: read.fault };
  const name = nameIn(text.replace(found, " "));
  if (name === "" || name.length > NAME_LIMIT) return { line, text: shown, fault: "name" };
  return { line, person: { name, contact: read.contact } };
}

const nameIn = (rest: string): string =>
  rest
    .replace(/[;,،؛|<>"\t]+/g, " ")
    .replace(/\s+/g, " ")
    .replace(/^[\s:–—-]+|[\s:–—-]+$/g, "");

/** In parts of at most `size`, since one request takes no more. */
export const inParts = <T>(list: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / size) }, (_, part) =>
    list.slice(part * size, (part + 1) * size),
  );

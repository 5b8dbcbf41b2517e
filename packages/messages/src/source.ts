import { parse, type Token } from "@messageformat/parser";
import type { Language } from "@twiza/contract/where";

export type Tokens = readonly Token[];
/** The messages of one area: key → tokens, for each language. */
export type Area = Readonly<Record<Language, ReadonlyMap<string, Tokens>>>;

/** Parses the four sources of an area. @throws with language and key when a message is malformed. */
export function parseArea(read: (language: Language) => unknown): Area {
  const parsed = (language: Language): ReadonlyMap<string, Tokens> =>
    new Map(entriesOf(read(language)).map(([key, text]) => [key, tokensOf(language, key, text)]));
  return { ar: parsed("ar"), fr: parsed("fr"), zgh: parsed("zgh"), en: parsed("en") };
}

function entriesOf(json: unknown): [string, string][] {
  if (typeof json !== "object" || json === null) throw new Error("a source must be a flat object");
  return Object.entries(json).map(([key, text]) => {
    if (typeof text !== "string") throw new Error(`${key} is no text`);
    return [key, text];
  });
}

/** A French line neither begins with its colon nor ends with what opens a quotation: those spaces do not break. */
const unbroken = (text: string): string => text.replaceAll(/ (?=[:;?!»])|(?<=«) /g, "\u00A0");

function tokensOf(language: Language, key: string, text: string): Tokens {
  try {
    return parse(language === "fr" ? unbroken(text) : text);
  } catch (cause) {
    throw new Error(`${language} ${key}: ${cause instanceof Error ? cause.message : "malformed"}`, {
      cause,
    });
  }
}

/** How a value is written into the sentence: `{size, bytes}`. */
export const FORMATS = ["number", "percent", "bytes", "minutes", "date", "day"] as const;

/** The arguments a message takes, with their TypeScript types. @throws for a format we do not have. */
export function argumentsOf(tokens: Tokens): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const token of tokens) {
    if (token.type === "argument") found.set(token.arg, found.get(token.arg) ?? "string | number");
    if (token.type === "function") found.set(token.arg, typeOfFormat(token.key));
    if (token.type === "plural") found.set(token.arg, "number");
    if (token.type === "select") found.set(token.arg, typeOfSelect(token.cases));
    if (token.type === "selectordinal") throw new Error("ordinals are not supported");
    if (!("cases" in token)) continue;
    for (const branch of token.cases)
      for (const [name, type] of argumentsOf(branch.tokens))
        if (!found.has(name) || type === "number") found.set(name, type);
  }
  return found;
}

function typeOfFormat(format: string): string {
  if (!FORMATS.some((known) => known === format)) throw new Error(`no such format: ${format}`);
  return format === "date" || format === "day" ? "string" : "number";
}

/** A select without a real `other` could not be told from one with it: ICU always asks for `other`, so any text may come. */
const typeOfSelect = (cases: readonly { key: string }[]): string =>
  [
    ...cases.filter(({ key }) => key !== "other").map(({ key }) => JSON.stringify(key)),
    "(string & {})",
  ].join(" | ");
